import { invalidDocument, type DocumentFault } from '../errors.ts';
import { plainFault, signatureOf } from '../signature.ts';
import { ended } from '../steps.ts';
import { parseLongXml } from './long-xml.ts';
import { openArchive, type Archive } from './zip.ts';

/** An Office file as its parts of XML. Elements are found by their local names: strict and transitional files differ in namespaces. */
export class OfficeFile {
  readonly #archive: Archive;

  /**
   * @param wrong what to say of a file that is of another kind, or whose parts are damaged
   * @throws {SourceError} `invalid-data` with what is wrong with the file; also from every method
   */
  constructor(bytes: Uint8Array, private readonly wrong: DocumentFault) {
    const signature = signatureOf(bytes);
    const fault = plainFault(bytes, signature);
    if (fault || signature !== 'zip') throw invalidDocument(fault ?? wrong);
    this.#archive = openArchive(bytes);
  }

  /** The part that holds the document itself, and its name; in steps. */
  *main(root: string): Generator<void, { part: string; element: Element }, void> {
    const part = this.targets('').find((target) => target.type === 'officeDocument')?.address ?? '';
    const element = yield* this.#parse(part);
    if (element?.localName !== root) throw invalidDocument(this.wrong);
    return { part, element };
  }

  /** The root element of a part. */
  xml(part: string): Element | undefined {
    return ended(this.#parse(part));
  }

  *#parse(part: string): Generator<void, Element | undefined, void> {
    const text = yield* this.#archive.text(part);
    if (text === undefined) return undefined;
    // Office files have no document type; one could only make entities that grow without end.
    const parsed = text.includes('<!DOCTYPE') ? undefined : yield* parseLongXml(text);
    if (!parsed) throw invalidDocument(this.wrong);
    return parsed.documentElement;
  }

  /** What a part points at: other parts by their names, pages by their addresses. */
  targets(part: string): Target[] {
    const slash = part.lastIndexOf('/') + 1;
    const list = this.xml(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
    return [...(list?.children ?? [])].map((element) => {
      const target = attribute(element, 'Target') ?? '';
      const external = attribute(element, 'TargetMode') === 'External';
      return {
        id: attribute(element, 'Id') ?? '',
        type: attribute(element, 'Type')?.split('/').pop() ?? '',
        address: external ? target : partName(target, part),
        external,
      };
    });
  }
}

export interface Target {
  readonly id: string;
  /** The last part of the relationship's type: `styles`, `hyperlink`, `worksheet`. */
  readonly type: string;
  readonly address: string;
  readonly external: boolean;
}

function partName(target: string, from: string): string {
  return new URL(target, `http://file/${from}`).pathname.slice(1);
}

/** Child elements of one name. */
export function children(parent: Element | undefined, name: string): Element[] {
  return [...(parent?.children ?? [])].filter((child) => child.localName === name);
}

/** The first child of a name; several names lead deeper. */
export function child(parent: Element | undefined, ...names: readonly string[]): Element | undefined {
  return names.reduce<Element | undefined>((element, name) => {
    for (let next = element?.firstElementChild; next; next = next.nextElementSibling) if (next.localName === name) return next;
    return undefined;
  }, parent);
}

/** Of the element's own vocabulary: Word gives attributes the namespace of their element, Excel gives them none. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.getAttributeNS(element.namespaceURI, name) ?? element?.getAttribute(name) ?? undefined;
}

/** The `r:id` by which an element names a target. */
export function targetId(element: Element): string | undefined {
  return [...element.attributes].find(({ localName, prefix }) => localName === 'id' && prefix)?.value;
}

/** Whether a switch such as `<w:vanish/>` is there and not switched off. */
export function isOn(element: Element | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off)$/.test(attribute(element, 'val') ?? '');
}
