import { parseSync, type Plugin } from 'vite';

/** Capitals first: parameters have small letters, and so stay alike in all chunks. */
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
const RESERVED = ['do', 'if', 'in'];
const NAMES = [...LETTERS, ...LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter((name) => !RESERVED.includes(name))];

/** A name in the braces of an import or export. */
interface Specifier {
  readonly kind: 'import' | 'export' | 'passed on';
  /** The chunk whose thing it is. */
  readonly of: string;
  /** The name by which other chunks know the thing. */
  readonly shared: string;
  /** Its name in the chunk, or the one by which it is passed on. */
  readonly other: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Gives a thing that several chunks know one name in all of them, so that no import or export needs two: `import{A,B}` and
 * not `import{t as n,n as i}`, some 1.4 % of a widget. The names inside follow when the files are minified again.
 */
export function sharedNames(): Plugin {
  return {
    name: 'aukio:shared-names',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const specifiers = new Map(chunks.map(({ fileName, code }) => [fileName, specifiersIn(fileName, code)]));
      // Who asks for a module at run time takes things from it by the names that somebody wrote: `(await import('./fi.ts')).fi`.
      const written = new Map(chunks.map(({ fileName, facadeModuleId }) => [fileName, (facadeModuleId && this.getModuleInfo(facadeModuleId)?.exports) || []]));
      const names = choose(specifiers, written);
      for (const chunk of chunks) {
        for (const { kind, of, shared, other, start, end } of specifiers.get(chunk.fileName)!.toReversed()) {
          const name = names.get(`${of} ${shared}`);
          if (name) chunk.code = chunk.code.slice(0, start) + (kind === 'export' ? `${other} as ${name}` : `${name} as ${other}`) + chunk.code.slice(end);
        }
      }
    },
  };
}

/**
 * The names that things of a module have inside for one that minifies it, as terser takes them: the same as outside.
 * @param code a module
 */
export function namesInside(code: string): { vars: { props: Record<string, string> } } {
  const props: Record<string, string> = {};
  for (const { kind, shared, other } of specifiersIn('', code)) if (kind !== 'passed on' && NAMES.includes(shared)) props[`$${other}`] ??= shared;
  return { vars: { props } };
}

/**
 * A name for each thing, by its chunk and the name that the bundler gave it, such that no chunk knows two by one name.
 * @param specifiers what is in the braces of each chunk
 * @param written the names in each chunk that stay
 */
function choose(specifiers: ReadonlyMap<string, readonly Specifier[]>, written: ReadonlyMap<string, readonly string[]>): Map<string, string> {
  const known = new Map<string, string[]>();
  for (const [file, list] of specifiers) {
    for (const { kind, of, shared } of list) {
      if (written.get(of)?.includes(shared)) continue;
      const files = known.get(`${of} ${shared}`) ?? [];
      known.set(`${of} ${shared}`, files);
      if (kind !== 'passed on') files.push(file);
    }
  }
  const taken = new Map([...written].map(([file, names]) => [file, new Set(names)]));
  const chosen = new Map<string, string>();
  // The shortest names for what most chunks know.
  for (const [thing, files] of [...known].toSorted(([, one], [, other]) => other.length - one.length)) {
    const name = NAMES.find((free) => files.every((file) => !taken.get(file)!.has(free)));
    if (!name) throw new Error(`Chunks share more things than there are names: ${thing}`);
    chosen.set(thing, name);
    for (const file of files) taken.get(file)!.add(name);
  }
  return chosen;
}

function specifiersIn(file: string, code: string): Specifier[] {
  return parseSync(`${file}.js`, code).program.body.flatMap((statement): Specifier[] => {
    if (statement.type !== 'ImportDeclaration' && statement.type !== 'ExportNamedDeclaration') return [];
    const of = statement.source ? statement.source.value.replace('./', '') : file;
    return statement.specifiers.flatMap((specifier): Specifier[] => {
      const { start, end } = specifier;
      if (specifier.type === 'ImportSpecifier') return [{ kind: 'import', of, shared: nameOf(specifier.imported), other: nameOf(specifier.local), start, end }];
      if (specifier.type !== 'ExportSpecifier') return [];
      const [inside, outside] = [nameOf(specifier.local), nameOf(specifier.exported)];
      return [statement.source ? { kind: 'passed on', of, shared: inside, other: outside, start, end } : { kind: 'export', of, shared: outside, other: inside, start, end }];
    });
  });
}

function nameOf(node: { readonly name: string } | { readonly value: string }): string {
  return 'name' in node ? node.name : node.value;
}
