import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

for (const widget of readdirSync(new URL('../../src/widgets', import.meta.url))) {
  test(`${widget} is a class, a define module and an export`, () => {
    const name = `Aukio${widget.replace(/(^|-)(\w)/g, (_, _hyphen, letter: string) => letter.toUpperCase())}`;
    assert.match(read(`src/widgets/${widget}/${widget}.ts`), new RegExp(`^export class ${name} `, 'm'));
    assert.match(read(`src/define/${widget}.ts`), new RegExp(`customElements\\.define\\('aukio-${widget}', ${name}\\)`));
    assert.match(read('src/index.ts'), new RegExp(`export \\{ ${name} \\} from`));
  });

  test(`${widget} is documented in the order of the house`, () => {
    const docs = /\/\*\*(?:(?!\*\/)[^])*@tagname(?:(?!\*\/)[^])*\*\//.exec(read(`src/widgets/${widget}/${widget}.ts`))?.[0] ?? '';
    const order = ['summary', 'tagname', 'slot', 'fires', 'csspart', 'cssprop', 'cssstate'];
    const tags = [...docs.matchAll(/^ \* @(\w+)/gm)].map(([, tag = '']) => tag);
    assert.deepEqual(tags, tags.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)), 'the order of the tags');
    assert.deepEqual(tags.filter((tag) => !order.includes(tag)), [], 'other tags');
    assert.equal(tags.includes('summary') && tags.includes('tagname'), true, 'a summary and a tag name');
    assert.ok(docs.includes(`@tagname aukio-${widget}`));
  });

  test(`every event of ${widget} is documented by what its detail holds`, () => {
    const docs = read(`src/widgets/${widget}/${widget}.ts`);
    for (const [line] of docs.matchAll(/^ \* @fires .*$/gm)) assert.match(line, /^ \* @fires \{\{ .* \}\} aukio-[a-z-]+ - \S/);
  });
}
