import type { ArgTypes, InputType } from 'storybook/internal/types';
import manifest from '../custom-elements.json';

/** What a manifest says of an attribute, property, event, slot, part, state or token. */
interface Member {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
  /** The type with its aliases written out: `'line' | 'none'`. */
  readonly parsedType?: { readonly text: string };
  readonly kind?: string;
  /** The attribute by which HTML sets the same. */
  readonly attribute?: string;
}

interface Declaration {
  readonly tagName: string;
  readonly attributes?: readonly Member[];
  readonly members?: readonly Member[];
  readonly events?: readonly Member[];
  readonly slots?: readonly Member[];
  readonly cssParts?: readonly Member[];
  readonly cssProperties?: readonly Member[];
  readonly cssStates?: readonly Member[];
}

/**
 * Controls and documentation of a widget, from the manifest. Storybook's own reading keys everything by its bare name,
 * so that the part `heading` takes the place of the attribute `heading`, and knows no choice from a list.
 */
export function argTypesOf(tag: string): ArgTypes {
  const declarations: readonly Declaration[] = manifest.modules.flatMap((module): readonly Declaration[] => module.declarations);
  const widget = declarations.find(({ tagName }) => tagName === tag);
  if (!widget) return {};
  return Object.fromEntries([
    ...rows(widget.attributes, 'Attributes', ({ name }) => name, controlOf),
    ...rows(widget.members?.filter(({ attribute }) => attribute === undefined), 'Properties and methods', ({ name, kind }) => (kind === 'method' ? `${name}()` : `.${name}`)),
    ...rows(widget.events, 'Events', ({ name }) => name),
    ...rows(widget.slots, 'Slots', ({ name }) => (name ? `slot="${name}"` : '(default slot)')),
    ...rows(widget.cssProperties, 'Custom properties', ({ name }) => name),
    ...rows(widget.cssParts, 'Parts', ({ name }) => `::part(${name})`),
    ...rows(widget.cssStates, 'States', ({ name }) => `:state(${name})`),
  ]);
}

const NO_CONTROL = { control: { disable: true } } as const;

function rows(
  members: readonly Member[] = [],
  category: string,
  keyOf: (member: Member) => string,
  control: (member: Member) => InputType = () => NO_CONTROL,
): readonly (readonly [key: string, argType: InputType])[] {
  return members.map((member) => {
    const type = typeOf(member);
    const description = member.description ?? '';
    const table = {
      category,
      ...(type && { type: { summary: type } }),
      ...(member.default && member.default !== 'undefined' && { defaultValue: { summary: member.default } }),
    };
    return [keyOf(member), { name: keyOf(member), description, table, ...control(member) }];
  });
}

/** The control by which a reader tries an attribute. */
function controlOf(member: Member): InputType {
  const type = typeOf(member);
  if (type === 'boolean' || type === 'number') return { control: { type } };
  const options = type.split(' | ').map((option) => /^'(.*)'$/.exec(option)?.[1]);
  return options.every((option) => option !== undefined) ? { control: { type: 'select' }, options } : { control: { type: 'text' } };
}

function typeOf({ parsedType, type }: Member): string {
  return (parsedType ?? type)?.text.replace(/ \| undefined$/, '') ?? '';
}
