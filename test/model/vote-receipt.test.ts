import { expect } from '@open-wc/testing';
import { canonicalVote, receiptCode } from '../../src/model/vote-receipt.ts';
import { voteFor } from './ballots.ts';

const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> => new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
const code = (...args: Parameters<typeof voteFor>): Promise<string> => receiptCode(voteFor(...args), 'suola', sha256);

describe('A receipt code', () => {
  it('is the same for the same vote, in whatever order its projects were chosen', async () => {
    expect(await code(['a', 'b'])).to.equal(await code(['b', 'a']));
    expect(await code(['a', 'b'], { channel: 'paper' })).to.equal(await code(['a', 'b']));
  });

  it('is another for the same choice of another person, for another choice, and with another salt', async () => {
    const own = await code(['a', 'b']);
    expect(await code(['a', 'b'], { id: '0b0c3a56-1f2e-4d3c-8b4a-5f6e7d8c9b0a' })).to.not.equal(own);
    expect(await code(['a'])).to.not.equal(own);
    expect(await code(['a', 'b'], { rulesVersion: 'v2' })).to.not.equal(own);
    expect(await receiptCode(voteFor(['a', 'b']), 'pippuri', sha256)).to.not.equal(own);
  });

  it('is ten characters, of which none looks like another', async () => {
    for (const choice of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) expect(await code([choice])).to.match(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('is what anyone gets who follows its description', async () => {
    const digest = await sha256(new TextEncoder().encode('7b0c3a56-1f2e-4d3c-8b4a-5f6e7d8c9b0a\n["lahipuisto","v1"]\n["a","",""]\nsuola'));
    const number = [...digest.slice(0, 7)].reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) >> 6n;
    const letters = [...number.toString(32).padStart(10, '0')].map((digit) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[parseInt(digit, 32)]).join('');
    expect(await code(['a'])).to.equal(`${letters.slice(0, 5)}-${letters.slice(5)}`);
  });
});

describe('A vote in canonical form', () => {
  it('keeps ranks and points, and leaves out what got none', () => {
    expect(canonicalVote(voteFor([{ project: 'b', rank: 1 }, { project: 'a', rank: 2 }]))).to.equal('["lahipuisto","v1"]\n["b","",1]\n["a","",2]');
    expect(canonicalVote(voteFor([{ project: 'b', points: 3 }, { project: 'a', points: 0 }]))).to.equal('["lahipuisto","v1"]\n["b",3,""]');
  });
});
