import type { Block, BlockDocument } from './document.ts';
import { RefusedDocument, type Accepted, type Fault } from './gate.ts';
import { GoalCollection } from './goal-collection.ts';
import { legendOf, namedColumns } from './goal-options.ts';
import type { DocumentReading } from './goal-rows.ts';
import { languagesOf } from './goal-row.ts';
import { Surroundings } from './goal-surroundings.ts';
import { openTable, readTable } from './goal-tables.ts';
import type { Goal, GoalFault, GoalOptions, GoalReports } from './goals.ts';

/**
 * Reads goals from the tables of a document, in its order, each row as it is asked for.
 * @throws {RefusedDocument} `no-table` without any table, `no-goal-column` where none is of goals
 */
export function* readGoalBlocks({ blocks, lang, notes = [] }: BlockDocument, options: GoalOptions): Generator<Goal, Accepted<GoalReports>, void> {
  const goals = new GoalCollection(options);
  const tell = goals.note.bind(goals);
  const languages = languagesOf(options.lang, lang);
  const reading: DocumentReading = {
    goals, languages,
    around: new Surroundings(),
    named: namedColumns(options, (code, values) => tell(code, undefined, values)),
    legend: legendOf(options, (code, values) => tell(code, undefined, values)),
  };
  let tables = 0;
  let read = 0;
  for (const block of blocks) {
    if (block.kind === 'text') reading.around.hear(block.text, (text) => languages.tag(text, block.lang));
    else if (yield* readTable(block, ++tables, reading)) read++;
  }
  if (!read) throw new RefusedDocument(goals.skipped[0] ?? { code: tables ? 'no-goal-column' : 'no-table' } satisfies Fault<GoalFault>);
  for (const { header, seen } of reading.named.values()) if (!seen) tell('column-missing', undefined, { value: header });
  const accepted = goals.finish();
  return { ...accepted, notes: [...notes, ...accepted.notes] };
}

/**
 * Whether there is a table of goals, be it one without the column that names them, so that its editor is told just that.
 * Reads no further than header rows.
 */
export function holdsGoals(blocks: Iterable<Block>, options: GoalOptions): boolean {
  if (isOnce(blocks)) return false;
  const named = namedColumns(options, () => {});
  for (const block of blocks) {
    if (block.kind === 'table' && !isOnce(block.rows) && openTable(block.rows[Symbol.iterator](), named)) return true;
  }
  return false;
}

/** A generator gives its items once; looking at them would take them away. */
function isOnce(items: Iterable<unknown>): boolean {
  const iterator: unknown = items[Symbol.iterator]();
  return iterator === items;
}
