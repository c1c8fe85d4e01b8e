import { tidy } from './text.ts';

/** What a CSV file begins with, so that Excel takes it for UTF-8. */
export const CSV_START = '\uFEFF';

/** A CSV file as Excel opens it in Finland: UTF-8 with BOM, `;`, CRLF. @param rows cells as they stand in the file */
export function csvText(rows: readonly (readonly string[])[]): string {
  return CSV_START + rows.map(csvLine).join('');
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.join(';')}\r\n`;
}

/** A cell of texts, each a line of its own. */
export function textCell(lines: readonly string[]): string {
  return quoted(guarded(joined(lines.map(tidy))));
}

/** A cell of numbers with decimal commas, each a line of its own. */
export function numberCell(numbers: readonly (number | undefined)[]): string {
  const text = joined(numbers.map((number) => (number === undefined ? '' : decimal(number))));
  return numbers.length > 1 ? quoted(guarded(text)) : text;
}

export function decimal(number: number): string {
  return String(number).replace('.', ',');
}

/** Lines of a cell. A dash holds the place of an empty one among others, so that the lines still pair. */
function joined(lines: readonly string[]): string {
  return lines.some(Boolean) ? lines.map((line) => line || '–').join('\n') : '';
}

/**
 * What Excel would not leave as text: what begins as a formula does (`- text` becomes `#NIMI?`), figures alone,
 * of which it makes dates and numbers (`2/3`, `11.4.`), and signs that nobody sees, past which it may look.
 */
const NOT_LEFT_AS_TEXT = /^(?:[=+\-@＝＋－＠\p{C}]|[\d\s.,:/%–-]+$)/u;

/**
 * Keeps a text a text by a tab before it, inside the quotes: OWASP's advice for Excel, since it outlives saving and opening
 * again. An apostrophe, the other common way, may not, and in a CSV file it is seen before every bullet.
 * Our reader drops the tab with all space around a text.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
function guarded(text: string): string {
  return NOT_LEFT_AS_TEXT.test(text) ? `\t${text}` : text;
}

function quoted(text: string): string {
  return text && `"${text.replaceAll('"', '""')}"`;
}
