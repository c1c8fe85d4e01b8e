import type { Cell } from './document.ts';
import type { Told } from './goal-collection.ts';

/** More than a person writes into a cell, and little enough to show. In characters. */
export const LONGEST = 20_000;

/** What Excel writes where a formula fails (`#NIMI?`, `#ARVO!`, `#N/A`) or a column is too narrow (`####`). */
const EXCEL_FAULT = /^#(?:[\p{Lu}\d/_]+[!?]|N\/A|#+)$/u;

/**
 * Two texts that a host's editor has joined: a sentence that starts right after a full stop or a bracket, or a capital
 * in the middle of a word that starts with a small letter. Names such as `VisitHeinola` and `www.Heinola.fi` are none.
 */
const GLUED = /\p{Ll}[.!?)]\p{Lu}\p{Ll}(?!\p{L}*\.\p{Ll})|(?:^|[^\p{L}.])\p{Ll}{3,}\p{Lu}\p{Ll}{2}/u;

const NOTHING = /^[-‐‑–—−]?$/;

/**
 * The lines of a cell that say something. A line that is only a dash stays as `''` among others, since it holds
 * the place of what is not said.
 */
export function linesOf(cell: Cell | undefined, tell: Told): readonly string[] {
  if (!cell || cell.spannedFrom === 'left') return [];
  const lines: string[] = [];
  let room = LONGEST;
  for (const line of cell.lines) {
    if (EXCEL_FAULT.test(line)) {
      tell('cell-fault', { value: line });
      continue;
    }
    if (line.length > room) {
      tell('cell-too-long', { value: LONGEST });
      lines.push(cut(line, room));
      break;
    }
    lines.push(NOTHING.test(line) ? '' : line);
    room -= line.length;
  }
  return lines.some(Boolean) ? lines : [];
}

/** Never cuts a character in two. */
export function cut(text: string, length: number): string {
  return `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Whether a line looks like two that have lost what was between them. */
export function isGlued(line: string): boolean {
  return GLUED.test(line);
}

/** A number as Finland writes it: decimal comma or point, spaces between thousands, any minus. */
export function numberIn(text: string): number | undefined {
  const plain = text.trim().replace(/^[−–]\s?/, '-');
  return /^-?(?:\d+|\d{1,3}(?:\s\d{3})+)(?:[.,]\d+)?$/.test(plain) ? Number(plain.replace(/\s/g, '').replace(',', '.')) : undefined;
}

/** A share as `75 %`; 0–1 is none to one whole. */
export function percentIn(text: string): number | undefined {
  const number = /%$/.test(text) ? numberIn(text.slice(0, -1)) : undefined;
  return number === undefined ? undefined : number / 100;
}
