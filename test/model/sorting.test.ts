import { expect } from '@open-wc/testing';
import { sortedInSteps } from '../../src/model/sorting.ts';
import { whole } from './whole.ts';

interface Item {
  readonly rank: number;
  readonly place: number;
}

/** The same every time, and in no order. */
const items: readonly Item[] = Array.from({ length: 5000 }, (_, place) => ({ rank: (place * 7919) % 613, place }));
const byRank = (a: Item, b: Item): number => a.rank - b.rank;

describe('sorting in steps', () => {
  it('ends with what sorting at once makes, equals in their order', () => {
    expect(whole(sortedInSteps<Item>)(items, byRank)).to.deep.equal(items.toSorted(byRank));
  });

  it('sorts none, one and few', () => {
    const sort = whole(sortedInSteps<number>);
    for (const few of [[], [1], [2, 1], Array.from({ length: 33 }, (_, number) => 33 - number)]) expect(sort(few, (a, b) => a - b)).to.deep.equal(few.toSorted((a, b) => a - b));
  });

  it('compares little between two steps, however many there are', () => {
    let compared = 0;
    let most = 0;
    const work = sortedInSteps(items, (a, b) => (compared++, byRank(a, b)));
    for (let step = work.next(); !step.done; step = work.next()) {
      most = Math.max(most, compared);
      compared = 0;
    }
    expect(most).to.be.greaterThan(0).and.lessThan(200);
  });

  it('leaves what it is given as it is', () => {
    const given = [3, 1, 2];
    whole(sortedInSteps<number>)(given, (a, b) => a - b);
    expect(given).to.deep.equal([3, 1, 2]);
  });
});
