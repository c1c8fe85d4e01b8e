/** An entry in a calendar. */
export interface CalendarEntry {
  /** Unique in the world, the same for the same matter: a second download replaces the first. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
  /** Hours before the start at which the calendar reminds. */
  readonly remindBefore: number;
  /** When the entry was written, in milliseconds since 1970. */
  readonly now: number;
}

/** Octets that a line may have, RFC 5545 3.1. */
const LINE = 75;

/** An entry as a file that calendars open: iCalendar, RFC 5545. */
export function calendarText({ id, title, description, url, start, end, remindBefore, now }: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Aukio//Aukio//EN', 'BEGIN:VEVENT',
    `UID:${escaped(id)}`, `DTSTAMP:${utc(now)}`, `DTSTART:${utc(start)}`, `DTEND:${utc(end)}`,
    `SUMMARY:${escaped(title)}`, `DESCRIPTION:${escaped(description)}`, `URL:${url}`,
    'BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, `TRIGGER:-PT${remindBefore}H`, 'END:VALARM',
    'END:VEVENT', 'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldedLine(line)}\r\n`).join('');
}

/** `20260524T205900Z` */
function utc(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** Longer lines go on after a line break and a space; no letter is cut in two. */
function foldedLine(line: string): string {
  const encoder = new TextEncoder();
  const pieces = [''];
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > LINE) {
      pieces.push('');
      octets = 1;
    }
    pieces[pieces.length - 1] += letter;
    octets += size;
  }
  return pieces.join('\r\n ');
}
