import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';
import type { Plugin } from 'vite';

/** What the build wrote, by file name. */
export type ChunkList = Record<string, Chunk>;

export interface Chunk {
  /** The modules that are loaded by loading it, from the project's folder; none where it holds what others share. */
  readonly for: readonly string[];
  /** Asked for together with it. */
  readonly imports: readonly string[];
  /** Asked for when it comes to it. */
  readonly loads: readonly string[];
  /** For the `integrity` attribute, and to check a copy against. */
  readonly integrity: string;
}

/** Writes a list of the chunks and what each needs, for the size check and for whoever pins the files by their hashes. */
export function chunkList(file: string, project: string): Plugin {
  return {
    name: 'aukio:chunk-list',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const list: ChunkList = {};
        for (const output of Object.values(bundle)) {
          if (output.type !== 'chunk') continue;
          const entries = output.moduleIds.filter((id) => {
            const module = this.getModuleInfo(id);
            return module && (module.isEntry || module.dynamicImporters.length > 0);
          });
          list[output.fileName] = {
            for: entries.map((id) => relative(project, id.replace(/\?.*$/, '')).replaceAll(sep, '/')),
            imports: output.imports,
            // What it imports anyway may be named a second time, to be there early.
            loads: [...new Set(output.dynamicImports)].filter((name) => !output.imports.includes(name)),
            integrity: `sha384-${createHash('sha384').update(output.code).digest('base64')}`,
          };
        }
        this.emitFile({ type: 'asset', fileName: file, source: `${JSON.stringify(list, undefined, 2)}\n` });
      },
    },
  };
}
