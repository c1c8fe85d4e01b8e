import { Hono } from 'hono';
import { phaseAt, type Ballot } from '../../../src/model/ballot.ts';
import { canonicalVote, receiptCode } from '../../../src/model/vote-receipt.ts';
import { validateVote, type VoteError, type VoteErrorCode } from '../../../src/model/vote-rules.ts';
import { voteOf } from '../../../src/model/vote-schema.ts';
import type { Vote } from '../../../src/model/vote.ts';
import { mediaTypeOf, parseJson, readBody } from '../http/body.ts';
import { NOT_KEPT, REPLAYED } from '../http/headers.ts';
import { idempotencyKey, storedReceipt, storeOnce, type Submission } from '../http/idempotency.ts';
import { rateLimit } from '../http/limits.ts';
import { Problem, type ProblemCode } from '../http/problems.ts';
import type { Ballots, CurrentBallot } from './ballots.ts';
import { keptChoices } from './choices.ts';
import { frozenRules } from './frozen.ts';
import type { VoteKey } from './keys.ts';
import type { VotingOptions } from './options.ts';
import { beginRound, holdOpen, startOfDay } from './rounds.ts';
import { receiptSalt } from './receipts.ts';
import { sha256 } from './sha256.ts';
import { putVote } from './store.ts';
import { identify, type Voter } from './voter.ts';

/** Bytes of a vote with more choices than any ballot has projects. */
const VOTE_MAX = 256_000;
/** NUL, and a surrogate alone: no database keeps them. */
const NO_TEXT = /[\0\uD800-\uDFFF]/u;
/** What is kept of a receipt: id and code are those of the vote that is sent again. */
interface StoredReceipt {
  readonly ballot: string;
  /** When it came, sealed under the key of the ballot: beside the votes a time would tell whose is whose. */
  readonly received: string;
}

/** What a refusal is called when a vote breaks several rules at once: the first of these, else `vote-invalid`. */
const REFUSALS: readonly (readonly [VoteErrorCode, ProblemCode])[] = [['voting-closed', 'closed'], ['not-eligible', 'not-eligible'], ['stale-rules', 'stale-rules']];

/** `POST /vote`. */
export function voteRoutes(options: VotingOptions, ballots: Ballots): Hono {
  const { database, secrets, clients, clock, voting: { keys, rate, verifyToken } } = options;
  const app = new Hono();

  app.post('/vote', rateLimit(rate, clients, clock), async (c) => {
    const vote = await readVote(c.req.raw, idempotencyKey(c.req.header('idempotency-key')));
    const current = await ballots.current(vote.ballot);
    if (!current) throw new Problem('not-found', { detail: 'There is no such ballot.' });
    const voter = await identify(c.req.header('authorization') ?? (vote.device && `Device ${vote.device}`), current.ballot, { database, secrets, verifyToken });
    const known = await keys.read(vote.ballot);
    const earlier = known && (await storedReceipt<StoredReceipt>(database, submissionOf(vote, voter, known)));
    if (earlier) return c.json(await receiptOf(vote, earlier, known), 201, REPLAYED);
    const at = clock();
    refuse(validateVote(current.ballot, vote, { now: at.getTime(), ...(voter.eligible !== undefined && { eligible: voter.eligible }), ...(voter.area !== undefined && { area: voter.area }) }));
    const key = await keyOf(current, at);
    const stored = await store(vote, current, voter, key, at);
    return c.json(await receiptOf(vote, stored.receipt, key), 201, stored.replayed ? REPLAYED : NOT_KEPT);
  });

  return app;

  /** Puts the vote in place, if the ballot is still open at that moment: waiting for another transaction may have taken until after closing. */
  async function store(vote: Vote, { ballot }: CurrentBallot, voter: Voter, key: VoteKey, at: Date) {
    const receipt: StoredReceipt = { ballot: ballot.id, received: key.seal(at.toISOString()) };
    const code = await codeOf(vote);
    return storeOnce(database, submissionOf(vote, voter, key), { receipt, at: startOfDay(at) }, async (tx) => {
      const round = await holdOpen(tx, ballot.id, frozenRules(ballot));
      if (round === 'other-rules') refuse([{ code: 'stale-rules' }]);
      if (round === 'closed' || !isOpen(ballot, clock())) refuse([{ code: 'voting-closed' }]);
      await putVote(tx, ballot.id, key.voter(ballot.id, voter.identity), { choices: keptChoices(ballot, vote.choices), receipt: code, area: voter.area ?? null });
    });
  }

  async function keyOf(current: CurrentBallot, at: Date): Promise<VoteKey> {
    const { key } = await beginRound(options, current, at);
    if (!key) refuse([{ code: 'voting-closed' }]);
    return key!;
  }

  function codeOf(vote: Vote): Promise<string> {
    return receiptCode(vote, receiptSalt(options, vote.ballot), sha256);
  }

  async function receiptOf(vote: Vote, { received }: StoredReceipt, key: VoteKey): Promise<{ id: string; code: string; receivedAt: string }> {
    return { id: vote.id, code: await codeOf(vote), receivedAt: key.unseal(received) };
  }
}

/** Told apart under the key that is destroyed: what stays of it says nothing about who sent what. */
function submissionOf(vote: Vote, { identity }: Voter, key: VoteKey): Submission {
  return { key: key.submission(vote.id), fingerprint: key.fingerprint([vote.id, canonicalVote(vote), identity]) };
}

/** @throws {Problem} `media-type`, `too-large`, `malformed` */
async function readVote(request: Request, key: string): Promise<Vote> {
  if (mediaTypeOf(request) !== 'application/json') throw new Problem('media-type');
  const vote = voteOf(parseJson(await readBody(request, VOTE_MAX)));
  if (!vote) throw new Problem('malformed', { detail: 'The body is not a vote.' });
  if ([vote.ballot, vote.rulesVersion, ...vote.choices.map(({ project }) => project)].some((text) => NO_TEXT.test(text))) throw new Problem('malformed', { detail: 'A text has NUL or half a character in it.' });
  if (vote.channel !== 'web') throw new Problem('malformed', { detail: 'Votes from paper, and those of people who were helped, come as batches.' });
  if (vote.id.toLowerCase() !== key) throw new Problem('malformed', { detail: 'The Idempotency-Key of a vote is its id.' });
  return { ...vote, id: key };
}

function isOpen(ballot: Ballot, now: Date): boolean {
  return phaseAt(ballot, now.getTime()) === 'vote';
}

/** @throws {Problem} where there is anything to refuse */
function refuse(errors: readonly VoteError[]): void {
  if (!errors.length) return;
  const [, code = 'vote-invalid' as const] = REFUSALS.find(([error]) => errors.some((one) => one.code === error)) ?? [];
  throw new Problem(code, { errors: errors.map(fieldError) });
}

function fieldError(error: VoteError): VoteError & { readonly field: string } {
  return { ...error, field: error.code === 'stale-rules' ? 'rulesVersion' : error.code === 'voting-closed' || error.code === 'voting-not-open' ? 'ballot' : 'choices' };
}
