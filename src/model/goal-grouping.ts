import { alphabetical } from './alphabet.ts';
import { judgementKey, judgementRank, reportIn } from './goal-report.ts';
import { FORECASTS, STATES } from './goals.ts';
import type { Forecast, Goal, GoalGrouping, GoalOrder, State } from './goals.ts';
import { groupByLine, type GoalGroup } from './goal-lines.ts';
import { sortedInSteps } from './sorting.ts';
import { textKey, wordingOf, type Text } from './text.ts';

/**
 * Groups goals, each once, keeping their order within a group; in steps of about a goal each.
 *
 * A goal with several responsibles stands under the first, which cities name as the lead: it may stand only once,
 * since links lead to it by id, and its row names the others. Judgements come in their fixed order.
 */
export function* groupGoals(goals: readonly Goal[], period: string, by: GoalGrouping, lang: string): Generator<void, readonly GoalGroup[], void> {
  if (by === 'line') return groupByLine(goals);
  const groups = new Map<string, GoalGroup & { readonly goals: Goal[] }>();
  for (const goal of goals) {
    const place = placeOf(goal, period, by);
    const group = groups.get(place.key);
    if (group) group.goals.push(goal);
    else groups.set(place.key, { ...place, goals: [goal] });
    yield;
  }
  return yield* inOrder([...groups.values()], by, lang);
}

function placeOf(goal: Goal, period: string, by: Exclude<GoalGrouping, 'line'>): Omit<GoalGroup, 'goals'> {
  switch (by) {
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

function* inOrder(groups: readonly GoalGroup[], by: GoalGrouping, lang: string): Generator<void, readonly GoalGroup[], void> {
  switch (by) {
    case 'responsible':
      return yield* ordered(groups, ({ heading }) => byName(heading, lang), lang);
    case 'forecast':
      return yield* ordered(groups, ({ key }) => ({ rank: judgementRank(key, FORECASTS) }), lang);
    case 'state':
      return yield* ordered(groups, ({ key }) => ({ rank: judgementRank(key, STATES) }), lang);
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

/** Sorts goals in steps; those that are equal by `by` stay in the document's order. By judgement, the weakest first. */
export function* sortGoals(goals: readonly Goal[], by: GoalOrder, period: string, lang: string): Generator<void, readonly Goal[], void> {
  switch (by) {
    case 'document':
      return goals;
    case 'title':
      return yield* ordered(goals, (goal) => byName(goal.title, lang), lang);
    case 'responsible':
      return yield* ordered(goals, (goal) => byName(goal.responsible[0], lang), lang);
    case 'forecast':
      return yield* ordered(goals, (goal) => ({ rank: judgementRank(judgementKey(reportIn(goal, period)?.forecast), WEAKEST_FORECASTS) }), lang);
    case 'state':
      return yield* ordered(goals, (goal) => ({ rank: judgementRank(judgementKey(reportIn(goal, period)?.state), WEAKEST_STATES) }), lang);
  }
}

interface Position {
  readonly rank: number;
  readonly name?: string;
}

function byName(name: Text | undefined, lang: string): Position {
  return name === undefined ? { rank: 1 } : { rank: 0, name: wordingOf(name, lang).text };
}

function* ordered<Item>(items: readonly Item[], positionOf: (item: Item) => Position, lang: string): Generator<void, readonly Item[], void> {
  const compare = alphabetical(lang);
  const positions: (Position & { readonly item: Item })[] = [];
  for (const item of items) {
    positions.push({ item, ...positionOf(item) });
    yield;
  }
  const sorted = yield* sortedInSteps(positions, (a, b) => a.rank - b.rank || compare(a.name ?? '', b.name ?? ''));
  return sorted.map(({ item }) => item);
}
