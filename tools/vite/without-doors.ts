import type { Plugin, Rolldown } from 'vite';

const IMPORT = /\bimport\((['"`])\.\/([^'"`]+)\1\)/g;

/**
 * Lets no chunk go through one that only leads to another: the bundler makes such a door for each module that is asked for
 * and lies in a chunk with others, a request more in front of the one for the chunk.
 * @param file the name of the entry in the bundle
 * @param used the modules of shared chunks of which the entry itself uses what they export; others it only wants to come early
 */
export function withoutDoors(file: string, used: readonly string[]): Plugin {
  return {
    name: 'aukio:without-doors',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      for (const { door, room, exports } of doors(chunks)) {
        // Shorter for the entry; but in some rooms two things have one name outside.
        if (used.some((module) => door.startsWith(`${module}-`))) open(chunks.find(({ fileName }) => fileName === room)!, exports);
        for (const chunk of chunks) {
          const through = chunk.fileName === file || exports.length === 0 ? '' : `.then(room=>({${exports.map(([inside, outside]) => `${outside}:room.${inside}`).join()}}))`;
          chunk.code = chunk.code.replace(IMPORT, (call: string, _quote: string, name: string) => (name === door ? `import("./${room}")${through}` : call));
          chunk.dynamicImports = chunk.dynamicImports.map((name) => (name === door ? room : name));
        }
        delete bundle[door];
      }
    },
  };
}

/** A chunk that holds nothing and only leads to another. */
interface Door {
  readonly door: string;
  readonly room: string;
  /** What is seen through it: its name in the room's exports, and the one it goes by outside. */
  readonly exports: readonly (readonly [inside: string, outside: string])[];
}

function doors(chunks: readonly Rolldown.OutputChunk[]): Door[] {
  return chunks.flatMap(({ fileName, moduleIds, code, imports: [room, ...more] }) => {
    if (moduleIds.length > 0 || room === undefined || more.length > 0) return [];
    const names = /^export\{(.*)\}from/.exec(code)?.[1]?.split(',') ?? [];
    return [{ door: fileName, room, exports: names.map((name) => pairOf(name)) }];
  });
}

/** Lets a room give by itself what its door gave. */
function open(room: Rolldown.OutputChunk, exports: Door['exports']): void {
  room.code = room.code.replace(/\bexport\{([^}]*)\}/, (_, list: string) => {
    const locals = new Map(list.split(',').map((name) => pairOf(name)).map(([local, outside]) => [outside, local]));
    return `export{${[list, ...exports.map(([inside, outside]) => `${locals.get(inside)} as ${outside}`)].join()}}`;
  });
}

/** `a as b`, or `a` alone. */
function pairOf(name: string): readonly [string, string] {
  const [local = '', outside = local] = name.trim().split(' as ');
  return [local, outside];
}
