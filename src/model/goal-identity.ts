import { slug, textKey, type Text } from './text.ts';

/** What makes a goal the same in another row, period or document: its id, or its line and title. */
export interface Identity {
  readonly id?: string | undefined;
  readonly title: Text;
  readonly focus?: Text | undefined;
  readonly line?: Text | undefined;
}

/** The focus and the line under which the goals stand that are being read. */
export class Group {
  focus: Text | undefined;
  line: Text | undefined;

  /** A new focus ends the line of the one before; the same, named again on the next page, does not. */
  enter(focus: Text): void {
    if (textKey(focus) !== textKey(this.focus)) this.line = undefined;
    this.focus = focus;
  }
}

/** Gives goals the key by which one is the same in another row or document, and ids made from it. */
export class Identities {
  #group: { readonly text: Text | undefined; readonly key: string } = { text: undefined, key: '' };

  keyOf({ title, focus, line }: Identity): string {
    // Without a line, the same title under another focus is another goal.
    const group = line ?? focus;
    // Many goals stand under one line, and lines are long.
    if (group !== this.#group.text) this.#group = { text: group, key: textKey(group) };
    return `${this.#group.key}\n${textKey(title)}`;
  }
}

/** An id that says the title and is the same in every document and browser. */
export function madeId(title: Text, key: string): string {
  // FNV-1a: short.
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return [slug(textKey(title)), (hash >>> 0).toString(36).padStart(4, '0').slice(-4)].filter(Boolean).join('-');
}
