import { alphabetical } from './alphabet.ts';
import { judgementKey, reportIn } from './goal-report.ts';
import type { Goal } from './goals.ts';
import { sortedInSteps } from './sorting.ts';
import { folded, textKey, wordingOf, wordingsOf, type Text } from './text.ts';

/** What is searched and filtered in one goal, folded once. */
export interface IndexedGoal {
  readonly id: string;
  readonly words: string;
  readonly responsible: readonly string[];
  readonly state: string;
  readonly forecast: string;
}

/** What the reader looks for. Within a list any one will do; the fields must all hold. */
export interface GoalFilters {
  readonly text?: string;
  /** Keys of `responsibleOptions`. */
  readonly responsible?: readonly string[];
  /** Keys of a summary's tallies. */
  readonly state?: readonly string[];
  readonly forecast?: readonly string[];
  /** Only what has changed since the earlier report. */
  readonly changed?: boolean;
}

/** Indexes one goal, so that a caller with 10,000 of them can pause in between. */
export function indexGoal(goal: Goal, period: string): IndexedGoal {
  const report = reportIn(goal, period);
  const details = [...goal.details, ...(report?.details ?? [])];
  const texts: readonly (Text | undefined)[] = [
    goal.title, goal.focus, goal.line, ...goal.responsible,
    ...goal.measures.flatMap((measure) => [measure.text, measure.unit]),
    ...(report?.actuals.map((actual) => actual.text) ?? []),
    report?.state?.word, report?.state?.note, report?.forecast?.word, report?.forecast?.note,
    ...details.flatMap((detail) => [detail.label, detail.text]),
  ];
  const exact = folded(texts.flatMap((text) => (text === undefined ? [] : wordingsOf(text))).join(' '));
  const dotless = exact.normalize('NFD').replace(/\p{M}/gu, '');
  return {
    id: goal.id,
    // Å, ä and ö are letters of their own, so "sää" does not find "saa". A keyboard without them still finds "sää" by "saa".
    words: exact === dotless ? exact : `${exact} ${dotless}`,
    responsible: goal.responsible.map(textKey),
    state: judgementKey(report?.state),
    forecast: judgementKey(report?.forecast),
  };
}

/**
 * The ids of the goals that match. Every word of the text must occur, anywhere in a word: Finnish compounds
 * carry what one looks for at their end as often as at their start.
 * @param changed ids of goals that have changed, for `filters.changed`
 */
export function matchGoals(
  index: readonly IndexedGoal[],
  filters: GoalFilters,
  changed?: ReadonlySet<string>,
): ReadonlySet<string> {
  const words = (filters.text ?? '').split(/\s+/).map(folded).filter(Boolean);
  const found = new Set<string>();
  for (const goal of index) {
    if (
      anyOf(filters.responsible, goal.responsible)
      && anyOf(filters.state, [goal.state])
      && anyOf(filters.forecast, [goal.forecast])
      && (!filters.changed || changed?.has(goal.id))
      && words.every((word) => goal.words.includes(word))
    ) found.add(goal.id);
  }
  return found;
}

function anyOf(wanted: readonly string[] | undefined, keys: readonly string[]): boolean {
  return !wanted?.length || keys.some((key) => wanted.includes(key));
}

/** A choice in the filter by responsible. */
export interface ResponsibleOption {
  readonly key: string;
  readonly name: Text;
  /** Goals of the period; one with two responsibles counts under both. */
  readonly count: number;
}

/** The responsibles of a period's goals, in alphabetical order; in steps of about a goal each. */
export function* responsibleOptions(goals: readonly Goal[], period: string, lang: string): Generator<void, readonly ResponsibleOption[], void> {
  const options = new Map<string, { readonly name: Text; readonly goals: Set<Goal> }>();
  for (const goal of goals) {
    yield;
    if (!reportIn(goal, period)) continue;
    for (const name of goal.responsible) {
      const key = textKey(name);
      const option = options.get(key);
      if (option) option.goals.add(goal);
      else options.set(key, { name, goals: new Set([goal]) });
    }
  }
  const compare = alphabetical(lang);
  return yield* sortedInSteps(
    [...options].map(([key, option]) => ({ key, name: option.name, count: option.goals.size })),
    (a, b) => compare(wordingOf(a.name, lang).text, wordingOf(b.name, lang).text),
  );
}

const LISTS = ['responsible', 'state', 'forecast'] as const;

/**
 * Writes filters into the address's query, leaving what is not ours as it is.
 * @param prefix keeps two reports on one page, and the page's own parameters, apart
 */
export function filtersToParams(filters: GoalFilters, prefix: string, page?: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams(page);
  for (const name of ['text', 'changed', ...LISTS]) params.delete(prefix + name);
  if (filters.text) params.set(`${prefix}text`, filters.text);
  for (const name of LISTS) for (const key of filters[name] ?? []) params.append(prefix + name, key);
  if (filters.changed) params.set(`${prefix}changed`, '1');
  return params;
}

/** Reads filters from the address's query; what is not there is not set. */
export function filtersFromParams(params: Pick<URLSearchParams, 'get' | 'getAll' | 'has'>, prefix: string): GoalFilters {
  const text = params.get(`${prefix}text`);
  return {
    ...(text && { text }),
    ...Object.fromEntries(LISTS.flatMap((name) => {
      const keys = params.getAll(prefix + name);
      return keys.length ? [[name, keys]] : [];
    })),
    ...(params.has(`${prefix}changed`) && { changed: true }),
  };
}
