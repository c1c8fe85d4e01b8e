import type { Plugin } from 'vite';

/**
 * Lets a module of styles take `css` from where Lit keeps it: through Lit's own index, all of Lit would have to be there
 * before anything of ours has a style.
 */
export function cssAlone(): Plugin {
  return {
    name: 'aukio:css-alone',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^lit$/ },
      async handler(source, importer) {
        if (!importer || !/[\\/]styles[\\/][^\\/]+\.ts$|\.styles\.ts$/.test(importer)) return null;
        const lit = await this.resolve(source, importer, { skipSelf: true });
        return lit && this.resolve('@lit/reactive-element/css-tag.js', lit.id, { skipSelf: true });
      },
    },
  };
}
