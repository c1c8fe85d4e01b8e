import { isBlockDocument, type Block, type BlockDocument, type Cell, type TableBlock, type TextBlock } from '../../src/model/document.ts';
import type { Accepted } from '../../src/model/gate.ts';
import { readGoalBlocks } from '../../src/model/goal-blocks.ts';
import { readGoalJson } from '../../src/model/goal-json.ts';
import type { Goal, GoalOptions, GoalReports } from '../../src/model/goals.ts';

/** A cell: its text, lines separated by `\n`; or a cell as a reader makes it. */
export type CellInput = string | Cell;

/** `rowspan`: the cell above reaches down here. */
export const above = (text: string): Cell => ({ ...cell(text), spannedFrom: 'above' });
/** `colspan`: the cell to the left reaches here. */
export const left = (text: string): Cell => ({ ...cell(text), spannedFrom: 'left' });
/** A cell that holds a number as data. */
export const number = (value: number, text = String(value)): Cell => ({ ...cell(text), value });

export function cell(input: CellInput): Cell {
  return typeof input === 'string' ? { lines: input.split('\n').map((line) => line.trim()).filter(Boolean) } : input;
}

/** A row of one text that is merged over the whole table. */
export function across(text: string, columns: number): Cell[] {
  return [cell(text), ...Array.from({ length: columns - 1 }, () => left(text))];
}

/** A table; a row is written as a list of cells, or as one text with `|` between them. */
export function table(rows: readonly (string | readonly CellInput[])[], more: Partial<TableBlock> = {}): TableBlock {
  return { kind: 'table', rows: rows.map((row) => (typeof row === 'string' ? row.split('|') : row).map(cell)), ...more };
}

export function paragraph(text: string, level?: number): TextBlock {
  return { kind: 'text', text, ...(level && { level }) };
}

export function documentOf(blocks: Iterable<Block>, lang?: string): BlockDocument {
  return { kind: 'blocks', blocks, ...(lang && { lang }) };
}

export interface Reading extends Accepted<GoalReports> {
  readonly goals: readonly Goal[];
  /** In the order in which they were yielded. */
  readonly yielded: readonly Goal[];
  readonly codes: readonly string[];
}

/** Reads to the end. The codes leave out what most examples do not say: period, body and date. */
export async function read(raw: unknown, options: Partial<GoalOptions> = {}): Promise<Reading> {
  const all: GoalOptions = { lang: 'fi', ...options };
  const reading = isBlockDocument(raw) ? readGoalBlocks(raw, all) : readGoalJson(raw, all);
  const yielded: Goal[] = [];
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) yielded.push(step.value);
  const accepted = step.value;
  return { ...accepted, goals: accepted.data.goals, yielded, codes: accepted.notes.map(({ code }) => code).filter((code) => !/^(?:period|body|as-of)-missing$/.test(code)) };
}

export function readBlocks(...blocks: readonly Block[]): Promise<Reading> {
  return read(documentOf(blocks));
}

/** Reads one table under one header row. */
export function readRows(...rows: readonly (string | readonly CellInput[])[]): Promise<Reading> {
  return readBlocks(table(rows));
}

/** Why a document is refused. */
export async function refusalOf(reading: Promise<unknown>): Promise<unknown> {
  return reading.then(() => undefined, (error: unknown) => error);
}

export function only<T>(items: readonly T[]): T {
  if (items.length !== 1) throw new Error(`expected one, found ${items.length}: ${JSON.stringify(items)}`);
  return items[0]!;
}
