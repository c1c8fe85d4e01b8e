import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/goal-tools/en.ts';
import { fi } from '../../src/i18n/goal-tools/fi.ts';
import { sv } from '../../src/i18n/goal-tools/sv.ts';
import { en as enFirst } from '../../src/i18n/en.ts';
import { fi as fiFirst } from '../../src/i18n/fi.ts';
import { sv as svFirst } from '../../src/i18n/sv.ts';
import { goalsToCsv as goalsToCsvInSteps, type GoalColumn } from '../../src/model/goal-csv.ts';
import { wordingOf, type Text } from '../../src/model/text.ts';
import { readCsv } from '../../src/sources/readers/csv.ts';
import { read } from './goal-documents.ts';
import { whole } from './whole.ts';

const goalsToCsv = whole(goalsToCsvInSteps);

const COLUMNS: readonly GoalColumn[] = ['focus', 'line', 'goal', 'measure', 'target', 'unit', 'responsible', 'actual', 'value', 'state', 'forecast', 'completion'];
const words = { fi: { ...fiFirst, ...fi }, sv: { ...svFirst, ...sv }, en: { ...enFirst, ...en } };
const plain = (text: Text | undefined, lang: string): string | undefined => (text === undefined ? undefined : wordingOf(text, lang).text.replace(/\s+/g, ' '));

describe('the CSV that residents download', () => {
  for (const lang of ['fi', 'sv', 'en'] as const) {
    it(`is read back as the same report, with headers in ${lang}`, async () => {
      const report: unknown = await (await fetch('/fixtures/goals/report-2026.json')).json();
      const before = await read(report, { lang });
      const period = before.data.periods.at(-1)!;
      const said = words[lang] as Record<string, string>;
      const headers = Object.fromEntries(COLUMNS.map((column) => [column, said[`csv-${column}`] ?? said[column]])) as Record<GoalColumn, string>;
      const goals = before.goals.filter((goal) => goal.reports.some((one) => one.period === period.id));
      const after = await read(readCsv(new TextEncoder().encode(goalsToCsv(goals, [period], headers, lang))), { lang });
      const shape = (list: typeof goals, id: string): unknown[] =>
        list.map((goal) => {
          const said = goal.reports.find((one) => one.period === id);
          return {
            title: plain(goal.title, lang), focus: plain(goal.focus, lang), line: plain(goal.line, lang), responsible: goal.responsible.map((text) => plain(text, lang)),
            measures: goal.measures.map(({ text, target }) => [plain(text, lang), target]),
            actuals: said?.actuals.map(({ text, value, measure }) => [plain(text, lang), value, measure]),
            forecast: plain(said?.forecast?.word, lang), state: plain(said?.state?.word, lang),
          };
        });
      expect(after.skipped).to.deep.equal([]);
      expect(shape([...after.goals], after.data.periods.at(-1)!.id)).to.deep.equal(shape(goals, period.id));
    });
  }
});
