import * as v from 'valibot';
import { isScored, pointsOfFirst, type Ballot, type Project } from '../../../src/model/ballot.ts';
import type { Total } from '../../../src/model/election.ts';
import { choicesSchema } from '../../../src/model/vote-schema.ts';
import { validateChoices } from '../../../src/model/vote-rules.ts';
import type { Choice } from '../../../src/model/vote.ts';
import type { Queryable } from '../database/database.ts';
import type { VoteFieldError } from '../http/problems.ts';

/** People who come to one place. */
export const VOTES_MAX = 5_000;
/** More than there are people in the country, and few enough that the database can add them up. */
const COUNT_MAX = 9_999_999;
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(COUNT_MAX));
const words = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200), v.regex(/^\P{C}*$/u));

const common = { channel: v.picklist(['paper', 'assisted']), place: words, area: v.exactOptional(v.string()), spoiled: v.exactOptional(count) };

/** What the city enters: single votes, or what each project got where the votes were counted by hand. */
export const batchSchema = v.union([
  v.strictObject({ ...common, votes: v.pipe(v.array(choicesSchema), v.maxLength(VOTES_MAX)) }),
  v.strictObject({ ...common, voters: count, totals: v.array(v.strictObject({ project: v.string(), supporters: count, score: v.exactOptional(count) })) }),
]);
export type Batch = v.InferOutput<typeof batchSchema>;

export const withdrawalSchema = v.strictObject({ reason: words });

type ProjectTotal = Total & { readonly project: string };

/** A batch as it is kept. */
export interface StoredBatch {
  readonly id: string;
  readonly channel: 'paper' | 'assisted';
  readonly place: string;
  readonly area: string | null;
  readonly voters: number;
  /** Votes on paper that nobody could read, or that broke the rules: told, and not counted. */
  readonly spoiled: number;
  readonly votes: readonly (readonly Choice[])[] | null;
  readonly totals: readonly ProjectTotal[] | null;
  readonly enteredBy: string;
  readonly enteredAt: Date;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Date | null;
  readonly reason: string | null;
}

/** What is wrong in a batch; `field` names the vote or the total, from 1. */
export function errorsOfBatch(ballot: Ballot, batch: Batch): VoteFieldError[] {
  const area = batch.area !== undefined && !ballot.areas.some(({ id }) => id === batch.area) ? [{ code: 'area-limit', field: 'area' } as const] : [];
  if ('votes' in batch) {
    // A project that was withdrawn later could be chosen when the paper was printed: the vote stays valid without it.
    const printed = { ...ballot, projects: ballot.projects.map(({ withdrawn: _, ...project }) => project) };
    return [...area, ...batch.votes.flatMap((choices, n) => validateChoices(printed, choices, batch.area).map((error) => ({ ...error, field: `votes.${n + 1}` })))];
  }
  const { voters, totals } = batch;
  const scored = isScored(ballot);
  const { rules } = ballot;
  const most = rules.method === 'points' ? (rules.pointsPerProject ?? rules.points) : pointsOfFirst(ballot);
  const ofEach = totals.flatMap(({ project, supporters, score }, n): VoteFieldError[] => {
    const about = { field: `totals.${n + 1}`, projects: [project] };
    return [
      ...(ballot.projects.some(({ id }) => id === project) ? [] : [{ ...about, code: 'unknown-project' } as const]),
      ...(totals.findIndex((other) => other.project === project) < n ? [{ ...about, code: 'duplicate-project' } as const] : []),
      ...(supporters > voters ? [{ ...about, code: 'too-many', values: { count: supporters, max: voters } } as const] : []),
      ...(scored === (score !== undefined) && (score ?? 0) <= supporters * most && (score ?? supporters) >= supporters ? [] : [{ ...about, code: 'points-per-project' } as const]),
    ];
  });
  return [...area, ...(ofEach.length ? ofEach : errorsOfSums(ballot, voters, totals))];
}

/** What so many people cannot have chosen together; a paper may have left room, so there is no least. */
function errorsOfSums({ rules, projects, areas, categories }: Ballot, voters: number, totals: readonly ProjectTotal[]): VoteFieldError[] {
  const known = new Map(projects.map((project) => [project.id, project]));
  const { supporters: count, spent } = sumsOf(totals, known);
  const ofGroups = rules.limits.flatMap(({ of, id, max, maxSpend }) =>
    (of === 'area' ? areas : categories).filter((group) => id === undefined || group.id === id).flatMap((group) => {
      const inside = sumsOf(totals.filter(({ project }) => known.get(project)?.[of] === group.id), known);
      const about = { code: `${of}-limit`, group: group.id } as const;
      return [...over(about, inside.supporters, max, voters), ...over(about, inside.spent, maxSpend, voters, 'money')];
    }),
  );
  return [
    ...over({ code: 'too-many' }, count, rules.method === 'single' ? 1 : rules.max, voters),
    ...over({ code: 'over-points' }, totals.reduce((all, { score = 0 }) => all + score, 0), rules.method === 'points' ? rules.points : undefined, voters),
    ...over({ code: 'over-budget' }, spent, rules.maxSpend, voters, 'money'),
    ...ofGroups,
  ];
}

/** How often these projects were chosen, and for how many cents. */
function sumsOf(totals: readonly ProjectTotal[], known: ReadonlyMap<string, Pick<Project, 'cost'>>): { readonly supporters: number; readonly spent: number } {
  const supporters = totals.reduce((all, total) => all + total.supporters, 0);
  return { supporters, spent: totals.reduce((all, total) => all + total.supporters * (known.get(total.project)?.cost ?? 0), 0) };
}

/** @param each the most that one of so many voters may choose; any number where absent */
function over(about: Pick<VoteFieldError, 'code' | 'group'>, sum: number, each: number | undefined, voters: number, unit: 'count' | 'money' = 'count'): VoteFieldError[] {
  const most = each === undefined ? Infinity : voters * each;
  return sum > most ? [{ ...about, field: 'voters', values: unit === 'money' ? { spent: sum, limit: most } : { count: sum, max: most } }] : [];
}

export async function insertBatch(tx: Queryable, ballot: string, id: string, batch: Batch, enteredBy: string, at: Date): Promise<void> {
  const { channel, place, area, spoiled = 0 } = batch;
  const [votes, totals, voters] = 'votes' in batch ? [JSON.stringify(batch.votes), null, batch.votes.length] : [null, JSON.stringify(batch.totals), batch.voters];
  await tx.query(
    `INSERT INTO vote_batch (id, ballot, channel, place, area, voters, spoiled, votes, totals, entered_by, entered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10, $11)`,
    [id, ballot, channel, place, area ?? null, voters, spoiled, votes, totals, enteredBy, at],
  );
}

/** @returns false where there is no such batch that counts */
export async function withdrawBatch(tx: Queryable, ballot: string, id: string, { reason, by, at }: { readonly reason: string; readonly by: string; readonly at: Date }): Promise<boolean> {
  const withdrawn = await tx.query(
    'UPDATE vote_batch SET withdrawn_by = $3, withdrawn_at = $4, reason = $5 WHERE ballot = $1 AND id = $2 AND withdrawn_at IS NULL RETURNING id',
    [ballot, id, by, at, reason],
  );
  return withdrawn.length > 0;
}

/** In the order in which they were entered. */
export function readBatches(tx: Queryable, ballot: string): Promise<StoredBatch[]> {
  return tx.query<StoredBatch>(
    `SELECT id, channel, place, area, voters, spoiled, votes, totals, entered_by AS "enteredBy", entered_at AS "enteredAt",
       withdrawn_by AS "withdrawnBy", withdrawn_at AS "withdrawnAt", reason
     FROM vote_batch WHERE ballot = $1 ORDER BY entered_at, id`,
    [ballot],
  );
}
