import { hasDigest, sha256 } from '../../core/sha256.ts';
import { inSlices } from '../../core/slices.ts';
import { readBallotReceipts } from '../../model/ballot-results-json.ts';
import { receiptCode } from '../../model/vote-receipt.ts';
import type { Choice, Vote } from '../../model/vote.ts';
import type { DataSource } from '../../sources/source.ts';

/** What became of a vote whose answer never came: it is on the public list of codes, with what was chosen, it is not, or there is no list yet. */
export type Arrival = { readonly state: 'arrived'; readonly code: string; readonly choices: readonly Choice[] } | { readonly state: 'absent' | 'unknown' };

/** How long the list is waited for, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Works out the vote's receipt code, as the service does, and looks for it on the list that is public after closing. The list is
 * fetched whole, so that nobody learns which code is looked for.
 * @param votes what was sent, the last first
 */
export async function lookUp(source: DataSource | undefined, votes: readonly [Vote, ...Vote[]], lang: string): Promise<Arrival> {
  try {
    const [{ ballot }] = votes;
    if (!source || !hasDigest()) return { state: 'unknown' };
    const signal = AbortSignal.timeout(PATIENCE);
    const raw = await source.read('ballot-receipts', { id: ballot }, { signal, lang, fresh: true });
    const { data } = await inSlices(readBallotReceipts(raw), signal);
    if (data.ballot !== ballot || data.salt === undefined) return { state: 'unknown' };
    for (const vote of votes) {
      const code = await receiptCode(vote, data.salt, sha256);
      if (data.receipts.includes(code)) return { state: 'arrived', code, choices: vote.choices };
    }
    return { state: 'absent' };
  } catch {
    // There is no list yet, or it cannot be read now.
    return { state: 'unknown' };
  }
}
