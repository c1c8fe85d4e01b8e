import { createHash } from 'node:crypto';
import { dirname, relative, sep } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/**
 * Ends the names of all chunks in the same letters, which follow from the content of all of them. The loader names most
 * chunks, and letters that follow from no others are what compresses least. Each release has names of its own, which no
 * browser takes for those of an earlier one. A name that several chunks have stays that of the first that the loader asks
 * for; the others get that of their folder in front.
 * @param file the name of the entry in the bundle; it stays
 * @param source the folder of the modules
 * @param length letters of the hash
 */
export function oneHash(file: string, source: string, length: number): Plugin {
  return {
    name: 'aukio:one-hash',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk' && output.fileName !== file) as Rolldown.OutputChunk[];
      const asked = (bundle[file] as Rolldown.OutputChunk).dynamicImports;
      const first = new Map(chunks.filter(({ fileName }) => asked.includes(fileName)).toSorted((one, other) => asked.indexOf(other.fileName) - asked.indexOf(one.fileName)).map((chunk) => [chunk.name, chunk]));
      const content = createHash('sha256');
      for (const { code } of chunks.toSorted((one, other) => (one.fileName < other.fileName ? -1 : 1))) content.update(code);
      const hash = content.digest('base64url').slice(0, length);

      const names = new Map<string, string>();
      for (const chunk of chunks) {
        const others = chunks.some((other) => other !== chunk && other.name === chunk.name);
        const name = first.get(chunk.name) === chunk || !others ? chunk.name : `${folderOf(chunk, source)}-${chunk.name}`;
        names.set(chunk.fileName, `${name}-${hash}.js`);
      }
      if (new Set(names.values()).size < names.size) this.error(`Two chunks have one name: ${[...names.values()].sort().join(', ')}`);
      const renamed = (name: string): string => names.get(name) ?? name;
      for (const chunk of Object.values(bundle).filter((output) => output.type === 'chunk')) {
        chunk.code = chunk.code.replace(/[\w-]+\.js\b/g, renamed);
        chunk.imports = chunk.imports.map(renamed);
        chunk.dynamicImports = chunk.dynamicImports.map(renamed);
        chunk.fileName = renamed(chunk.fileName);
      }
    },
  };
}

/** The folder of the module for whose sake a chunk is there, without the room that it shares with its like. */
function folderOf({ facadeModuleId, moduleIds }: Rolldown.OutputChunk, source: string): string {
  return relative(source, dirname(facadeModuleId ?? moduleIds.at(-1) ?? '')).split(sep).filter((name) => name !== 'i18n' && name !== 'widgets').join('-');
}
