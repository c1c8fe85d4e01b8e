import { alphabetical } from './alphabet.ts';
import { judgementKey, judgementRank, reportIn, textKey } from './goal-report.ts';
import { FORECASTS, STATES } from './goals.ts';
import type { Forecast, Goal, State } from './goals.ts';
import { wordingOf } from './text.ts';
import type { Text } from './text.ts';

export const GOAL_GROUPINGS = ['line', 'focus', 'responsible', 'forecast', 'state', 'none'] as const;
export type GoalGrouping = (typeof GOAL_GROUPINGS)[number];

export const GOAL_ORDERS = ['document', 'title', 'forecast', 'state', 'responsible'] as const;
export type GoalOrder = (typeof GOAL_ORDERS)[number];

/** Goals that stand under one heading. */
export interface GoalGroup {
  /** Unique among the groups; for `forecast` and `state` as `judgementKey` makes it. */
  readonly key: string;
  /** The focus above the heading, where groups are lines. */
  readonly focus?: Text | undefined;
  /** Absent where the data has no words for it: no line, no responsible, a judgement whose code has a label of its own. */
  readonly heading?: Text | undefined;
  readonly goals: readonly Goal[];
}

/**
 * Groups goals, each once, keeping their order within a group.
 *
 * Lines and focuses come as the document has them, a focus's lines together even where it names another in between.
 * A goal with several responsibles stands under the first, which cities name as the lead: it may stand only once,
 * since links lead to it by id, and its row names the others. Judgements come in their fixed order.
 */
export function groupGoals(goals: readonly Goal[], period: string, by: GoalGrouping, lang: string): readonly GoalGroup[] {
  const groups = new Map<string, GoalGroup & { readonly goals: Goal[] }>();
  for (const goal of goals) {
    const place = placeOf(goal, period, by);
    const group = groups.get(place.key);
    if (group) group.goals.push(goal);
    else groups.set(place.key, { ...place, goals: [goal] });
  }
  return inOrder([...groups.values()], by, lang);
}

function placeOf(goal: Goal, period: string, by: GoalGrouping): Omit<GoalGroup, 'goals'> {
  switch (by) {
    case 'line':
      return { key: `${textKey(goal.focus)}\n${textKey(goal.line)}`, focus: goal.focus, heading: goal.line };
    case 'focus':
      return { key: textKey(goal.focus), heading: goal.focus };
    case 'responsible':
      return { key: textKey(goal.responsible[0]), heading: goal.responsible[0] };
    case 'forecast':
    case 'state': {
      const judgement = reportIn(goal, period)?.[by];
      return { key: judgementKey(judgement), heading: judgement?.code ? undefined : judgement?.word };
    }
    case 'none':
      return { key: '' };
  }
}

function inOrder(groups: readonly GoalGroup[], by: GoalGrouping, lang: string): readonly GoalGroup[] {
  switch (by) {
    case 'line': {
      const focuses = new Set(groups.map(({ focus }) => textKey(focus)));
      const ranks = new Map(Array.from(focuses, (focus, rank) => [focus, rank]));
      return ordered(groups, ({ focus }) => ({ rank: ranks.get(textKey(focus)) ?? 0 }), lang);
    }
    case 'responsible':
      return ordered(groups, ({ heading }) => byName(heading, lang), lang);
    case 'forecast':
      return ordered(groups, ({ key }) => ({ rank: judgementRank(key, FORECASTS) }), lang);
    case 'state':
      return ordered(groups, ({ key }) => ({ rank: judgementRank(key, STATES) }), lang);
    default:
      return groups;
  }
}

/** What needs attention comes first. */
const WEAKEST_FORECASTS: readonly Forecast[] = ['not-met', 'at-risk', 'partly', 'on-track', 'not-assessed'];
const WEAKEST_STATES: readonly State[] = [
  'not-achieved', 'cancelled', 'postponed', 'delayed', 'not-started',
  'partly-achieved', 'in-progress', 'achieved', 'not-assessed', 'not-applicable',
];

/** Sorts goals; those that are equal by `by` stay in the document's order. By judgement, the weakest first. */
export function sortGoals(goals: readonly Goal[], by: GoalOrder, period: string, lang: string): readonly Goal[] {
  switch (by) {
    case 'document':
      return goals;
    case 'title':
      return ordered(goals, (goal) => byName(goal.title, lang), lang);
    case 'responsible':
      return ordered(goals, (goal) => byName(goal.responsible[0], lang), lang);
    case 'forecast':
      return ordered(goals, (goal) => ({ rank: judgementRank(judgementKey(reportIn(goal, period)?.forecast), WEAKEST_FORECASTS) }), lang);
    case 'state':
      return ordered(goals, (goal) => ({ rank: judgementRank(judgementKey(reportIn(goal, period)?.state), WEAKEST_STATES) }), lang);
  }
}

interface Position {
  readonly rank: number;
  readonly name?: string;
}

function byName(name: Text | undefined, lang: string): Position {
  return name === undefined ? { rank: 1 } : { rank: 0, name: wordingOf(name, lang).text };
}

function ordered<Item>(items: readonly Item[], positionOf: (item: Item) => Position, lang: string): readonly Item[] {
  const compare = alphabetical(lang);
  return items
    .map((item) => ({ item, ...positionOf(item) }))
    .sort((a, b) => a.rank - b.rank || compare(a.name ?? '', b.name ?? ''))
    .map(({ item }) => item);
}
