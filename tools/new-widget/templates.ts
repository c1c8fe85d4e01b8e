import type { Names } from './names.ts';
import { wordFiles } from './words.ts';

/** The files that are the new widget's own, by path. Each is the least that works and is tested. */
export function newFiles(names: Names): Record<string, string> {
  const { kebab } = names;
  return {
    [`src/model/${kebab}.ts`]: model(names),
    [`src/model/${kebab}-schema.ts`]: schema(names),
    [`src/model/${kebab}-resource.ts`]: resource(names),
    ...wordFiles(names),
    [`src/widgets/${kebab}/${kebab}.ts`]: widget(names),
    [`src/widgets/${kebab}/${kebab}.styles.ts`]: styles(),
    [`fixtures/${kebab}/two-items.json`]: fixture(names),
    [`stories/${kebab}.stories.ts`]: story(names),
    [`test/model/${kebab}-resource.test.ts`]: modelTest(names),
    [`test/widgets/${kebab}.test.ts`]: widgetTest(names),
  };
}

const model = ({ kebab, pascal, title }: Names): string => `import type { Text } from './text.ts';

declare module './resources.ts' {
  interface ResourceQueries {
    /** \`GET {url}${kebab}\` */
    '${kebab}': Readonly<Record<string, never>>;
  }
}

/** One item of the ${title.toLowerCase()}. */
export interface ${pascal}Item {
  readonly title: Text;
}

/** What \`.data\` of \`<aukio-${kebab}>\` holds. */
export interface ${pascal} {
  readonly items: readonly ${pascal}Item[];
}
`;

const schema = ({ camel }: Names): string => `import * as v from 'valibot';

const text = v.union([v.string(), v.record(v.string(), v.string())]);

/** One item, as a JSON file or a city's own source writes it. */
export const itemSchema = v.looseObject({ title: text });

/** The whole document, for the published JSON Schema; the gate takes each item singly. */
export const ${camel}Schema = v.looseObject({ $schema: v.optional(v.string()), items: v.array(itemSchema) });
`;

const resource = ({ kebab, pascal, camel }: Names): string => `import * as v from 'valibot';
import { isBlockDocument, type BlockDocument } from './document.ts';
import { RefusedDocument, type Accepted, type Fault, type Resource } from './gate.ts';
import type { ${pascal}, ${pascal}Item } from './${kebab}.ts';
import { itemSchema } from './${kebab}-schema.ts';

/** Reads \`{ "items": [{ "title": … }] }\`, or the first column of every table under its header. */
export const ${camel}Resource = {
  name: '${kebab}',
  *accept(raw: unknown): Generator<${pascal}Item, Accepted<${pascal}>, void> {
    const items: ${pascal}Item[] = [];
    const skipped: Fault[] = [];
    for (const read of isBlockDocument(raw) ? fromTables(raw) : fromJson(raw)) {
      if ('code' in read) {
        skipped.push(read);
      } else {
        items.push(read);
        yield read;
      }
    }
    return { data: { items }, count: items.length, skipped, notes: [] };
  },
  recognises: (blocks) => [...blocks].some(({ kind }) => kind === 'table'),
} satisfies Resource<${pascal}Item, ${pascal}, Readonly<Record<string, never>>>;

function* fromTables({ blocks }: BlockDocument): Generator<${pascal}Item | Fault> {
  let table = 0;
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    table += 1;
    let row = 0;
    for (const [first] of block.rows) {
      row += 1;
      const title = first?.lines.join(' ');
      if (row === 1) continue;
      yield title ? { title } : { code: 'field-wrong', place: { table, row } };
    }
  }
}

/** @throws {RefusedDocument} \`field-wrong\` where there is no list of items */
function* fromJson(raw: unknown): Generator<${pascal}Item | Fault> {
  const document = v.safeParse(v.looseObject({ items: v.array(v.unknown()) }), raw);
  if (!document.success) throw new RefusedDocument({ code: 'field-wrong', place: { column: 'items' } });
  for (const [index, item] of document.output.items.entries()) {
    const read = v.safeParse(itemSchema, item);
    yield read.success ? { title: read.output.title } : { code: 'field-wrong', place: { item: index + 1 } };
  }
}
`;

const widget = ({ kebab, pascal, camel, title }: Names): string => `import { html } from 'lit';
import { AukioDataElement } from '../../core/data-element.ts';
import type { MessageSet } from '../../core/element.ts';
import { load${pascal}Messages, type ${pascal}Key } from '../../i18n/${kebab}/languages.ts';
import { loadMessages } from '../../i18n/languages.ts';
import type { Accepted } from '../../model/gate.ts';
import type { ${pascal}, ${pascal}Item } from '../../model/${kebab}.ts';
import { ${camel}Resource } from '../../model/${kebab}-resource.ts';
import { wordingOf } from '../../model/text.ts';
import { styles } from './${kebab}.styles.ts';

/**
 * ${title}: say here in two lines what it is and for whom.
 *
 * @summary Say in one sentence what a resident can do with it.
 * @tagname aukio-${kebab}
 *
 * @slot - The pasted table, or what is shown until \`src\` has been read and if it cannot be.
 * @slot help - Another way to reach the city; shown with every error.
 *
 * @fires {{ count: number }} aukio-ready - The items are on the page; \`count\` is how many were accepted.
 * @fires {{ kind: string, message: string }} aukio-error - Nothing could be read; the page's own content stays in view.
 *
 * @csspart base - Everything inside.
 * @csspart heading - The widget's heading.
 * @csspart item - An item.
 * @csspart empty - What is said where there is none.
 * @csspart error - The message when nothing could be read.
 *
 * @cssstate loading - Data is on its way.
 * @cssstate ready - Items are shown.
 * @cssstate empty - There is data, and no item in it.
 * @cssstate error - Nothing could be read.
 */
export class Aukio${pascal} extends AukioDataElement<${pascal}Item, ${pascal}, Readonly<Record<string, never>>, '${kebab}', ${pascal}Key> {
  static override styles = [AukioDataElement.styles, styles];

  protected override messageSets: readonly MessageSet[] = [loadMessages, load${pascal}Messages];

  protected override readonly resource = ${camel}Resource;

  protected override options(): Readonly<Record<string, never>> {
    return {};
  }

  protected override query(): Readonly<Record<string, never>> {
    return {};
  }

  protected override itemsAccepted(): void {
    // The list is short enough to be shown when all of it has come.
  }

  protected override readySentence({ count }: Accepted<${pascal}>): string {
    return count ? this.say('ready', { count }) : this.say('empty');
  }

  protected override get hasContent(): boolean {
    return this.messages !== undefined && this.accepted !== undefined;
  }

  protected override renderContent(): unknown {
    const items = this.data?.items ?? [];
    if (items.length === 0) return html\`<p class="message" part="empty">\${this.say('empty')}</p>\`;
    return html\`<ul role="list">
      \${items.map((item) => this.#renderItem(item))}
    </ul>\`;
  }

  #renderItem({ title }: ${pascal}Item): unknown {
    const { text, lang } = wordingOf(title, this.language);
    return html\`<li part="item" lang=\${lang ?? this.language}>\${text}</li>\`;
  }
}
`;

const styles = (): string => `import { css } from 'lit';

export const styles = css\`
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_border);
  }
\`;
`;

const fixture = ({ kebab }: Names): string => `{
  "$schema": "../../schemas/${kebab}.schema.json",
  "items": [
    { "title": { "fi": "Ensimmäinen", "sv": "Den första", "en": "The first" } },
    { "title": { "fi": "Toinen", "sv": "Den andra", "en": "The second" } }
  ]
}
`;

const story = ({ kebab, title }: Names): string => `import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/${kebab}.ts';

const meta: Meta = {
  title: 'Widgets/${title}',
  component: 'aukio-${kebab}',
  tags: ['autodocs'],
  args: { src: '/fixtures/${kebab}/two-items.json', heading: '' },
  render: ({ src, heading }) => html\`<aukio-${kebab} src=\${src} heading=\${heading}></aukio-${kebab}>\`,
};
export default meta;

export const TwoItems: StoryObj = {};

export const NotFound: StoryObj = { args: { src: '/fixtures/${kebab}/nothing.json' } };
`;

const modelTest = ({ kebab, camel }: Names): string => `import { expect } from '@open-wc/testing';
import { RefusedDocument } from '../../src/model/gate.ts';
import { ${camel}Resource } from '../../src/model/${kebab}-resource.ts';

/** Reads to the end, as core does. */
function accepted(raw: unknown) {
  const reading = ${camel}Resource.accept(raw);
  let step = reading.next();
  while (!step.done) step = reading.next();
  return step.value;
}

describe('${kebab}', () => {
  it('takes good items, and tells which one is not', () => {
    const { data, count, skipped } = accepted({ items: [{ title: 'Ensimmäinen' }, { name: 'ei otsikkoa' }, { title: 'Kolmas' }] });
    expect(data.items.map(({ title }) => title)).to.deep.equal(['Ensimmäinen', 'Kolmas']);
    expect(count).to.equal(2);
    expect(skipped).to.deep.equal([{ code: 'field-wrong', place: { item: 2 } }]);
  });

  it('takes the rows of a table, but not its header', () => {
    const rows = [['Otsikko'], ['Ensimmäinen'], []].map((cells) => cells.map((line) => ({ lines: [line] })));
    const { data, skipped } = accepted({ kind: 'blocks', blocks: [{ kind: 'table', rows }] });
    expect(data.items).to.deep.equal([{ title: 'Ensimmäinen' }]);
    expect(skipped).to.deep.equal([{ code: 'field-wrong', place: { table: 1, row: 3 } }]);
  });

  it('refuses what is something else', () => {
    expect(() => accepted('<!doctype html>')).to.throw(RefusedDocument);
  });
});
`;

const widgetTest = ({ kebab, pascal }: Names): string => `import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/define/${kebab}.ts';
import type { Aukio${pascal} } from '../../src/widgets/${kebab}/${kebab}.ts';

/** A widget that has read what it was given. */
async function ready(template: ReturnType<typeof html>): Promise<Aukio${pascal}> {
  const home = await fixture(html\`<div lang="fi"></div>\`);
  const said = Promise.race([oneEvent(home, 'aukio-ready'), oneEvent(home, 'aukio-error')]);
  const element = await fixture<Aukio${pascal}>(template, { parentNode: home });
  await said;
  await element.updateComplete;
  return element;
}

const example = new URL('../../fixtures/${kebab}/two-items.json', import.meta.url).href;

describe('<aukio-${kebab}>', () => {
  it('shows what it reads in the language of the page', async () => {
    const element = await ready(html\`<aukio-${kebab} src=\${example}></aukio-${kebab}>\`);
    const items = [...element.renderRoot.querySelectorAll('[part~=item]')];
    expect(items.map((item) => item.textContent)).to.deep.equal(['Ensimmäinen', 'Toinen']);
  });

  it('keeps the page\\'s own content where nothing can be read', async () => {
    const element = await ready(html\`<aukio-${kebab} src="/nothing.json"><p>Oma sisältö</p></aukio-${kebab}>\`);
    expect(element.matches(':state(error)')).to.equal(true);
    expect(element.querySelector('p')?.checkVisibility()).to.equal(true);
  });

  it('is accessible', async () => {
    const element = await ready(html\`<aukio-${kebab} src=\${example} heading="Otsikko"></aukio-${kebab}>\`);
    await expect(element).to.be.accessible();
  });
});
`;
