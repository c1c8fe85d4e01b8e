import { labelled, unnumbered } from './goal-headers.ts';
import { meaningsOf } from './goal-columns.ts';
import { Group } from './goal-identity.ts';
import type { Period } from './goals.ts';
import { bilingual, type Halves } from './halves.ts';
import { periodIn, periodOf } from './periods.ts';
import type { Field } from './goal-fields.ts';
import type { Synonyms } from './synonyms.ts';
import type { Text } from './text.ts';

type Label = 'focus' | 'line' | 'period' | 'as-of' | 'body';
const LABELS: readonly Field[] = ['focus', 'line', 'period', 'as-of', 'body'] satisfies Label[];

/** A name of a municipal body standing alone, as reports have it under their title: up to six words, the last of which says what it is. */
const BODY = /^(?:[\p{L}-]+,? ){0,5}[\p{L}-]*(?:lautakunta|hallitus|valtuusto|jaosto|nämnd(?:en)?|styrelsen?|fullmäktige|committee|board|council)$/iu;

/** What stands around the tables and goes for those after it: focus, line, period, whose report it is and of when. */
export class Surroundings extends Group {
  period: Period | undefined;
  body: Text | undefined;
  asOf: string | undefined;
  /** A label that stood alone; its text is the next paragraph. */
  #open: { readonly label: Label; readonly halves: Halves | undefined } | undefined;

  constructor(private readonly words: Synonyms) {
    super();
  }

  /**
   * Takes up a paragraph, heading or full-width row; false where it says nothing of this.
   * @param tag marks the language of a text that is not in the page's
   */
  async hear(text: string, tag: (text: string) => Text): Promise<boolean> {
    const { before, after } = labelled(text);
    const found = periodIn(before);
    const named = found ? found.rest : before;
    let said = labelOf(named, this.words);
    if (said.strange && (after || found?.day) && !this.words.complete) {
      await this.words.learn();
      said = labelOf(named, this.words);
    }
    const { label, halves } = said;
    if (label) {
      // `Tilanne 31.7.2025` needs no colon.
      const value = found && (label === 'period' || label === 'as-of') ? found.written : after;
      this.#open = value ? undefined : { label, halves };
      if (value) this.#take(label, value, halves, tag);
      return true;
    }
    if (this.#open) {
      this.#take(this.#open.label, text, this.#open.halves, tag);
      this.#open = undefined;
      return true;
    }
    if (!BODY.test(text)) return false;
    this.body = tag(text);
    return true;
  }

  /** What follows is no paragraph: a label that stood alone has no text. */
  close(): void {
    this.#open = undefined;
  }

  #take(label: Label, value: string, halves: Halves | undefined, tag: (text: string) => Text): void {
    const two = bilingual(value, halves);
    const text = typeof two === 'string' ? tag(two) : two;
    if (label === 'focus') this.enter(text);
    else if (label === 'line') this.line = text;
    else if (label === 'body') this.body = text;
    else if (label === 'period') this.period = periodOf(text);
    else this.asOf = periodIn(value)?.period.end ?? this.asOf;
  }
}

/** Whether a text is nothing but a label. */
export function isLabel(text: string, words: Synonyms): boolean {
  return text.length <= 80 && labelOf(text, words).label !== undefined;
}

/** The label of `Strateginen painopiste`, `Painopiste 2` or `1. Strateginen painopiste – Strategisk tyngdpunkt`. */
function labelOf(text: string, words: Synonyms): { readonly label: Label | undefined; readonly halves: Halves | undefined; readonly strange: boolean } {
  const { meanings, halves, strange } = meaningsOf(unnumbered(text), words);
  return { label: meanings.map(({ is }) => is).find((field): field is Label => LABELS.includes(field)), halves, strange };
}
