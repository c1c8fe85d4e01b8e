import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { minify } from 'vite';
import { version } from '../../src/version.ts';
import { consumer } from './packed.ts';
import { inBrowser, serve } from './page.ts';

const { folder } = consumer();

/** What a developer writes, each bundled to one minified module. */
const ENTRIES = {
  registered: "import 'aukio/define/goal-status.js';",
  classAlone: "import { AukioGoalStatus } from 'aukio'; globalThis.kept = AukioGoalStatus;",
  several: "import 'aukio/define/goal-status.js'; import 'aukio/define/feedback-form.js'; import 'aukio/define/channel-directory.js';",
  withoutWidgets: "import { SourceError } from 'aukio'; globalThis.kept = SourceError;",
};
type Entry = keyof typeof ENTRIES;

const bundlers: Record<string, (file: string) => Promise<string>> = {
  async esbuild(file) {
    const { outputFiles } = await build({ entryPoints: [file], bundle: true, minify: true, format: 'esm', write: false });
    return outputFiles[0]?.text ?? '';
  },
  async Rollup(file) {
    const bundle = await rollup({ input: file, plugins: [nodeResolve({ browser: true }), commonjs()] });
    const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
    return (await minify(file, output[0].code, { module: true })).code;
  },
};

describe('bundled', () => {
  const browser = inBrowser();

  for (const [bundler, bundle] of Object.entries(bundlers)) {
    const bundled: Record<Entry, string> = { registered: '', classAlone: '', several: '', withoutWidgets: '' };

    before(async () => {
      for (const [entry, code] of Object.entries(ENTRIES)) {
        const file = join(folder, `${bundler}-${entry}.js`);
        writeFileSync(file, code);
        bundled[entry as Entry] = await bundle(file);
      }
    });

    test(`by ${bundler}, the define module registers the element`, async () => {
      const origin = await serve({ '/': { html: `<!doctype html><script type="module">${bundled.registered}</script>` } });
      const page = await browser().newPage();
      await page.goto(origin);
      await page.waitForFunction(() => customElements.get('aukio-goal-status') !== undefined);
      await page.close();
    });

    test(`by ${bundler}, a page with two versions of three widgets has the first of each, and one warning that names both`, async () => {
      const { several } = bundled;
      const other = several.replaceAll(version, '9.8.7');
      const origin = await serve({ '/': { html: `<!doctype html><script type="module">${several}</script><script type="module">${other};globalThis.done = true</script>` } });
      const page = await browser().newPage();
      const warnings: string[] = [];
      page.on('console', (line) => {
        if (line.text().startsWith('aukio')) warnings.push(line.text());
      });
      await page.goto(origin);
      await page.waitForFunction('globalThis.done');
      const versions = await page.evaluate(() => ['goal-status', 'feedback-form', 'channel-directory'].map((name) => (customElements.get(`aukio-${name}`) as unknown as { version: string }).version));
      await page.close();
      assert.deepEqual(versions, [version, version, version]);
      assert.equal(warnings.length, 1, warnings.join('\n'));
      assert.ok(warnings[0]!.includes(version) && warnings[0]!.includes('9.8.7'), warnings[0]);
    });

    test(`by ${bundler}, the class registers nothing`, () => {
      assert.doesNotMatch(bundled.classAlone, /customElements\.define/);
      assert.match(bundled.classAlone, /LitElement|litElementVersions/);
    });

    test(`by ${bundler}, what is not a widget comes without Lit`, () => {
      assert.doesNotMatch(bundled.withoutWidgets, /litElementVersions/);
      const sizes = Object.fromEntries(Object.entries(bundled).map(([entry, code]) => [entry, gzipSync(code).length]));
      assert.ok((sizes['withoutWidgets'] ?? 0) < 1000, `${sizes['withoutWidgets']} bytes`);
      assert.ok(bundled.classAlone.length <= bundled.registered.length, `${bundled.classAlone.length} and ${bundled.registered.length} bytes`);
    });
  }
});
