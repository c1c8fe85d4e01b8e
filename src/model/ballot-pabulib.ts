import { isScored, type Ballot, type Project, type VotingRules } from './ballot.ts';
import { countedChoices, type Candidate } from './election.ts';
import { amountOf, SELECTED } from './pabulib-fields.ts';
import { withoutSmallCells } from './pabulib-write.ts';
import type { PabulibFile, PabulibVote } from './pabulib.ts';
import type { PartFunded } from './tally-steps.ts';
import { wordingOf } from './text.ts';
import type { Choice, VoteChannel } from './vote.ts';

/** A vote without its voter, as it may be published. */
export interface PublishedVote {
  readonly choices: readonly Choice[];
  readonly channel: VoteChannel;
  /** The area that is the voter's own. */
  readonly area?: string;
}

export interface PabulibAbout {
  /** The city. */
  readonly unit: string;
  /** The language in which projects are named. */
  readonly lang: string;
  /** Each project as it was counted. */
  readonly projects: readonly Candidate[];
  readonly funded: readonly string[];
  readonly partFunded?: PartFunded | undefined;
}

const VOTE_TYPES: Readonly<Record<VotingRules['method'], string>> = { single: 'choose-1', approval: 'approval', knapsack: 'approval', points: 'cumulative', ranking: 'ordinal' };

/**
 * A ballot with its votes as a `.pb` file. Votes stand in the order of what they say, which tells nothing of when they came; what
 * tells of their voters is left out as far as it would show fewer than five people. A vote for withdrawn projects alone has no row.
 * @param votes absent where only totals are known of some
 */
export function pabulibOf(ballot: Ballot, votes: readonly PublishedVote[] | undefined, about: PabulibAbout): PabulibFile {
  const { unit, lang, projects } = about;
  const counted = countedChoices(ballot);
  const rows = votes && withoutPeople(votes.map((vote) => rowOf(ballot, vote, counted, lang)).filter(({ choices }) => choices.length));
  return {
    budget: ballot.budget,
    meta: metaOf(ballot, unit, lang, rows ?? []),
    projects: projects.map(({ id, cost, supporters, score }) => {
      const project = ballot.projects.find((one) => one.id === id)!;
      return {
        id, cost,
        fields: { votes: String(supporters), ...(isScored(ballot) && { score: String(score) }), selected: selectedOf(project, about), ...namesOf(ballot, project, lang) },
      };
    }),
    ...(rows && { votes: rows.map(numbered) }),
  };
}

/** What the count gave, else whether money was found elsewhere. */
function selectedOf({ id, funding }: Project, { funded, partFunded }: PabulibAbout): string {
  return SELECTED[funded.includes(id) ? 'whole' : partFunded?.project === id ? 'part' : funding?.kind === 'reserve' ? 'reserve' : 'none'];
}

function metaOf({ title, opensAt, closesAt, rule, rules, threshold, partFundingPercent, projects }: Ballot, unit: string, lang: string, rows: readonly Row[]): PabulibFile['meta'] {
  const { min, max, minSpend, maxSpend } = rules;
  const most = max ?? projects.length;
  const costs = new Map(projects.map(({ id, cost }) => [id, cost]));
  // A vote that lost a withdrawn project may have fewer than the rules asked for, and no row may break what the file says.
  const least = (asked: number, had: (row: Row) => number) => rows.reduce((all, row) => Math.min(all, had(row)), asked);
  // What closes at midnight had its last day before.
  const lastDay = dateOf(Date.parse(closesAt) - 1);
  return {
    description: wordingOf(title, lang).text, country: 'Finland', unit, instance: lastDay.slice(-4), vote_type: VOTE_TYPES[rules.method],
    rule: partFundingPercent === undefined ? rule : 'greedy-custom',
    date_begin: dateOf(Date.parse(opensAt)), date_end: lastDay, language: lang, currency: 'EUR',
    ...(rules.method !== 'single' && { min_length: String(least(min, ({ choices }) => choices.length)), max_length: String(most) }),
    ...(minSpend !== undefined && { min_sum_cost: amountOf(least(minSpend, ({ choices }) => choices.reduce((sum, id) => sum + costs.get(id)!, 0))) }),
    ...(maxSpend !== undefined && { max_sum_cost: amountOf(maxSpend) }),
    ...(rules.method === 'ranking' && { scoring_fn: 'Borda' }),
    ...(rules.method === 'points' && {
      min_points: '0', max_points: String(rules.pointsPerProject ?? rules.points), max_sum_points: String(rules.points),
      ...(rules.minPoints !== undefined && { min_sum_points: String(least(rules.minPoints, ({ points = [] }) => points.reduce((sum, one) => sum + one, 0))) }),
    }),
    ...(threshold !== undefined && { min_project_score_threshold: String(threshold) }),
    // The format has no rule for it, so it is said in words.
    ...(partFundingPercent !== undefined && { comment: `#1: ${rule}; the first project that does not fit gets what is left if that is ${partFundingPercent} % of its cost or more, and the count ends` }),
  };
}

/** The day in Finland. */
function dateOf(instant: number): string {
  // German as written in Germany has two digits for each.
  return new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Helsinki', day: '2-digit', month: '2-digit', year: 'numeric' }).format(instant);
}

function namesOf({ areas, categories }: Ballot, { title, area, category }: Project, lang: string): Readonly<Record<string, string>> {
  const [district, kind] = [nameIn(areas, area, lang), nameIn(categories, category, lang)];
  return { name: wordingOf(title, lang).text, ...(kind !== undefined && { category: kind }), ...(district !== undefined && { district }) };
}

function nameIn(groups: Ballot['areas'], id: string | undefined, lang: string): string | undefined {
  const group = groups.find((one) => one.id === id);
  return group && wordingOf(group.name, lang).text;
}

type Row = Omit<PabulibVote, 'voter'>;

function rowOf({ rules, areas }: Ballot, { choices, channel, area }: PublishedVote, counted: ReturnType<typeof countedChoices>, lang: string): Row {
  const order = ({ project, rank = 0, points = 0 }: Choice): [number, string] => [rules.method === 'ranking' ? rank : -points, project];
  const given = [...counted(choices)].sort((a, b) => compare(order(a), order(b)));
  return {
    choices: given.map(({ project }) => project),
    ...(rules.method === 'points' && { points: given.map(({ points = 0 }) => points) }),
    fields: { voting_method: channel === 'web' ? 'internet' : 'paper', ...(area !== undefined && { district: nameIn(areas, area, lang) ?? area }) },
  };
}

/**
 * A column is left out for everybody where it would show fewer than five people in any of its cells: blanks in some
 * rows alone would point at the very people whom they are to protect.
 */
function withoutPeople(rows: readonly Row[]): readonly Row[] {
  const shown = [['voting_method', 'district'], ['voting_method']].map((columns) => withColumns(rows, columns)).find((cut) => withoutSmallCells(cut).every((row, n) => row === cut[n]));
  return [...(shown ?? withColumns(rows, []))].sort((a, b) => compare(textOf(a), textOf(b)));
}

function withColumns(rows: readonly Row[], columns: readonly string[]): PabulibVote[] {
  return rows.map((row) => ({ ...row, voter: '', fields: Object.fromEntries(Object.entries(row.fields).filter(([name]) => columns.includes(name))) }));
}

function numbered(row: Row, n: number): PabulibVote {
  return { ...row, voter: String(n + 1) };
}

function textOf({ choices, points = [], fields }: Row): readonly string[] {
  return [choices.join(), points.join(), fields.voting_method ?? '', fields.district ?? ''];
}

function compare<Parts extends readonly (string | number)[]>(a: Parts, b: Parts): number {
  const n = a.findIndex((part, index) => part !== b[index]);
  return n < 0 ? 0 : a[n]! < b[n]! ? -1 : 1;
}
