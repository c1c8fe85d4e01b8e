import { foldedCode } from './codes.ts';
import { givenChoices, type Vote } from './vote.ts';

/** RFC 4648's alphabet with Crockford's letters: none that looks like another. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Characters of 5 bits. */
const LENGTH = 10;

/**
 * A vote in the one form that every program writes alike, whatever order its choices came in: a line for the ballot and its
 * rules, then one for each project, by rank where there are ranks, else by id in the order of its code units. No points are no choice.
 */
export function canonicalVote({ ballot, rulesVersion, choices }: Pick<Vote, 'ballot' | 'rulesVersion' | 'choices'>): string {
  const sorted = [...givenChoices(choices)].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || (a.project < b.project ? -1 : a.project > b.project ? 1 : 0));
  return [[ballot, rulesVersion], ...sorted.map(({ project, points, rank }) => [project, points ?? '', rank ?? ''])].map((line) => JSON.stringify(line)).join('\n');
}

/**
 * The voter's receipt code, as `ABCDE-FGHJK`: 50 bits of the SHA-256 of the vote's own UUID, its canonical form and the
 * server's salt, each on lines of its own. It tells nothing of the choice to who does not hold the UUID, which the voter's device keeps and
 * a server stores nowhere.
 * Asynchronous because WebCrypto is.
 * @param sha256 the digest of some bytes: the model has no cryptography of its own
 */
export async function receiptCode(vote: Pick<Vote, 'id' | 'ballot' | 'rulesVersion' | 'choices'>, salt: string, sha256: (bytes: Uint8Array) => Promise<Uint8Array>): Promise<string> {
  const digest = await sha256(new TextEncoder().encode(`${vote.id.toLowerCase()}\n${canonicalVote(vote)}\n${salt}`));
  return base32(digest).slice(0, LENGTH).replace(/^.{5}/, '$&-');
}

/** A receipt code as somebody typed it, in the form in which lists have it; `undefined` where it cannot be one. */
export function foldedReceipt(text: string): string | undefined {
  return foldedCode(text, LENGTH)?.replace(/^.{5}/, '$&-');
}

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[parseInt(five, 2)]).join('');
}
