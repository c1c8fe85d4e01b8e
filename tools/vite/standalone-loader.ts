import type { Plugin, Rolldown } from 'vite';

const OWN_COPY = '?loader';
const IMPORT = /\bimport\((['"`])\.\/([^'"`]+)\1\)/g;

/**
 * Makes of the entry a script that stands alone: what it imports statically is copied into it, so that it shares no
 * chunk with what it loads. One request, then; and no chunk ever imports the loader, which would run a second time
 * where its address ends in `?v=2`.
 *
 * Where it loads a chunk that needs another one, it asks for that one in the same breath: never a third round trip.
 * @param file the name of the entry in the bundle
 * @param banner the comment on its first line
 */
export function standaloneLoader(file: string, banner: string): Plugin {
  return {
    name: 'aukio:standalone-loader',
    resolveId: {
      order: 'pre',
      async handler(source, importer, { isEntry, kind }) {
        if (isEntry) return copyOf(await this.resolve(source, importer, { isEntry, skipSelf: true }));
        if (kind !== 'import-statement' || !importer?.endsWith(OWN_COPY)) return null;
        return copyOf(await this.resolve(source, importer.slice(0, -OWN_COPY.length), { skipSelf: true }));
      },
    },
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const loader = chunks.find(({ fileName }) => fileName === file);
      if (!loader) return this.error(`The bundle has no ${file}.`);
      if (loader.imports.length > 0) this.error(`${file} must import nothing statically; it imports ${loader.imports.join(', ')}.`);
      for (const { fileName, imports } of chunks) {
        if (imports.includes(file)) this.error(`${fileName} imports ${file}, which would then run twice.`);
      }

      for (const [door, room] of doors(chunks)) {
        loader.code = loader.code.replaceAll(`./${door}`, `./${room}`);
        loader.dynamicImports = loader.dynamicImports.map((name) => (name === door ? room : name));
        delete bundle[door];
      }
      const asked = new Set(loader.dynamicImports);
      loader.code = loader.code.replace(IMPORT, (call: string, _quote: string, name: string) => {
        const early = [...needs(name, chunks)].filter((other) => !loader.dynamicImports.includes(other));
        for (const other of early) asked.add(other);
        // A failure is reported by the import that needs them; here it would be a second time.
        return early.length > 0 ? `(${early.map((other) => `import("./${other}").catch(()=>{}),`).join('')}${call})` : call;
      });
      loader.dynamicImports = [...asked];
      loader.code = `/* ${banner} */\n${loader.code}`;
    },
  };
}

/**
 * Chunks that hold nothing and only lead to another: what the bundler makes for a module that the loader asks for and
 * that lies in a chunk with others. The loader wants that chunk to come early, not what the module exports.
 */
function doors(chunks: readonly Rolldown.OutputChunk[]): [door: string, room: string][] {
  return chunks.flatMap(({ fileName, moduleIds, imports: [room, ...more] }) =>
    moduleIds.length === 0 && room !== undefined && more.length === 0 ? [[fileName, room]] : [],
  );
}

/** All that a chunk imports statically, directly or through another. */
function needs(name: string, chunks: readonly Rolldown.OutputChunk[]): Set<string> {
  const found = new Set([name]);
  for (const other of found) for (const imported of chunks.find(({ fileName }) => fileName === other)?.imports ?? []) found.add(imported);
  found.delete(name);
  return found;
}

function copyOf<Resolved extends { id: string }>(resolved: Resolved | null): Resolved | null {
  return resolved && { ...resolved, id: resolved.id + OWN_COPY };
}
