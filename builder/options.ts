import manifest from '../custom-elements.json';

/** One attribute of a widget, as the editor sets it. */
export interface Option {
  readonly name: string;
  readonly kind: 'flag' | 'number' | 'text' | 'choice';
  /** The values of a choice. */
  readonly values: readonly string[];
  /** In English, from the manifest. */
  readonly description: string;
}

interface Attribute {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly parsedType?: { readonly text: string };
}
interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly Attribute[];
}

/** What other steps ask for, and what only a developer's page needs. */
const ELSEWHERE = new Set(['src', 'debug', 'region']);

/** The attributes of a widget that an editor may set, in the manifest's order, the heading first. */
export function optionsOf(widget: string): readonly Option[] {
  const declarations = manifest.modules.flatMap((module): readonly Declaration[] => module.declarations);
  const attributes = declarations.find(({ tagName }) => tagName === `aukio-${widget}`)?.attributes ?? [];
  const options = attributes.filter(({ name }) => !ELSEWHERE.has(name)).map(optionOf);
  const first = options.filter(({ name }) => name.startsWith('heading'));
  return [...first, ...options.filter((option) => !first.includes(option))];
}

function optionOf({ name, description = '', type, parsedType }: Attribute): Option {
  const text = ((parsedType ?? type)?.text ?? '').replace(/ \| undefined$/, '');
  const values = text.split(' | ').flatMap((value) => /^'(.*)'$/.exec(value)?.[1] ?? []);
  const kind = text === 'boolean' ? 'flag' : text === 'number' ? 'number' : values.length ? 'choice' : 'text';
  return { name, kind, values: kind === 'choice' ? values : [], description };
}
