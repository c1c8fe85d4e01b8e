import { expect } from '@open-wc/testing';
import { compareReports } from '../../src/model/goal-comparison.ts';
import { goalsToCsv, type GoalColumn } from '../../src/model/goal-csv.ts';
import { groupGoals, sortGoals } from '../../src/model/goal-grouping.ts';
import { responsibleOptions } from '../../src/model/goal-search.ts';
import { summarise } from '../../src/model/goal-summary.ts';
import type { Goal } from '../../src/model/goals.ts';
import { goalOf, reportOf, SPRING, SUMMER } from './goal-examples.ts';
import { stepsOf } from './whole.ts';

const MANY = 400;
const goals: readonly Goal[] = Array.from({ length: MANY }, (_, place) => goalOf({
  id: `tavoite-${place}`,
  title: `Tavoite ${(place * 37) % MANY}`,
  responsible: [`Yksikkö ${place % 7}`],
  reports: [reportOf({ state: { code: 'achieved', word: 'Toteutunut' } }), reportOf({ period: SPRING })],
}));
const headers = new Proxy({}, { get: (_, name) => String(name) }) as Record<GoalColumn, string>;

describe('work on thousands of goals gives way to the page at every goal', () => {
  const works: Readonly<Record<string, () => Generator<unknown, unknown, void>>> = {
    'sorting by title': () => sortGoals(goals, 'title', SUMMER, 'fi'),
    'sorting by state': () => sortGoals(goals, 'state', SUMMER, 'fi'),
    'grouping by responsible': () => groupGoals(goals, SUMMER, 'responsible', 'fi'),
    'grouping by state': () => groupGoals(goals, SUMMER, 'state', 'fi'),
    'the summary': () => summarise(goals, SUMMER),
    'the choices of the filter by responsible': () => responsibleOptions(goals, SUMMER, 'fi'),
    'comparing two reports': () => compareReports({ goals, period: SUMMER }, { goals, period: SPRING }),
    'writing the file': () => goalsToCsv(goals, [{ id: SUMMER }], headers, 'fi'),
  };
  for (const [name, work] of Object.entries(works)) {
    it(name, () => {
      expect(stepsOf(work())).to.be.at.least(MANY);
    });
  }
});
