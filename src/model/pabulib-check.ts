import { electionOfPabulib } from './pabulib-election.ts';
import { PART_PERCENT } from './pabulib-fields.ts';
import { fundingOfPabulib, type PabulibFunding } from './pabulib-funding.ts';
import { PabulibFaults, type PabulibFile, type PabulibProject, type PabulibReading } from './pabulib.ts';
import { tally } from './tally.ts';

/** Vote types whose `score` is a sum of points. */
const SCORED = ['cumulative', 'scoring', 'ordinal'];
/** Rules that go on as long as anything fits; equal shares may well leave money. */
const SPENDING = ['greedy', 'greedy-threshold'];
/** Rules of a city's own, whose parts may be smaller. */
const UNTOLD = ['greedy-custom', 'unknown'];

/**
 * Whether the figures of a `.pb` file add up: votes and scores against its votes, and what it says was selected against
 * its budget and a recount by its own rule. A rule that cannot be recounted is passed over.
 */
export function checkPabulib(file: PabulibFile): Pick<PabulibReading, 'errors' | 'warnings'> {
  const faults = new PabulibFaults();
  if (file.votes) checkVotes(file, faults);
  if (file.projects.some(({ fields }) => fields.selected !== undefined)) checkSelected(file, faults);
  return faults.all();
}

function checkVotes(file: PabulibFile, faults: PabulibFaults): void {
  const { projects } = electionOfPabulib(file);
  const said = new Map(file.projects.map(({ id, fields }) => [id, fields]));
  for (const { id, supporters, score } of projects) {
    const { votes, score: points } = said.get(id)!;
    if (votes !== undefined && Number(votes) !== supporters) faults.tell('votes-mismatch', { column: 'votes' }, { project: id, said: votes, found: supporters });
    if (points !== undefined && SCORED.includes(file.meta.vote_type ?? '') && Number(points) !== score) {
      faults.tell('score-mismatch', { column: 'score' }, { project: id, said: points, found: score });
    }
  }
}

function checkSelected(file: PabulibFile, faults: PabulibFaults): void {
  const funding = fundingOfPabulib(file);
  const of = (kind: PabulibFunding['kind']): PabulibProject[] => file.projects.filter(({ id }) => funding.get(id)?.kind === kind);
  const left = file.budget - of('whole').reduce((sum, { cost }) => sum + cost, 0);
  const { rule = '' } = file.meta;
  if (left < 0) faults.tell('selected-over-budget', { column: 'selected' }, { over: -left });
  const parts = of('part');
  for (const { id, cost } of parts) {
    if (cost <= left) faults.tell('part-in-full', { column: 'selected' }, { project: id, cost, left });
    else if (left * 100 < cost * PART_PERCENT && !UNTOLD.includes(rule)) faults.tell('part-too-small', { column: 'selected' }, { project: id, cost, left: Math.max(left, 0) });
  }
  // Money from a reserve comes after the count, and the file does not tell who stepped back.
  if (of('reserve').length) return;
  const election = { ...electionOfPabulib(file), ...(parts.length && { partFundingPercent: PART_PERCENT }) };
  const selected = new Set([...of('whole'), ...parts].map(({ id }) => id));
  const affordable = election.projects.find(({ id, cost, supporters, score }) =>
    SPENDING.includes(rule) && !parts.length && !selected.has(id) && cost <= left && supporters > 0 && score >= (election.threshold ?? 0));
  if (affordable) faults.tell('budget-unused', { column: 'selected' }, { project: affordable.id, cost: affordable.cost, left });
  const recount = tally(election, rule);
  if (recount.refused !== undefined || recount.unresolved) return;
  const winners = [...recount.funded, ...(recount.partFunded ? [recount.partFunded.project] : [])];
  const missing = winners.filter((id) => !selected.has(id));
  const extra = [...selected].filter((id) => !winners.includes(id));
  if (missing.length || extra.length) faults.tell('winners-wrong', { column: 'selected' }, { missing: missing.join(', '), extra: extra.join(', ') });
}
