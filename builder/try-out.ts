import type { Accepted } from '../src/model/gate.ts';
import type { Goal, GoalReports, Judgement } from '../src/model/goals.ts';
import type { Check } from './checks.ts';
import { documentOf } from './draft.ts';
import { readThrough, type Reading } from './gate.ts';
import type { ReadingOptions } from './reading-options.ts';
import { readSnippet } from './snippet-reading.ts';
import type { BuilderWidget } from './widgets.ts';

/** Reads a snippet as the page will; undefined where no content stands in it. */
export async function tryOut(snippet: string, { resource }: BuilderWidget, options: ReadingOptions): Promise<Reading | undefined> {
  const draft = (await readSnippet(snippet, { asPage: true }))?.draft;
  return draft && readThrough(resource, documentOf(draft), options, new AbortController().signal);
}

/** What of the editor's content does not come out of her snippet as it went in. */
export function lossesOf(before: Accepted<unknown>, after: Accepted<unknown> | undefined): readonly Check[] {
  const found = after?.count ?? 0;
  if (found !== before.count) return [{ code: 'count', field: 'snippet-text', values: { count: before.count, found } }];
  const [ours, theirs] = [before.data, after?.data].map((data) => (isGoalReports(data) ? data : undefined));
  if (!ours || !theirs) return [];
  const changed = ours.goals.filter((goal, at) => judged(goal) !== judged(theirs.goals[at]!)).length;
  return [
    ...(timesOf(ours) === timesOf(theirs) ? [] : [{ code: 'periods', field: 'caption-0' } as const]),
    ...(changed ? [{ code: 'judgements', field: 'snippet-text', values: { count: changed } } as const] : []),
  ];
}

function isGoalReports(data: unknown): data is GoalReports {
  return typeof data === 'object' && data !== null && 'goals' in data && 'periods' in data;
}

function timesOf({ periods }: GoalReports): string {
  return JSON.stringify(periods.map(({ id, asOf }) => [id, asOf]));
}

function judged({ reports }: Goal): string {
  const said = (judgement: Judgement<string> | undefined) => judgement?.code ?? judgement?.word;
  return JSON.stringify(reports.map(({ state, forecast }) => [said(state), said(forecast)]));
}
