import type { Ballot } from '../../../src/model/ballot.ts';
import { storedReceipt, storeOnce } from '../http/idempotency.ts';
import { Problem } from '../http/problems.ts';
import { record } from '../office/audit.ts';
import type { CurrentBallot } from './ballots.ts';
import { errorsOfBatch, insertBatch, withdrawBatch, type Batch } from './batch.ts';
import { keptChoices } from './choices.ts';
import { areResultsPublic } from './count.ts';
import type { VotingOptions } from './options.ts';
import { beginRound, markCounted } from './rounds.ts';

export interface BatchReceipt {
  readonly id: string;
  readonly voters: number;
  readonly receivedAt: string;
}

/** A batch that another one takes the place of. */
export interface Replaced {
  readonly id: string;
  readonly reason: string;
}

/** Why no batch can be entered or taken out at present. */
export type Fixed = 'results-public' | 'voting-not-open';

/** Voting has begun, and nothing is public yet: a result does not change under the eyes of its readers. */
export function whyFixed(ballot: Ballot, now: Date): Fixed | undefined {
  if (areResultsPublic(ballot, now)) return 'results-public';
  return now.getTime() >= Date.parse(ballot.opensAt) ? undefined : 'voting-not-open';
}

/**
 * Where batches are entered and taken out, by programs and by people alike. Each deed and its line of the log are there together
 * or not at all.
 */
export class BatchDesk {
  constructor(private readonly options: VotingOptions) {}

  /**
   * Enters a batch, once for each key; in the place of another one where that is named.
   * @param key a UUID, which becomes the batch's number
   * @param actor the name of a token
   * @throws {Problem} `closed`; `batch-invalid`; `idempotency-mismatch`; `not-found` where what is to be replaced does not count
   */
  async enter(current: CurrentBallot, key: string, batch: Batch, actor: string, replaced?: Replaced): Promise<BatchReceipt> {
    const { database, secrets, clock } = this.options;
    const { ballot } = current;
    const submission = { key, fingerprint: secrets.mac('fingerprint', JSON.stringify([ballot.id, batch, ...(replaced ? [replaced] : [])])) };
    const earlier = await storedReceipt<BatchReceipt>(database, submission);
    if (earlier) return earlier;
    this.#refuseFixed(ballot);
    const errors = errorsOfBatch(ballot, batch);
    if (errors.length) throw new Problem('batch-invalid', { errors });
    const at = clock();
    await beginRound(this.options, current, at);
    const voters = 'votes' in batch ? batch.votes.length : batch.voters;
    const { receipt } = await storeOnce<BatchReceipt>(database, submission, { receipt: { id: key, voters, receivedAt: at.toISOString() }, at }, async (tx) => {
      await markCounted(tx, ballot.id, at);
      if (replaced) {
        if (!(await withdrawBatch(tx, ballot.id, replaced.id, { reason: replaced.reason, by: actor, at }))) throw new Problem('not-found');
        await record(tx, at, { actor, action: 'batch-withdraw', detail: { ballot: ballot.id, batch: replaced.id } });
      }
      await insertBatch(tx, ballot.id, key, 'votes' in batch ? { ...batch, votes: batch.votes.map((choices) => keptChoices(ballot, choices)) } : batch, actor, at);
      await record(tx, at, { actor, action: 'batch-enter', detail: { ballot: ballot.id, batch: key, voters } });
    });
    return receipt;
  }

  /**
   * Takes a batch out of the count; it stays in the list.
   * @returns false where there is no such batch that counts
   * @throws {Problem} `closed`; `batch-invalid`
   */
  async withdraw({ ballot }: CurrentBallot, id: string, reason: string, actor: string): Promise<boolean> {
    const { database, clock } = this.options;
    this.#refuseFixed(ballot);
    const at = clock();
    return database.transaction(async (tx) => {
      await markCounted(tx, ballot.id, at);
      const found = await withdrawBatch(tx, ballot.id, id, { reason, by: actor, at });
      if (found) await record(tx, at, { actor, action: 'batch-withdraw', detail: { ballot: ballot.id, batch: id } });
      return found;
    });
  }

  #refuseFixed(ballot: Ballot): void {
    const why = whyFixed(ballot, this.options.clock());
    if (why === 'results-public') throw new Problem('closed', { detail: 'The results are public: set the phase back to counting first.' });
    if (why) throw new Problem('batch-invalid', { errors: [{ code: why, field: 'ballot' }] });
  }
}
