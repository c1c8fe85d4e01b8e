import type { Goal, GoalReport, Judgement } from '../../src/model/goals.ts';
import type { Text } from '../../src/model/text.ts';

/** A goal report as JSON has it, where a code may stand for a whole judgement. */
export interface ReportJson {
  readonly goals: readonly unknown[];
}

/** How a Finnish city writes the codes. */
const WORDS: Readonly<Record<string, string>> = {
  'achieved': 'Toteutunut', 'in-progress': 'Käynnissä', 'delayed': 'Viivästynyt', 'postponed': 'Siirretty',
  'on-track': 'Toteutuu', 'partly': 'Toteutuu osittain', 'at-risk': 'Vaarassa', 'not-met': 'Ei toteudu',
};

/** One goal as a row of a Finnish report. */
export interface ReportRow {
  readonly focus: string;
  readonly line: string;
  readonly title: string;
  readonly measures: readonly { readonly text: string; readonly target?: number; readonly unit: string }[];
  readonly responsible: readonly string[];
  readonly actuals: readonly string[];
  /** The actual as a number by measure. */
  readonly values: readonly (number | undefined)[];
  readonly state: string;
  readonly forecast: string;
}

/** The goals that a period's report has, in Finnish. */
export function rowsOf(report: ReportJson, period: string): ReportRow[] {
  return (report.goals as readonly Goal[]).flatMap((goal) => {
    const said = goal.reports.find((candidate) => candidate.period === period);
    return said ? [rowOf(goal, said)] : [];
  });
}

function rowOf(goal: Goal, said: GoalReport): ReportRow {
  return {
    focus: finnish(goal.focus),
    line: finnish(goal.line),
    title: finnish(goal.title),
    measures: goal.measures.map(({ text, target, unit }) => ({ text: finnish(text), ...(target !== undefined && { target }), unit: finnish(unit) })),
    responsible: goal.responsible.map(finnish),
    actuals: said.actuals.map(({ text }) => finnish(text)),
    values: goal.measures.map((_, index) => said.actuals.find(({ measure }) => measure === index)?.value),
    state: wordOf(said.state),
    forecast: wordOf(said.forecast),
  };
}

function finnish(text: Text | undefined): string {
  return typeof text === 'object' ? (text['fi'] ?? '') : (text ?? '');
}

function wordOf(judgement: Judgement<string> | string | undefined): string {
  return WORDS[typeof judgement === 'object' ? (judgement.code ?? '') : (judgement ?? '')] ?? '';
}
