import { goalsToCsv } from '../../model/goal-csv.ts';
import type { Goal, GoalReport } from '../../model/goals.ts';
import type { AukioGoalStatus } from './goal-status.ts';
import { judgementWord, type Speaker } from './row.ts';

/** Gives the reader these goals as a file that Excel opens in Finland. */
export function downloadGoals(goals: readonly Goal[], host: AukioGoalStatus): void {
  const { say, language } = host.speaker;
  const period = host.shownPeriod;
  const csv = goalsToCsv(goals.map((goal) => worded(goal, host.speaker)), period ? [period] : [], {
    focus: say('focus'), line: say('line'), goal: say('csv-goal'), measure: say('csv-measure'), target: say('csv-target'), unit: say('csv-unit'),
    responsible: say('responsible'), actual: say('csv-actual'), value: say('csv-value'), state: say('csv-state'), forecast: say('csv-forecast'), completion: say('csv-completion'),
  }, language);
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${[say('file-name'), period?.id].filter(Boolean).join('-')}.csv`;
  link.click();
  // Some browsers read the file only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Where the data holds codes alone, the file has the words that the page shows. */
function worded(goal: Goal, speaker: Speaker): Goal {
  const reports = goal.reports.map(({ state, forecast, ...report }): GoalReport => ({
    ...report,
    ...(state && { state: { ...state, word: judgementWord('state', state, speaker).text } }),
    ...(forecast && { forecast: { ...forecast, word: judgementWord('forecast', forecast, speaker).text } }),
  }));
  return { ...goal, reports };
}
