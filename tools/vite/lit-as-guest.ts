import type { Plugin } from 'vite';

interface Change {
  /** The end of the module's name. */
  readonly module: string;
  /** Found in exactly one place of Lit's published build, or the build fails. */
  readonly find: RegExp;
  readonly replace: string;
}

const CHANGES: readonly Change[] = [
  // Where a page's `trusted-types` list does not name `lit-html`, or another copy of Lit has taken the name, Lit throws
  // while it loads and takes everything with it. Here it tries a second name, and goes on without a policy where neither
  // is allowed; before anything is defined, a probe finds out whether that works.
  {
    module: '/lit-html.js',
    find: /\b(\w+)\.createPolicy\("lit-html",(\{createHTML:[^}]*\})\)/g,
    replace: '(()=>{for(const name of["lit-html","aukio"])try{return $1.createPolicy(name,$2)}catch{}})()',
  },
  // On somebody else's page it leaves no global names: neither its versions, which only its development build reads,
  // nor a map that it shares with other copies of itself.
  { module: '/lit-html.js', find: /\b\w+\.litHtmlVersions\?\?=\[\]/g, replace: '[]' },
  { module: '/lit-element.js', find: /\b\w+\.litElementVersions\?\?=\[\]/g, replace: '[]' },
  { module: '/reactive-element.js', find: /\b\w+\.reactiveElementVersions\?\?=\[\]/g, replace: '[]' },
  { module: '/reactive-element.js', find: /\b\w+\.litPropertyMetadata\?\?=new WeakMap;/g, replace: '0;const litPropertyMetadata=new WeakMap;' },
];

/** Changes Lit where it would not behave as a guest on a page that is not its own. */
export function litAsGuest(): Plugin {
  const done = new Map<Change, number>();
  return {
    name: 'aukio:lit-as-guest',
    transform: {
      filter: { id: /[\\/]node_modules[\\/].*lit/ },
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
        const places = done.get(change) ?? 0;
        if (places !== 1) this.error(`Expected ${change.find} in one place of ${change.module}, found ${places}: Lit has changed, and this plugin must follow.`);
      }
    },
  };
}
