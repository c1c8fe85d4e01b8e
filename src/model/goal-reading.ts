import { isOnce, type Block, type BlockDocument } from './document.ts';
import { RefusedDocument, type Accepted, type Fault } from './gate.ts';
import { GoalCollection, type Told } from './goal-collection.ts';
import { teach } from './goal-options.ts';
import { underOneHeader } from './goal-header-levels.ts';
import type { DocumentReading } from './goal-rows.ts';
import { Surroundings } from './goal-surroundings.ts';
import { openTable, readTable } from './goal-tables.ts';
import type { Goal, GoalFault, GoalOptions, GoalReports } from './goals.ts';
import type { Synonyms } from './synonyms.ts';
import { languagesOf } from './text.ts';

/**
 * Reads a whole document: what `readGoalBlocks` says.
 * @param words the words of the page and of the document
 * @param shown goals that are shown already, by their ids: they are filled anew
 */
export async function* readWhole({ blocks, lang, notes = [] }: BlockDocument, options: GoalOptions, words: Synonyms, shown: ReadonlyMap<string, Goal>): AsyncGenerator<Goal, Accepted<GoalReports>, void> {
  const goals = new GoalCollection(options, shown);
  const tell: Told = (code, values) => goals.note(code, undefined, values);
  await teach(words, options, tell);
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
export async function holds(blocks: Iterable<Block>, options: GoalOptions, words: Synonyms): Promise<boolean> {
  await teach(words, options, () => {});
  return survey(blocks, words);
}

/** Looks at the header row of each table, and has all dictionaries learnt where these words do not do. */
async function survey(blocks: Iterable<Block>, words: Synonyms): Promise<boolean> {
  let holds = false;
  for (const block of blocks) {
    if (block.kind === 'text') continue;
    const { rows } = block;
    const open = () => (isOnce(rows) ? undefined : openTable(underOneHeader(rows, words), words));
    let table = open();
    if (!words.complete && table?.header.strange !== false) {
      await words.learn();
      table = open();
    }
    holds ||= table !== undefined;
  }
  return holds;
}
