import type { Block, BlockDocument } from './document.ts';
import { RefusedDocument, type Accepted, type Fault } from './gate.ts';
import { GoalCollection, type Told } from './goal-collection.ts';
import type { DocumentReading } from './goal-rows.ts';
import { languagesOf, primary } from './goal-row.ts';
import { Surroundings } from './goal-surroundings.ts';
import { openTable, readTable } from './goal-tables.ts';
import type { Goal, GoalFault, GoalOptions, GoalReports } from './goals.ts';
import { Synonyms } from './synonyms.ts';

/**
 * Reads goals from the tables of a document, in its order, each row as it is asked for.
 * @throws {RefusedDocument} `no-table` without any table, `no-goal-column` where none is of goals
 */
export async function* readGoalBlocks({ blocks, lang, notes = [] }: BlockDocument, options: GoalOptions): AsyncGenerator<Goal, Accepted<GoalReports>, void> {
  const goals = new GoalCollection(options);
  const tell: Told = (code, values) => goals.note(code, undefined, values);
  const words = await wordsFor(options, tell, lang);
  // What is given only once cannot be looked at before.
  if (isOnce(blocks)) await words.learn();
  else await survey(blocks, words);
  const languages = languagesOf(options.lang, lang);
  const reading: DocumentReading = { goals, languages, words, around: new Surroundings(words) };
  let tables = 0;
  let read = 0;
  for (const block of blocks) {
    if (block.kind === 'text') await reading.around.hear(block.text, (text) => languages.tag(text, block.lang));
    else if (yield* readTable(block, ++tables, reading)) read++;
  }
  if (!read) throw new RefusedDocument(goals.skipped[0] ?? { code: tables ? 'no-goal-column' : 'no-table' } satisfies Fault<GoalFault>);
  for (const { header, seen } of words.columns.values()) if (!seen) tell('column-missing', { value: header });
  const accepted = goals.finish();
  return { ...accepted, notes: [...notes, ...accepted.notes] };
}

/**
 * Whether there is a table of goals, be it one without the column that names them, so that its editor is told just that.
 * Reads no further than header rows.
 */
export async function holdsGoals(blocks: Iterable<Block>, options: GoalOptions): Promise<boolean> {
  return !isOnce(blocks) && survey(blocks, await wordsFor(options, () => {}));
}

/** The words of the page and of the document, and what the editor's attributes say. */
async function wordsFor(options: GoalOptions, tell: Told, ...languages: readonly (string | undefined)[]): Promise<Synonyms> {
  const words = new Synonyms();
  await words.learn([options.lang, ...languages].map((tag = '') => primary(tag)));
  if (options.columns || options.statusLegend) await (await import('./goal-options.ts')).teach(words, options, tell);
  return words;
}

/** Looks at the header row of each table, and has all dictionaries learnt where these words do not do. */
async function survey(blocks: Iterable<Block>, words: Synonyms): Promise<boolean> {
  let holds = false;
  for (const block of blocks) {
    if (block.kind === 'text') continue;
    const { rows } = block;
    const open = () => (isOnce(rows) ? undefined : openTable(rows[Symbol.iterator](), words));
    let table = open();
    if (!words.complete && table?.header.strange !== false) {
      await words.learn();
      table = open();
    }
    holds ||= table !== undefined;
  }
  return holds;
}

/** A generator gives its items once; looking at them would take them away. */
function isOnce(items: Iterable<unknown>): boolean {
  const iterator: unknown = items[Symbol.iterator]();
  return iterator === items;
}
