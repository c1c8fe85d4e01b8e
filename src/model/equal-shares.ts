import type { Candidate, Election, VoterGroup } from './election.ts';
import { Purses, type Offer } from './purses.ts';
import { Run } from './tally-run.ts';
import type { Outcome, Step, Working } from './tally-steps.ts';

/** Cents of one unit of the currency, by which `add1` raises every voter's share. */
const UNIT = 100;
/** Ratios are compared roughly in whole numbers of 2⁻⁴⁰, so that most projects need no exact look. */
const ROUGH = 40n;
/** Projects that are looked at before a page may answer: each takes up to a millisecond with thousands of supporters. */
const AT_A_TIME = 5;

/** An election whose single votes are known. */
export type DetailedElection = Election & { readonly groups: readonly VoterGroup[] };

/** By project, the indices of the groups that chose it. */
type Supporters = readonly (readonly number[])[];

/** A project while the count goes on. */
interface Contender {
  readonly candidate: Candidate;
  /** Indices of the groups that chose it. */
  readonly supporters: readonly number[];
  /** Above its ratio, in units of 2⁻⁴⁰: money only gets less, so what was true stays true. */
  bound: bigint;
}

interface Best {
  readonly contender: Contender;
  readonly offer: Offer;
}

/**
 * The method of equal shares with cost utilities: everybody gets the same part of the budget. Again and again the project is
 * funded whose supporters get most for what the one who pays most pays (cost ÷ that payment), until no project's
 * supporters can pay for it. All arithmetic is exact.
 */
export function* equalSharesSteps(election: DetailedElection): Generator<Step | Working, Outcome, void> {
  return (yield* count(election, election.budget, supportersOf(election), true))!;
}

/**
 * Equal shares, again with every share raised by one unit of the currency each time: the last outcome that the budget pays
 * for. Starts from shares rounded down to a whole unit; ends when the next outcome costs too much, or when every
 * project that can be funded is.
 */
export function* raisedSharesSteps(election: DetailedElection): Generator<Step | Working, Outcome, void> {
  const supporters = supportersOf(election);
  const raise = election.voters * UNIT;
  let shared = Math.floor(election.budget / raise) * raise;
  let last = yield* trial(election, shared, supporters);
  while (last && !last.unresolved && last.steps.some((step) => step.kind === 'skipped' && step.reason === 'supporters-short')) {
    last = yield* trial(election, shared + raise, supporters);
    if (last) shared += raise;
  }
  return (yield* count(election, shared, supporters, true))!;
}

/** An outcome that may not stand: its steps are not told. */
function* trial(election: DetailedElection, shared: number, supporters: Supporters): Generator<Working, Outcome | undefined, void> {
  const run = count(election, shared, supporters, false);
  for (;;) {
    const { done, value } = run.next();
    if (done) return value;
    yield { kind: 'working', budget: shared };
  }
}

/** One run in which the voters share `shared` cents; undefined as soon as it costs more than the election's budget. */
function* count(election: DetailedElection, shared: number, supporters: Supporters, withPayments: boolean): Generator<Step | Working, Outcome | undefined, void> {
  const run = new Run(election);
  const purses = new Purses(election.groups, shared, election.voters);
  const open = new Set(yield* run.open());
  let contenders = election.projects.flatMap((candidate, n): Contender[] =>
    open.has(candidate) ? [{ candidate, supporters: supporters[n]!, bound: BigInt(candidate.supporters) << ROUGH }] : [],
  );
  for (;;) {
    const { best, short } = yield* bestOf(contenders, purses, shared);
    for (const { candidate, supporters } of short) yield run.skip(candidate, { reason: 'supporters-short', had: purses.of(supporters) });
    const first = yield* run.draw(best.map(({ contender }) => contender.candidate));
    if (first.length > 1) run.unresolved = first.map(({ id }) => id);
    if (first.length !== 1) return run.outcome();
    const { contender, offer } = best.find(({ contender: { candidate } }) => candidate === first[0])!;
    if (contender.candidate.cost > run.left) return undefined;
    yield run.fund(contender.candidate, withPayments ? purses.payments(contender.supporters, offer) : {});
    purses.pay(contender.supporters, offer);
    const excluded = contenders.filter(({ candidate }) => candidate.conflicts.includes(contender.candidate.id));
    for (const { candidate } of excluded) yield run.skip(candidate, { reason: 'conflict', because: contender.candidate.id });
    contenders = contenders.filter((other) => other !== contender && !short.includes(other) && !excluded.includes(other));
  }
}

/** The contenders with the largest ratio, and those found to be too dear for their supporters. Most are not looked at. */
function* bestOf(contenders: Contender[], purses: Purses, shared: number): Generator<Working, { readonly best: readonly Best[]; readonly short: readonly Contender[] }, void> {
  const short: Contender[] = [];
  let best: Best[] = [];
  let looks = 0;
  for (const contender of contenders.sort((a, b) => (a.bound > b.bound ? -1 : a.bound < b.bound ? 1 : 0))) {
    if (best[0] && contender.bound < best[0].contender.bound - 1n) break;
    if (++looks % AT_A_TIME === 0) yield { kind: 'working', budget: shared };
    const offer = purses.offer(contender.supporters, contender.candidate.cost);
    if (!offer) {
      short.push(contender);
      continue;
    }
    const found = { contender, offer };
    contender.bound = (worth(offer) << ROUGH) / offer.rest + 1n;
    const difference = best[0] ? worth(offer) * best[0].offer.rest - worth(best[0].offer) * offer.rest : 1n;
    if (difference > 0n) best = [found];
    else if (difference === 0n) best.push(found);
  }
  return { best, short };
}

/** Divided by the offer's `rest`, it is the ratio of the cost to the most that a supporter pays. */
function worth({ price, voters }: Offer): bigint {
  return price * BigInt(voters);
}

function supportersOf({ projects, groups }: DetailedElection): Supporters {
  const supporters: number[][] = projects.map(() => []);
  groups.forEach(({ choices }, group) => {
    for (const choice of choices) supporters[choice]!.push(group);
  });
  return supporters;
}
