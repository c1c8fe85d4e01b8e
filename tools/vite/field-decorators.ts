import type { Plugin } from 'vite';

const LIT = 'lit/decorators.js';
const OURS = '\0aukio:decorators';

/** What of Lit's decorators is used here, for fields alone. Another one fails the build: nothing exports it. */
const DECORATORS = `
export const property = (options) => (prototype, name) => { prototype.constructor.createProperty(name, options); };
export const state = (options) => property({ ...options, state: true, attribute: false });
`;

/** The compiler's own applies decorators to classes, methods and parameters too, and asks for a polyfill of \`Reflect\`. */
const APPLY = 'export default (decorators, prototype, name) => { for (const decorate of decorators) decorate(prototype, name); };';

/**
 * Takes decorators of fields in their shortest form. Lit's and the compiler's serve two proposals and every place where
 * a decorator can stand: half a kilobyte on every page that nothing here uses.
 */
export function fieldDecorators(): Plugin {
  return {
    name: 'aukio:field-decorators',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^lit\/decorators\.js$/ },
      handler: (source) => (source === LIT ? OURS : null),
    },
    load: {
      filter: { id: /^\0aukio:decorators$/ },
      handler: () => DECORATORS,
    },
    transform: {
      filter: { id: /helpers\/esm\/decorate\.js$/ },
      handler: () => APPLY,
    },
  };
}
