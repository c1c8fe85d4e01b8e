import type { Plugin, Rolldown } from 'vite';

const OWN_COPY = '?loader';
const IMPORT = /\bimport\((['"`])\.\/([^'"`]+)\1\)/g;

/**
 * Makes of the entry a script that stands alone: what it imports statically is copied into it, so that it shares no
 * chunk with what it loads. One request, then; and no chunk ever imports the loader, which would run a second time
 * where its address ends in `?v=2`.
 *
 * Where it loads a chunk that needs another one, it asks for that one in the same breath: never a third round trip.
 * Nor does any chunk go through one that only leads to another.
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

      for (const { door, room, exports } of doors(chunks)) {
        for (const chunk of chunks) {
          // The loader wants a chunk to come early, not what a module in it exports.
          const through = chunk === loader || !exports ? '' : `.then(room=>({${exports}}))`;
          chunk.code = chunk.code.replace(IMPORT, (call: string, _quote: string, name: string) => (name === door ? `import("./${room}")${through}` : call));
          chunk.dynamicImports = chunk.dynamicImports.map((name) => (name === door ? room : name));
        }
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

/** A chunk that holds nothing and only leads to another. */
interface Door {
  readonly door: string;
  readonly room: string;
  /** What is seen through it, as the fields of an object made from `room`. */
  readonly exports: string;
}

/**
 * The bundler makes a door for each module that is asked for and lies in a chunk with others: a request more, in front
 * of the one for the chunk.
 */
function doors(chunks: readonly Rolldown.OutputChunk[]): Door[] {
  return chunks.flatMap(({ fileName, moduleIds, code, imports: [room, ...more] }) => {
    if (moduleIds.length > 0 || room === undefined || more.length > 0) return [];
    const names = /^export\{(.*)\}from/.exec(code)?.[1]?.split(',') ?? [];
    return [{ door: fileName, room, exports: names.map((name) => name.replace(/^(\w+)(?: as (\w+))?$/, (_, inside: string, outside = inside) => `${outside}:room.${inside}`)).join() }];
  });
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
