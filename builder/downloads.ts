import type { Language } from '../src/i18n/languages.ts';
import type { Channels } from '../src/model/channels.ts';
import type { Cell } from '../src/model/document.ts';
import type { GoalReports } from '../src/model/goals.ts';
import { isHeaderRow } from '../src/model/header-row.ts';
import { folded } from '../src/model/text.ts';
import { serialise } from '../src/sources/serialise.ts';
import type { Draft } from './draft.ts';
import { csvOf, goalRows, type CleanRows } from './goal-table.ts';
import { spreadsheet } from './spreadsheet.ts';

export type FileType = 'xlsx' | 'csv' | 'json';

/** What the editor has when all is mended. */
export interface Clean {
  /** What the file and its sheet are called. */
  readonly name: string;
  readonly lang: Language;
  /** What the gate accepted. */
  readonly data: unknown;
  readonly draft: Draft | undefined;
  /** Whether the data are goal reports, which have a table of their own. */
  readonly goals: boolean;
}

export interface CleanFile {
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

/** The cleaned data as a file that our own readers read, and Excel opens. */
export async function cleanFile(type: FileType, clean: Clean): Promise<CleanFile> {
  if (type === 'json') return { content: serialise({ lang: clean.lang, ...jsonOf(clean) }), mediaType: 'application/json' };
  const { rows, header } = clean.goals || !clean.draft ? await goalRows(clean.data as GoalReports, clean.lang) : channelRows(clean.draft, clean.lang);
  if (type === 'csv') return { content: csvOf({ rows, header }), mediaType: 'text/csv;charset=utf-8' };
  const numbers = new Set((rows[header] ?? []).flatMap((title, at) => (NUMBERS.test(title) ? [at] : [])));
  const cells = rows.map((row, at) => row.map((cell, column) => (at > header && numbers.has(column) ? numberOf(cell) : cell)));
  return { content: spreadsheet(clean.name, cells, header), mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
}

/** How the columns of numbers are headed in the files that we write: `Toteuma (luku)`. */
const NUMBERS = /\((?:luku|tal|number)\)/;

function jsonOf({ goals, data }: Clean): object {
  return goals ? (data as GoalReports) : channelInput(data as Channels);
}

/** Channels as their JSON has them: the model says some things in another shape. */
function channelInput({ channels }: Channels): object {
  return {
    channels: channels.map(({ needs, hours, ...channel }) => ({
      ...channel,
      needs: needs.map(({ code, word }) => code ?? word),
      hours: hours && { ...hours, exceptions: hours.exceptions.map(({ spans, ...exception }) => ({ ...exception, ...(spans?.length ? { spans } : spans && { closed: true }) })) },
    })),
  };
}

/** How a channel's group is headed, in words that the readers know. */
const GROUP: Readonly<Record<Language, string>> = { fi: 'Ryhmä', sv: 'Grupp', en: 'Group' };

/** The tables as one: columns by their headers, and the heading that each table stood under in a column of its own. */
function channelRows(draft: Draft, lang: Language): CleanRows {
  const columns = new Map([['', GROUP[lang]]]);
  const rows: ReadonlyMap<string, string>[] = [];
  let group = '';
  for (const block of draft.blocks) {
    if (block.kind === 'text') {
      if (block.level !== undefined) group = block.text;
      continue;
    }
    if (block.sheet !== undefined) group = block.sheet;
    let keys: readonly string[] = [];
    for (const row of block.rows) {
      const texts = textsOf(row);
      if (isTitle(row)) group = texts[0]!;
      else if (isHeaderRow(row)) {
        keys = texts.map((text, at) => folded(text) || `${at}`);
        keys.forEach((key, at) => columns.set(key, columns.get(key) ?? texts[at]!));
      } else if (texts.some(Boolean)) rows.push(new Map([['', group], ...texts.map((text, at) => [keys[at] ?? `${at}`, text] as const)]));
    }
  }
  // Nobody needs an empty column.
  if (rows.every((row) => !row.get(''))) columns.delete('');
  return { rows: [[...columns.values()], ...rows.map((row) => [...columns.keys()].map((key) => row.get(key) ?? ''))], header: 0 };
}

/** One cell across the whole row heads what is below it. */
function isTitle([first, ...others]: readonly Cell[]): boolean {
  return Boolean(first?.lines.length) && others.length > 0 && others.every(({ spannedFrom }) => spannedFrom === 'left');
}

function textsOf(row: readonly Cell[]): string[] {
  return row.map(({ lines }) => lines.join('\n'));
}

/** Several numbers in a cell stay lines. */
function numberOf(cell: string): string | number {
  return /^-?\d+(?:,\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : cell;
}
