import { WEEKDAYS, type Weekday, type WeeklySpan } from './opening-hours.ts';

/**
 * Days of the week as they are written, Monday first. `ark.`, `vardagar` and `weekdays` are not among them: some mean
 * six days by it and some five.
 */
const DAYS: readonly string[] = [
  'ma|maanantai|maanantaisin|må|mån|måndag|måndagar|mon|monday|mondays',
  'ti|tiistai|tiistaisin|tis|tisdag|tisdagar|tue|tuesday|tuesdays',
  'ke|keskiviikko|keskiviikkoisin|on|ons|onsdag|onsdagar|wed|wednesday|wednesdays',
  'to|torstai|torstaisin|tor|tors|torsdag|torsdagar|thu|thursday|thursdays',
  'pe|perjantai|perjantaisin|fr|fre|fredag|fredagar|fri|friday|fridays',
  'la|lauantai|lauantaisin|lö|lör|lördag|lördagar|sat|saturday|saturdays',
  'su|sunnuntai|sunnuntaisin|sö|sön|söndag|söndagar|sun|sunday|sundays',
];
const DAILY = /^(?:joka päivä|päivittäin|dagligen|varje dag|daily|every day)$/;
const CLOSED = /^(?:suljettu|kiinni|stängt|closed)$/;
/** Words that change nothing. */
const SILENT = /^(?:klo|kl|avoinna|auki|öppet|open)$/;

const TOKEN = /\s*(?:(\d{1,2})(?:[.:](\d{2}))?(?![\d.:])|(-)|([,;])|(joka päivä|varje dag|every day|\p{L}+)\.?)/uy;

type Token = { readonly kind: 'time'; readonly time: string } | { readonly kind: 'days'; readonly from: number; readonly to: number } | { readonly kind: 'dash' | 'separator' | 'closed' };

/**
 * Weekly hours from a text that leaves no doubt, such as `ma–to 8–16, pe 8–14.30` or `mån–fre kl. 9–12 och 13–15, lör stängt`:
 * every word of it is understood, each day is named once. Anything else, such as `ark. 9–15` or `kesällä ma–pe 9–15`, is undefined
 * and stays text.
 */
export function weeklyHoursIn(text: string): readonly WeeklySpan[] | undefined {
  const tokens = tokensOf(text);
  if (!tokens) return undefined;
  const weekly: WeeklySpan[] = [];
  const named = new Set<Weekday>();
  let at = 0;
  const take = (kind: Token['kind']): Token | undefined => (tokens[at]?.kind === kind ? tokens[at++] : undefined);
  while (at < tokens.length) {
    const days: Weekday[] = [];
    do {
      const first = take('days');
      if (first?.kind !== 'days') return undefined;
      const last = tokens[at]?.kind === 'dash' && tokens[at + 1]?.kind === 'days' ? tokens[(at += 2) - 1] : first;
      if (last?.kind !== 'days' || last.to < first.from) return undefined;
      days.push(...WEEKDAYS.slice(first.from, last.to + 1));
    } while (take('separator'));
    if (days.some((day) => named.has(day)) || new Set(days).size < days.length) return undefined;
    days.forEach((day) => named.add(day));
    if (!take('closed')) {
      do {
        const opens = take('time');
        const dash = take('dash');
        const closes = take('time');
        if (opens?.kind !== 'time' || !dash || closes?.kind !== 'time') return undefined;
        // Over midnight only where it is plainly night: `16-9` is a slip of the pen.
        if (closes.time <= opens.time && closes.time > '06:00') return undefined;
        weekly.push({ days, opens: opens.time, closes: closes.time });
      } while (tokens[at]?.kind === 'separator' && tokens[at + 1]?.kind === 'time' && take('separator'));
    }
    if (at < tokens.length && !take('separator') && tokens[at]?.kind !== 'days') return undefined;
  }
  return weekly.length ? weekly : undefined;
}

/** Undefined where anything in the text is none of them. */
function tokensOf(text: string): readonly Token[] | undefined {
  const plain = text.toLowerCase().replace(/[‐‑–—−]/g, '-').replace(/\n/g, ',').replace(/[\s,;.]+$/, '');
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < plain.length) {
    const [, hour, minute = '00', dash, separator, word] = TOKEN.exec(plain) ?? [];
    const token = hour ? timeOf(hour, minute) : dash ? { kind: 'dash' as const } : separator ? { kind: 'separator' as const } : word ? tokenOf(word) : undefined;
    if (!token) return undefined;
    if (token !== 'silent') tokens.push(token);
  }
  return tokens;
}

function timeOf(hour: string, minute: string): Token | undefined {
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return Number(minute) < 60 && time <= '24:00' ? { kind: 'time', time } : undefined;
}

function tokenOf(word: string): Token | 'silent' | undefined {
  if (SILENT.test(word)) return 'silent';
  if (CLOSED.test(word)) return { kind: 'closed' };
  if (DAILY.test(word)) return { kind: 'days', from: 0, to: 6 };
  if (/^(?:ja|och|and)$/.test(word)) return { kind: 'separator' };
  const day = DAYS.findIndex((names) => names.split('|').includes(word));
  return day < 0 ? undefined : { kind: 'days', from: day, to: day };
}
