import { itemsIn } from './bullets.ts';
import { addLink, type ChannelDraft } from './channel-collection.ts';
import type { Column } from './channel-columns.ts';
import { webIn } from './channel-addresses.ts';
import { contactIn, emailIn, phoneIn } from './channel-contacts.ts';
import { addNeed, setNeedsInternet } from './channel-needs.ts';
import type { ChannelRow, FactReader } from './channel-row.ts';
import { answerIn, directionNamed } from './channel-terms.ts';
import type { ToldOfChannel } from './channels.ts';
import { dayOfDate } from './dates.ts';
import type { Link } from './document.ts';
import { weeklyHoursIn } from './opening-hours-text.ts';
import { wordingsOf } from './text.ts';

/** Columns that a plain table of a city's programme does not have; loaded where one has any of them. */
export const readFact: FactReader = (row, channel, column, tell) => {
  switch (column.field) {
    case 'need':
      // A city that fills in this column lists needs in it, be it on one line.
      for (const need of row.texts(column, (lines) => itemsIn(lines).flatMap((line) => line.split(/\s*[,;]\s*/).filter(Boolean)))) addNeed(channel, need);
      return;
    case 'direction':
      return readOr(row, column, channel, 'direction-unknown', tell, (word) => {
        const direction = directionNamed(word);
        if (direction) channel.direction = direction;
        return direction !== undefined;
      });
    case 'internet':
      return readOr(row, column, channel, 'internet-unknown', tell, (word) => {
        const answer = answerIn(word);
        if (answer !== undefined) setNeedsInternet(channel, answer);
        return answer !== undefined;
      });
    case 'checked':
      return readOr(row, column, channel, 'checked-wrong', tell, (word) => {
        const date = dateIn(word);
        if (date) channel.checked = date;
        return date !== undefined;
      });
    case 'hours':
      return readHours(row, channel, column, tell);
    case 'phone':
      return readContacts(row, channel, column, tell, phoneIn);
    case 'email':
      return readContacts(row, channel, column, tell, emailIn);
    case 'link':
      return readContacts(row, channel, column, tell, webIn);
    case 'contact':
      return readContacts(row, channel, column, tell, contactIn);
    default:
      // Words, which the row writes itself.
  }
};

/** What a column holds in one of a few forms; otherwise it is kept as the city wrote it, and the editor is told. */
function readOr(row: ChannelRow, column: Column, channel: ChannelDraft, code: 'direction-unknown' | 'internet-unknown' | 'checked-wrong', tell: ToldOfChannel, read: (word: string) => boolean): void {
  const word = row.lines(column).join(' ');
  if (!word || read(word)) return;
  tell(code, { value: word });
  row.addDetail(channel, column);
}

function readHours(row: ChannelRow, channel: ChannelDraft, column: Column, tell: ToldOfChannel): void {
  const text = row.whole(column, '\n');
  if (text === undefined || channel.hours) return;
  const weekly = weeklyHoursIn(wordingsOf(text)[0]!);
  channel.hours = { text, ...(weekly && { weekly }), exceptions: [] };
  if (!weekly) tell('hours-as-text', { value: wordingsOf(text)[0]! });
}

/** Lines that are links already are taken as these; what is no address stays as text. */
function readContacts(row: ChannelRow, channel: ChannelDraft, column: Column, tell: ToldOfChannel, read: (text: string) => Link | undefined): void {
  const rest: string[] = [];
  for (const { at } of column.parts) {
    const anchors = row.cells[at]?.links ?? [];
    for (const line of itemsIn(row.linesAt(column, at))) {
      const inLine = anchors.filter(({ text }) => text && line.includes(text));
      // The words around an address belong to it: when the telephone is answered, whose number it is.
      const link = inLine.length === 1 ? { text: line, href: inLine[0]!.href } : inLine.length ? undefined : read(line);
      if (link) addLink(channel.links, link, tell);
      else rest.push(line);
    }
  }
  if (!rest.length) return;
  if (column.field === 'phone') tell('phone-wrong', { value: rest[0]! });
  channel.details.push({ label: column.header, text: row.languages.tag(rest.join('\n')) });
}

/** An ISO date from `2026-08-14` or `14.8.2026`. */
function dateIn(text: string): string | undefined {
  const [, y, m, d, D, M, Y] = /^(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))/.exec(text) ?? [];
  const date = [y ?? Y, m ?? M, d ?? D].map((part = '') => part.padStart(2, '0')).join('-');
  return dayOfDate(date) === undefined ? undefined : date;
}
