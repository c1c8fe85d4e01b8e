/** How Excel stores a number's look, always in the American way: `#,##0.0`, `d.m.yyyy`, `0 %`, `0" h"`. */
export interface ShownNumber {
  /** As Excel shows it in Finland. */
  readonly line: string;
  /** The number as data; absent for dates and times, which are numbers only inside. */
  readonly value?: number;
}

/** ECMA-376 part 1, 18.8.30: formats that have a number instead of a code. Those of dates in other languages are left out. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 14: 'd.m.yyyy', 15: 'd.m.yyyy', 16: 'd.m.', 17: 'm.yyyy',
  18: 'h:mm', 19: 'h:mm', 20: 'h:mm', 21: 'h:mm', 22: 'd.m.yyyy h:mm', 37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00',
  45: 'mm:ss', 46: '[h]:mm', 47: 'mm:ss',
};
const DAY = 86_400_000;

export function formatCode(id: number, custom: ReadonlyMap<number, string>): string {
  return custom.get(id) ?? BUILT_IN[id] ?? 'General';
}

/** @param from1904 the date system of old Macintosh workbooks, in which day 0 is 1.1.1904 */
export function showNumber(value: number, code: string, from1904: boolean): ShownNumber {
  // The parts after `;` are for negative numbers, zero and text; what differs there is the look.
  const format = (/^(?:"[^"]*"|\\.|[^;])*/.exec(code)?.[0] ?? '')
    .replace(/\[\$([^\]-]*)[^\]]*\]/g, (_, currency: string) => (currency ? `"${currency}"` : ''))
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '');
  const bare = format.replace(/"[^"]*"|\\.|_.|\*./g, '');
  if (/[ymdhs]/i.test(bare)) return { line: showDate(value, bare.toLowerCase(), from1904) };
  return { line: showPlain(value, format), value };
}

function showPlain(value: number, format: string): string {
  let digits = '';
  let before = '';
  let after = '';
  for (const [, quoted, escaped, placeholders, other] of format.matchAll(/"([^"]*)"|\\(.)|[_*].|([0#?.,]+)|(.)/g)) {
    const text = quoted ?? escaped ?? other ?? '';
    if (!placeholders && digits) after += text;
    else if (!placeholders) before += text;
    else if (!after.trim()) {
      // A space between the digits is how Finns group them: `# ##0`.
      digits += after ? `,${placeholders}` : placeholders;
      after = '';
    }
  }
  const percent = after.includes('%');
  const decimals = digits.split('.')[1] ?? '';
  const number = new Intl.NumberFormat('fi-FI', {
    useGrouping: /[0#],[0#]/.test(digits),
    // What Excel shows of a number without a format; binary fractions have more digits than were typed.
    ...(digits ? { minimumFractionDigits: decimals.replace(/[^0]/g, '').length, maximumFractionDigits: decimals.length } : { maximumSignificantDigits: 11 }),
  }).format(percent ? value * 100 : value);
  return digits ? `${before}${number}${after.replace(/\s*%/, ' %')}`.trim() : number;
}

function showDate(serial: number, format: string, from1904: boolean): string {
  if (/\[h+\]/.test(format)) return duration(serial);
  // Excel takes 1900 for a leap year: its day 60 never was.
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const date = new Date(Math.round((epoch + serial * DAY) / 1000) * 1000);
  const time = `${date.getUTCHours()}.${String(date.getUTCMinutes()).padStart(2, '0')}`;
  const month = date.getUTCMonth() + 1;
  const year = date.getUTCFullYear();
  const dated = format.includes('d') ? `${date.getUTCDate()}.${month}.` : format.includes('m') && format.includes('y') ? `${month}/` : '';
  const day = format.includes('y') ? `${dated}${year}` : dated;
  return [day, /[hs]/.test(format) ? time : ''].filter(Boolean).join(' ');
}

function duration(days: number): string {
  const minutes = Math.round(days * 24 * 60);
  return `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, '0')}`;
}
