import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

interface Change {
  /** The end of the module's name. */
  readonly module: string;
  /** Found in exactly `places` places of the published build, or the build fails. */
  readonly find: RegExp;
  readonly places?: number;
  readonly replace: string;
}

const POLICY = fileURLToPath(new URL('../../src/sources/policy.ts', import.meta.url));

const CHANGES: readonly Change[] = [
  // Where a page's `trusted-types` list does not name `lit-html`, or another copy of Lit has taken the name, Lit throws
  // while it loads and takes everything with it. Here it has the one policy of all that is ours, or goes on without one;
  // before anything is defined, a probe finds out whether that works.
  { module: '/lit-html.js', find: /\b\w+\.createPolicy\("lit-html",\{createHTML:[^}]*\}\)/g, replace: 'ourPolicy()' },
  { module: '/lit-html.js', find: /(?<=\*\/\s*)const (?=\w+=globalThis,)/g, replace: `import{ourPolicy}from${JSON.stringify(POLICY)};const ` },
  // On somebody else's page it leaves no global names: neither its versions, which only its development build reads,
  // nor a map that it shares with other copies of itself.
  { module: '/lit-html.js', find: /\b\w+\.litHtmlVersions\?\?=\[\]/g, replace: '[]' },
  { module: '/lit-element.js', find: /\b\w+\.litElementVersions\?\?=\[\]/g, replace: '[]' },
  { module: '/reactive-element.js', find: /\b\w+\.reactiveElementVersions\?\?=\[\]/g, replace: '[]' },
  { module: '/reactive-element.js', find: /\b\w+\.litPropertyMetadata\?\?=new WeakMap;/g, replace: '0;const litPropertyMetadata=new WeakMap;' },
  // What a page's old scripts have put on `Object.prototype` is no entry of a schema: with one such name no JSON was accepted.
  { module: '/valibot/dist/index.mjs', find: /for \(const key in this\.entries\)/g, places: 4, replace: 'for (const key of Object.keys(this.entries))' },
];

/** Changes Lit, and Valibot beside it, where they would not behave as guests on a page that is not their own. */
export function litAsGuest(): Plugin {
  const done = new Map<Change, number>();
  return {
    name: 'aukio:lit-as-guest',
    transform: {
      filter: { id: /[\\/]node_modules[\\/].*(?:lit|valibot)/ },
      handler(code, id) {
        const changes = CHANGES.filter(({ module }) => id.replaceAll('\\', '/').endsWith(module));
        if (changes.length === 0) return null;
        for (const change of changes) done.set(change, (done.get(change) ?? 0) + (code.match(change.find)?.length ?? 0));
        return { code: changes.reduce((changed, { find, replace }) => changed.replace(find, replace), code), map: null };
      },
    },
    buildEnd(error) {
      if (error) return;
      for (const change of CHANGES) {
        const { module, find, places = 1 } = change;
        const found = done.get(change) ?? 0;
        if (found !== places) this.error(`Expected ${find} in ${places} place(s) of ${module}, found ${found}: it has changed, and this plugin must follow.`);
      }
    },
  };
}
