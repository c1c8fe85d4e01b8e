import { saveFile } from '../../core/save-file.ts';
import { inSlices } from '../../core/slices.ts';
import { goalsToCsv } from '../../model/goal-csv.ts';
import type { Goal, GoalReport, Period } from '../../model/goals.ts';
import type { AukioGoalStatus } from './goal-status.ts';
import { judgementWord, type GoalWords } from './row.ts';

/**
 * Gives the reader these goals as a file that Excel opens in Finland.
 * @throws the signal's reason when it is aborted
 */
export async function downloadGoals(goals: readonly Goal[], host: AukioGoalStatus, signal: AbortSignal): Promise<void> {
  const { speaker, shownPeriod: period } = host;
  const csv = await inSlices(goalsFile(goals, period ? [period] : [], speaker), signal);
  saveFile(`${[speaker.say('file-name'), period?.id].filter(Boolean).join('-')}.csv`, csv, 'text/csv;charset=utf-8');
}

/** The text of such a file, with headers and words in the language of `speaker`. */
export function* goalsFile(goals: readonly Goal[], periods: readonly Period[], speaker: GoalWords): Generator<void, string, void> {
  const { say, language } = speaker;
  const shown: Goal[] = [];
  for (const goal of goals) {
    shown.push(worded(goal, speaker));
    yield;
  }
  return yield* goalsToCsv(shown, periods, {
    focus: say('focus'), line: say('line'), goal: say('csv-goal'), measure: say('csv-measure'), target: say('csv-target'), unit: say('csv-unit'),
    responsible: say('responsible'), actual: say('csv-actual'), value: say('csv-value'), state: say('csv-state'), forecast: say('csv-forecast'), completion: say('csv-completion'),
  }, language);
}

/** Where the data holds codes alone, the file has the words that the page shows. */
function worded(goal: Goal, speaker: GoalWords): Goal {
  const reports = goal.reports.map(({ state, forecast, ...report }): GoalReport => ({
    ...report,
    ...(state && { state: { ...state, word: judgementWord('state', state, speaker).text } }),
    ...(forecast && { forecast: { ...forecast, word: judgementWord('forecast', forecast, speaker).text } }),
  }));
  return { ...goal, reports };
}
