import { isOnce, type Block, type BlockDocument, type TableBlock } from './document.ts';
import type { Accepted } from './gate.ts';
import { FirstGoals, plainHeader } from './goal-first.ts';
import { wordsOf } from './goal-words.ts';
import type { Goal, GoalOptions, GoalReports } from './goals.ts';
import { languagesOf } from './text.ts';

/**
 * Reads goals from the tables of a document, in its order, each row as it is asked for. The first ones of a plain
 * document are there at once; what reads the whole of every document comes after them, and fills the same objects.
 * @throws {RefusedDocument} `no-table` without any table, `no-goal-column` where none is of goals
 */
export async function* readGoalBlocks(document: BlockDocument, options: GoalOptions): AsyncGenerator<Goal, Accepted<GoalReports>, void> {
  const rest = Promise.all([wholeReading(), document.whole?.() ?? document]);
  // Where it fails, so does what waits for it below.
  rest.catch(() => {});
  const { blocks, lang } = document;
  const words = await wordsOf(options.lang, lang);
  const shown = new Map<string, Goal>();
  for (const goal of hasOwnWords(options) ? [] : new FirstGoals(words, languagesOf(options.lang, lang).tag).read(blocks)) {
    shown.set(goal.id, goal);
    yield goal;
  }
  const [{ readWhole }, whole] = await rest;
  const reading = readWhole(whole, options, words, shown);
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) if (!shown.delete(step.value.id)) yield step.value;
  return step.value;
}

/** Whether there is a table of goals. Reads no further than header rows. */
export async function holdsGoals(blocks: Iterable<Block>, options: GoalOptions): Promise<boolean> {
  const words = await wordsOf(options.lang);
  const table = isOnce(blocks) ? undefined : [...blocks].find((block): block is TableBlock => block.kind === 'table');
  if (!table) return false;
  if (!hasOwnWords(options) && !isOnce(table.rows)) {
    const [header = []] = table.rows;
    if (plainHeader(header, words)) return true;
  }
  const { holds } = await wholeReading();
  return holds(blocks, options, words);
}

function wholeReading(): Promise<typeof import('./goal-reading.ts')> {
  return import('./goal-reading.ts');
}

/** Whether the editor's attributes teach words: what they mean is for the whole reading. */
function hasOwnWords({ columns, statusLegend }: GoalOptions): boolean {
  return Boolean(columns || statusLegend);
}
