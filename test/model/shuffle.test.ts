import { expect } from '@open-wc/testing';
import { shuffled } from '../../src/model/shuffle.ts';

const LIST = ['a', 'b', 'c', 'd', 'e'];

describe('an order drawn by lot', () => {
  it('is the same for the same seed and holds everything once', () => {
    expect(shuffled(LIST, 7)).to.deep.equal(shuffled(LIST, 7));
    expect([...shuffled(LIST, 7)].sort()).to.deep.equal(LIST);
    expect(shuffled([], 7)).to.deep.equal([]);
  });

  it('puts each equally often into each place', () => {
    const counts = new Map<string, number>();
    const draws = 20_000;
    for (let seed = 0; seed < draws; seed++) shuffled(LIST, seed).forEach((one, place) => counts.set(`${one}${place}`, (counts.get(`${one}${place}`) ?? 0) + 1));
    const expected = draws / LIST.length;
    expect(counts.size).to.equal(LIST.length ** 2);
    for (const [where, count] of counts) expect(Math.abs(count - expected) / expected, where).to.be.lessThan(0.06);
  });
});
