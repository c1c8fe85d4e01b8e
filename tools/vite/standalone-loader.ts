import type { Plugin, Rolldown } from 'vite';

const OWN_COPY = '?loader';
const IMPORT = /\bimport\((['"`])\.\/([^'"`]+)\1\)/g;

/** What stands in the loader for every `import()`: each written out would cost it a tenth of its budget. */
export const LOAD = '$$';
/**
 * Asks for all of these chunks at once, for the sake of the last; its failure is reported for them all.
 * @param end what the names of all of them end in
 */
const loading = (end: string): string => `let ${LOAD}=e=>{let t;for(let n of e.split(" "))t?.catch(()=>{}),t=import(\`./\${n}${end}\`);return t};`;

/**
 * Makes of the entry a script that stands alone: what it imports statically is copied into it, so that it shares no
 * chunk with what it loads. One request, then; and no chunk ever imports the loader, which would run a second time
 * where its address ends in `?v=2`. It runs as a module and as a plain script alike.
 *
 * Where it loads a chunk that needs another one, it asks for that one in the same breath: never a third round trip.
 * @param file the name of the entry in the bundle
 * @param banner the comment on its first line
 * @param ahead the chunks with which other chunks as well ask for all that they need, as the loader does: a reader waits for them
 * @param sometimes the chunks that the loader itself asks for on some pages only: who needs them asks for them in any case
 */
export function standaloneLoader(file: string, banner: string, ahead: readonly string[], sometimes: readonly string[]): Plugin {
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

      const asked = loader.dynamicImports.filter((name) => !isOf(name, sometimes));
      const calls = new Map(loader.dynamicImports.map((name) => [name, [...[...needs(name, chunks)].filter((other) => !asked.includes(other)).sort(), name]]));
      loader.dynamicImports = [...new Set([...loader.dynamicImports, ...[...calls.values()].flat()])];
      const end = commonEnd(loader.dynamicImports);
      loader.code = loader.code.replace(IMPORT, (_call: string, _quote: string, name: string) => `${LOAD}("${calls.get(name)!.map((needed) => needed.slice(0, -end.length)).join(' ')}")`);
      for (const chunk of chunks.filter((other) => other !== loader)) {
        const there = needs(chunk.fileName, chunks).add(chunk.fileName);
        chunk.code = chunk.code.replace(IMPORT, (call: string, _quote: string, name: string) => {
          const early = isOf(name, ahead) ? [...needs(name, chunks)].filter((other) => !there.has(other)) : [];
          chunk.dynamicImports = [...new Set([...chunk.dynamicImports, ...early])];
          return early.length > 0 ? `(${early.map((other) => `import("./${other}").catch(()=>{})`).join()},${call})` : call;
        });
      }
      if (/\bimport\.meta\b|^export\b/m.test(loader.code) || loader.code.includes(`${LOAD}=`)) this.error(`${file} must also run as a script that is no module.`);
      // As such it would leave its names on the page, and its faults unsaid.
      loader.code = `/* ${banner} */\n(()=>{"use strict";${loading(end)}${loader.code.trim()}})();\n`;
    },
  };
}

/** All that a chunk imports statically, directly or through another. */
function needs(name: string, chunks: readonly Rolldown.OutputChunk[]): Set<string> {
  const found = new Set([name]);
  for (const other of found) for (const imported of chunks.find(({ fileName }) => fileName === other)?.imports ?? []) found.add(imported);
  found.delete(name);
  return found;
}

/** Whether a chunk is one of these modules'. */
function isOf(name: string, modules: readonly string[]): boolean {
  return modules.some((module) => name.startsWith(`${module}-`));
}

/** The letters in which all names end. */
function commonEnd([first = '', ...others]: readonly string[]): string {
  let end = first;
  while (!others.every((name) => name.endsWith(end))) end = end.slice(1);
  return end;
}

function copyOf<Resolved extends { id: string }>(resolved: Resolved | null): Resolved | null {
  return resolved && { ...resolved, id: resolved.id + OWN_COPY };
}
