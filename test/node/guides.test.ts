import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { CMS_IDS } from '../../builder/cms.ts';
import { en } from '../../builder/words/en.ts';
import { fi } from '../../builder/words/fi.ts';
import { sv } from '../../builder/words/sv.ts';
import { cmsSteps } from '../../stories/guides/cms-steps.ts';

const WORDS = { en, fi, sv };
const GUIDES = ['put-aukio-in-your-cms', 'from-word-to-the-web'];

for (const [language, words] of Object.entries(WORDS)) {
  describe(`the guides for editors in ${language}`, () => {
    const guide = (name: string): string => readFileSync(new URL(`../../stories/guides/${name}.${language}.mdx`, import.meta.url), 'utf8');

    for (const name of GUIDES) {
      test(`${name} begins with the builder: what it does and where it is`, () => {
        const [, beginning = ''] = guide(name).split(/^# .*\n\n/m);
        const first = beginning.split('\n\n')[0]!;
        for (const part of ['{builder.title}', '{builder.lead}', '`/builder/`']) assert.ok(first.includes(part), `${part} in ${first}`);
        assert.match(guide(name), new RegExp(`import \\{ ${language} as builder \\} from '../../builder/words/${language}\\.ts'`));
      });
    }

    test('each publishing system of the builder has two or three steps, and the buttons are called what the builder calls them', () => {
      const [, choose = '', press = ''] = /\{cmsSteps\(builder, '(.+)', '(.+)'\)/.exec(guide(GUIDES[0]!)) ?? [];
      const all = cmsSteps(words, choose, press);
      assert.deepEqual(all.map(({ id }) => id), CMS_IDS);
      for (const { id, name, steps } of all) {
        assert.ok(steps[0]!.includes(name), id);
        assert.ok(steps.at(-1)!.includes(words.copy as string) && steps.at(-1)!.endsWith(words[`how-${id}`] as string), id);
        assert.ok(steps.length >= 2 && steps.length <= 3 && steps.every((step) => !step.includes('{')), id);
      }
      assert.ok(all.find(({ id }) => id === 'drupal-basic')!.steps.includes(words['no-form'] as string));
      assert.ok(all.find(({ id }) => id === 'sharepoint')!.steps.includes(words['no-form-frame'] as string));
    });
  });
}
