import { expect } from '@open-wc/testing';
import manifest from '../../custom-elements.json';
import '../../src/define/budget-results.ts';
import '../../src/define/budget-vote.ts';
import '../../src/define/channel-directory.ts';
import '../../src/define/feedback-form.ts';
import '../../src/define/goal-status.ts';
import '../../src/define/source.ts';

interface Attribute {
  readonly name: string;
  readonly fieldName: string;
  readonly type?: { readonly text: string };
  readonly parsedType?: { readonly text: string };
}
interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly Attribute[];
}

const WIDGETS = manifest.modules.flatMap(({ declarations }) => declarations as readonly Declaration[]).flatMap(({ tagName, attributes }) => (tagName && attributes ? [{ tagName, attributes }] : []));

/** What survives the filters of `embedding.md`: no capitals, no `--`, nothing that other scripts take orders from. */
const NAME = /^(?!on|hx|style$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

interface Values {
  readonly text: string;
  readonly value: unknown;
  readonly other: string;
  readonly otherValue: unknown;
}

/** What is written, and what the property is then. */
function valuesOf({ type, parsedType }: Attribute): Values {
  const text = ((parsedType ?? type)?.text ?? '').replace(' | undefined', '');
  if (text === 'boolean') return { text: '', value: true, other: 'false', otherValue: false };
  if (text === 'number') return { text: '3', value: 3, other: '4', otherValue: 4 };
  // A text with a colon, and with what HTML would take for its own.
  return { text: 'Mål: "2030" <b>', value: 'Mål: "2030" <b>', other: 'Tavoite: 50 %', otherValue: 'Tavoite: 50 %' };
}

describe('every attribute of the manifest', () => {
  for (const { tagName, attributes } of WIDGETS) {
    it(`of ${tagName} has a name that filters leave`, () => {
      for (const { name } of attributes) expect(name).to.match(NAME);
    });

    it(`of ${tagName} is read under its own name and as data-…, and data-… is believed where both are there`, () => {
      const element = document.createElement(tagName) as HTMLElement & Record<string, unknown>;
      for (const attribute of attributes) {
        const { name, fieldName } = attribute;
        const { text, value, other, otherValue } = valuesOf(attribute);
        element.setAttribute(name, text);
        expect(element[fieldName], name).to.equal(value);
        element.setAttribute(`data-${name}`, other);
        expect(element[fieldName], `data-${name} beside ${name}`).to.equal(otherValue);
        element.setAttribute(name, text);
        expect(element[fieldName], `data-${name} before ${name}`).to.equal(otherValue);
        element.removeAttribute(name);
        expect(element[fieldName], `data-${name} alone`).to.equal(otherValue);
      }
    });
  }
});
