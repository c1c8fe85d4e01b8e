import * as fc from 'fast-check';
import { contract, resolved, type ContractNode } from './contract.ts';

/** Values made from the schemas of the contract, and what a careless or hostile client makes of them. */

/** What has broken other services: for databases, JSON, prototypes and pages. */
const HOSTILE = [
  '', '\0', 'a\0b', '\uD800', 'x\uDC00y', '\u202Eabc', '\r\n', '__proto__', 'constructor', 'toString', "'; DROP TABLE feedback; --", '{"a":1}', '\\u0000', '%00', '=1+1',
  '<script>alert(1)</script>', 'NaN', '1e999', '-0', '9'.repeat(400), 'İıß', 'a'.repeat(600), 'a'.repeat(4001), '2026-02-30T25:61', 'goal:\0', 'javascript:alert(1)', '👩‍👩‍👧'.repeat(200),
];

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(...HOSTILE));
const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -0, 1e308, -1e308, Number.MAX_SAFE_INTEGER, 90, 180, 181));

/** Values that fit a schema. @param known good values for members of these names, so that some get through the rules */
export function fitting(schema: ContractNode, known: Readonly<Record<string, fc.Arbitrary<unknown>>> = {}): fc.Arbitrary<unknown> {
  const node = resolved(schema) as unknown as { readonly [key: string]: unknown } & {
    readonly properties?: Readonly<Record<string, ContractNode>>; readonly additionalProperties?: ContractNode | false; readonly required?: readonly string[];
    readonly items?: ContractNode; readonly oneOf?: readonly (ContractNode & { readonly required?: readonly string[] })[]; readonly enum?: readonly unknown[]; readonly const?: unknown; readonly pattern?: string;
  };
  if (node.const !== undefined) return fc.constant(node.const);
  if (node.enum) return fc.constantFrom(...node.enum);
  if (node.oneOf && !node.properties) return fc.oneof(...node.oneOf.map((one) => fitting(one, known)));
  switch (node['type']) {
    case 'string': return node.pattern ? fc.stringMatching(new RegExp(node.pattern)) : text;
    case 'number': return number;
    case 'integer': return fc.integer();
    case 'boolean': return fc.boolean();
    case 'array': return fc.array(fitting(node.items!, known), { maxLength: 4 });
    case 'object': {
      const { properties = {}, required = [], additionalProperties } = node;
      const members = Object.entries(properties).map(([name, member]) => [name, known[name] ? fc.oneof({ weight: 4, arbitrary: known[name] }, fitting(member, known)) : fitting(member, known)] as const);
      // Beside properties, `oneOf` says which of them belong together.
      const named = fc.oneof(...(node.oneOf ?? [{ required: [] }]).map((one) => fc.record(Object.fromEntries(members), { requiredKeys: [...required, ...(one.required ?? [])] })));
      if (!additionalProperties) return named;
      return fc.tuple(named, fc.dictionary(text, fitting(additionalProperties, known), { maxKeys: 3 })).map(([some, more]) => ({ ...more, ...some }));
    }
    default: throw new Error(`No values for ${JSON.stringify(node)}`);
  }
}

/** A value with one member taken away, added, or of another kind, at some depth. */
export function damaged(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(values, fc.jsonValue(), fc.infiniteStream(fc.nat()), fc.constantFrom('replace', 'remove', 'add'), text).map(([value, other, choices, how, name]) => {
    const copy = structuredClone(value);
    let at: unknown = copy;
    for (;;) {
      const keys = typeof at === 'object' && at !== null ? Object.keys(at) : [];
      const holder = at as Record<string, unknown>;
      if (!keys.length) return other;
      const key = keys[choices.next().value! % keys.length]!;
      const inner = holder[key];
      if (typeof inner === 'object' && inner !== null && Object.keys(inner).length && choices.next().value! % 2) at = inner;
      else {
        if (how === 'replace') holder[key] = other;
        else if (how === 'remove') delete holder[key];
        else holder[name] = other;
        return copy;
      }
    }
  });
}

export function schemaNamed(name: string): ContractNode {
  return contract['components']!['schemas']![name]!;
}
