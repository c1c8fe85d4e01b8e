import { describe, it } from 'node:test';
import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { houseRules } from '../../tools/eslint/house-rules.mjs';

RuleTester.describe = (title: string, run: () => void) => void describe(title, run);
RuleTester.it = (title: string, run: () => void) => void it(title, run);

const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } });

function refuses(name: keyof typeof houseRules.rules, bad: readonly string[], good: readonly string[]): void {
  tester.run(name, houseRules.rules[name], {
    valid: [...good],
    invalid: bad.map((code) => ({ code, errors: 1 })),
  });
}

refuses(
  'no-style-in-template',
  ['html`<p style="color: red">x</p>`', 'html`<p style=${x}>x</p>`', 'html`<style>p {}</style>`', "import { styleMap } from 'lit/directives/style-map.js';"],
  ['html`<p class="style">x</p>`', 'css`p { color: red }`', "import { classMap } from 'lit/directives/class-map.js';"],
);
refuses(
  'define-in-define-folder',
  ["customElements.define('aukio-x', X)", "@customElement('aukio-x') class X {}"],
  ["customElements.get('aukio-x')", '@property() class X {}'],
);
refuses(
  'named-event',
  ['this.dispatchEvent(new ReadyEvent({ count: 1 }))'],
  ['const event = new ReadyEvent({ count: 1 }); this.dispatchEvent(event)'],
);
refuses('named-exports', ["export * from './x.ts'"], ["export { x } from './x.ts'"]);
refuses(
  'imports-in-node',
  ['const width = window.innerWidth;', 'class X { body = document.body; }', 'class X extends HTMLElement {}', 'const list = [navigator.language];'],
  [
    'export const width = () => window.innerWidth;',
    'class X { body() { return document.body; } }',
    'class X { place: HTMLElement | undefined = undefined; }',
    "const server = typeof document === 'undefined';",
    'function f(document: Document) { return document.body; }',
  ],
);
