import { expect } from '@open-wc/testing';
import { drawLots } from '../../src/model/election.ts';
import { addFractions, compareFractions, fraction, fractionToNumber, timesFraction, type Fraction } from '../../src/model/fraction.ts';
import { tally, tallySteps, type Tally } from '../../src/model/tally.ts';
import type { FundedStep, SkippedStep, TieStep } from '../../src/model/tally-steps.ts';
import { electionFrom, VECTOR, type Sketch } from './elections.ts';

function count(sketch: Sketch, rule: string): Tally {
  const result = tally(electionFrom(sketch), rule);
  if (result.refused !== undefined) throw new Error(result.refused);
  return result;
}
const funded = (sketch: Sketch, rule: string): string => count(sketch, rule).funded.join('');
const skipped = ({ steps }: Tally): readonly SkippedStep[] => steps.filter((step) => step.kind === 'skipped');
const bought = ({ steps }: Tally): readonly FundedStep[] => steps.filter((step) => step.kind === 'funded');
const euros = (amount: Fraction | undefined): number => fractionToNumber(amount!) / 100;

describe('A count', () => {
  const winners = {
    'greedy': 'AC', 'greedy-exclusive': 'AC', 'greedy-no-skip': 'AC',
    'equalshares': 'AD', 'equalshares/add1': 'AD', 'equalshares/add1-comparison': 'AC', 'equalshares-comparison': 'AC',
  };
  for (const [rule, expected] of Object.entries(winners)) {
    it(`by ${rule} funds ${expected} of the four projects on which all programs agree`, () => {
      expect(funded(VECTOR, rule)).to.equal(expected);
    });
  }

  it('says of each project why it was not chosen: its cost, and what was left', () => {
    expect(skipped(count(VECTOR, 'greedy'))).to.deep.equal([
      { kind: 'skipped', project: 'D', cost: 200_000, left: 100_000, reason: 'too-dear' },
      { kind: 'skipped', project: 'B', cost: 500_000, left: 100_000, reason: 'too-dear' },
    ]);
  });

  it('tells apart what stands behind the dearer project at which it stopped', () => {
    const sketch = { budget: 10, costs: { A: 7, B: 5, C: 2 }, votes: ['3×A', '2×B', '1×C'] };
    expect(funded(sketch, 'greedy')).to.equal('AC');
    expect(skipped(count(sketch, 'greedy-no-skip')).map(({ project, reason, because }) => [project, reason, because])).to.deep.equal([
      ['B', 'too-dear', undefined], ['C', 'stopped', 'B'],
    ]);
  });

  it('funds nothing below the threshold, and nothing that nobody chose', () => {
    const sketch = { budget: 100, costs: { A: 7, B: 5, C: 2 }, votes: ['3×A', '2×B'], threshold: 3 };
    expect(funded(sketch, 'greedy-threshold')).to.equal('A');
    expect(skipped(count(sketch, 'greedy-threshold')).map(({ reason }) => reason)).to.deep.equal(['below-threshold', 'below-threshold']);
    const { threshold: _, ...without } = sketch;
    expect(funded(without, 'greedy')).to.equal('AB');
    expect(skipped(count(without, 'greedy')).map(({ project, reason }) => [project, reason])).to.deep.equal([['C', 'no-supporters']]);
    expect(tally(electionFrom(without), 'greedy-threshold')).to.deep.equal({ rule: 'greedy-threshold', refused: 'threshold-missing' });
  });

  it('funds one of two projects that exclude each other, and says which kept the other out', () => {
    const sketch: Sketch = { budget: 100, costs: { A: 7, B: 5, C: 2 }, votes: ['3×AB', '2×B', '1×C'], conflicts: [['A', 'B']] };
    expect(funded(sketch, 'greedy-exclusive')).to.equal('BC');
    expect(skipped(count(sketch, 'greedy-exclusive')).map(({ project, reason, because }) => [project, reason, because])).to.deep.equal([['A', 'conflict', 'B']]);
    expect(funded(sketch, 'equalshares')).to.equal('BC');
  });

  it('says who prefers which outcome where two are compared', () => {
    const { comparison } = count(VECTOR, 'equalshares/add1-comparison');
    expect([comparison!.preferGreedy, comparison!.preferEqualShares, comparison!.indifferent]).to.deep.equal([2, 1, 7]);
    expect(comparison!.greedy.funded).to.deep.equal(['A', 'C']);
    expect(comparison!.equalShares.funded).to.deep.equal(['A', 'D']);
  });
});

describe('A count that may fund a project in part', () => {
  /** 10 € and projects of 6, 5 and 2 €: after the first 4 € are left, four fifths of what the second costs. */
  const part: Sketch = { budget: 10, costs: { A: 6, B: 5, C: 2 }, votes: ['3×A', '2×B', '1×C'], partFundingPercent: 80 };
  const outcome = ({ funded, partFunded, left }: Tally): unknown => [funded.join(''), partFunded, left];

  for (const rule of ['greedy', 'greedy-no-skip']) {
    it(`by ${rule} gives the first project that does not fit what is left, if that is the part which was named, and ends`, () => {
      const result = count(part, rule);
      expect(outcome(result)).to.deep.equal(['A', { project: 'B', granted: 400 }, 0]);
      expect(result.spent).to.equal(1000);
      expect(result.steps).to.deep.equal([
        { kind: 'funded', project: 'A', cost: 600, left: 400 },
        { kind: 'part-funded', project: 'B', cost: 500, granted: 400, left: 0 },
        { kind: 'skipped', project: 'C', cost: 200, left: 0, reason: 'stopped', because: 'B' },
      ]);
    });
  }

  it('gives it nothing where a cent is missing from that part', () => {
    const short = { ...part, costs: { A: 6, B: 5.01, C: 2 } };
    expect(outcome(count(short, 'greedy'))).to.deep.equal(['AC', undefined, 200]);
    expect(outcome(count(short, 'greedy-no-skip'))).to.deep.equal(['A', undefined, 400]);
  });

  it('funds in full what fits to the cent, and needs no part where everything fits', () => {
    expect(outcome(count({ ...part, budget: 11 }, 'greedy'))).to.deep.equal(['AB', undefined, 0]);
    expect(outcome(count({ ...part, budget: 13 }, 'greedy'))).to.deep.equal(['ABC', undefined, 0]);
  });

  it('passes over what excludes a funded project, and what has too little support, before it gives a part', () => {
    const sketch: Sketch = { ...part, costs: { A: 6, B: 5, C: 5 }, conflicts: [['A', 'B']] };
    expect(outcome(count(sketch, 'greedy'))).to.deep.equal(['A', { project: 'C', granted: 400 }, 0]);
    expect(outcome(count({ ...part, threshold: 3 }, 'greedy-threshold'))).to.deep.equal(['A', undefined, 400]);
  });

  it('stops at equal projects where it matters which of them gets the part', () => {
    const equal: Sketch = { ...part, costs: { A: 6, B: 5, C: 5 }, votes: ['3×A', '2×BC'] };
    expect(count(equal, 'greedy').unresolved).to.deep.equal(['B', 'C']);
    expect(outcome(count({ ...equal, ties: ['lot'], lots: ['C', 'B', 'A'] }, 'greedy'))).to.deep.equal(['A', { project: 'C', granted: 400 }, 0]);
    expect(count({ ...equal, partFundingPercent: 81 }, 'greedy').unresolved).to.equal(undefined);
  });

  it('is no count by equal shares: they, and what they are compared with, fund in full', () => {
    for (const rule of ['equalshares', 'equalshares/add1', 'equalshares-comparison']) {
      expect(count({ ...VECTOR, partFundingPercent: 1 }, rule)).to.deep.equal(count(VECTOR, rule));
    }
  });
});

describe('Equal shares', () => {
  it('tell with whose money each project was bought', () => {
    const [first, second] = bought(count(VECTOR, 'equalshares'));
    expect(first!.payments!.map(({ amount, voters, groups }) => [euros(amount), voters, groups])).to.deep.equal([[1000, 6, [0, 1]]]);
    expect(second!.payments!.map(({ amount, voters, groups }) => [euros(amount), voters, groups])).to.deep.equal([[500, 4, [2, 3]]]);
    const short = skipped(count(VECTOR, 'equalshares')).map(({ project, reason, had, cost }) => [project, reason, euros(had), cost / 100]);
    expect(short).to.deep.equal([['B', 'supporters-short', 0, 5000], ['C', 'supporters-short', 1500, 3000]]);
  });

  it('take all that poorer supporters have left, and the same from each of the others', () => {
    const result = count({ budget: 400, costs: { A: 180, B: 150 }, votes: ['2×A', '1×AB', '1×B'] }, 'equalshares');
    const [a, b] = bought(result);
    expect(a!.payments!.map(({ amount, voters }) => [euros(amount), voters])).to.deep.equal([[60, 3]]);
    // Of 40 € left and 100 €: the first gives all, and 110 € are more than the second has.
    expect(b).to.equal(undefined);
    const payable = bought(count({ budget: 400, costs: { A: 180, B: 130 }, votes: ['2×A', '1×AB', '1×B'] }, 'equalshares'))[1]!;
    expect(payable.payments!.map(({ amount, voters }) => [euros(amount), voters])).to.deep.equal([[40, 1], [90, 1]]);
    expect(euros(payable.most)).to.equal(90);
  });

  it('count thirds of a cent exactly', () => {
    const result = count({ budget: 100, costs: { A: 50, B: 15, C: 10 }, votes: ['3×ABC', '4×AC'] }, 'equalshares');
    for (const step of bought(result)) {
      const sum = step.payments!.reduce((total, { amount, voters }) => addFractions(total, timesFraction(amount, voters)), fraction(0n));
      expect(compareFractions(sum, fraction(BigInt(step.cost))), step.project).to.equal(0);
    }
    expect(result.funded.length).to.equal(3);
  });

  it('raised by a euro each end when the budget pays for everything that was chosen', () => {
    const { funded, left } = count({ ...VECTOR, budget: 100_000 }, 'equalshares/add1');
    expect([...funded].sort().join('')).to.equal('ABCD');
    expect(left).to.equal(84_000_00);
  });

  it('raised by a euro each fund what single shares leave unfunded', () => {
    const uneven = { budget: 100, costs: { A: 66, B: 30 }, votes: ['6×A', '4×B'] };
    expect(funded(uneven, 'equalshares')).to.equal('B');
    expect(funded(uneven, 'equalshares/add1')).to.equal('AB');
  });

  it('are refused where only totals are known, or nobody voted', () => {
    const { groups: _, ...totals } = electionFrom(VECTOR);
    expect(tally(totals, 'equalshares')).to.deep.equal({ rule: 'equalshares', refused: 'totals-only' });
    expect((tally(totals, 'greedy') as Tally).funded).to.deep.equal(['A', 'C']);
    expect(tally(electionFrom({ ...VECTOR, votes: [] }), 'equalshares/add1')).to.deep.equal({ rule: 'equalshares/add1', refused: 'no-votes' });
  });
});

describe('Equal projects', () => {
  const equal: Sketch = { budget: 10, costs: { A: 8, B: 6, C: 6 }, votes: ['2×ABC'] };

  it('are told apart by the rules that the city named, in its order', () => {
    const first = (more: Partial<Sketch>): string | undefined => count({ ...equal, ...more }, 'greedy').funded[0];
    const published = { A: '2026-02-01', B: '2026-01-15', C: '2026-01-14' };
    expect(first({ published, ties: ['lower-cost', 'earlier-published'] })).to.equal('C');
    expect(first({ published, ties: ['earlier-published'], costs: { A: 8, B: 6, C: 7 } })).to.equal('C');
    expect(first({ ties: ['lot'], lots: ['B', 'A', 'C'] })).to.equal('B');
    expect(first({ ties: ['lower-cost', 'lot'], lots: ['A', 'C', 'B'] })).to.equal('C');
  });

  it('are told of, with the rule that decided', () => {
    const steps = count({ ...equal, ties: ['lower-cost', 'lot'], lots: ['A', 'C', 'B'] }, 'greedy').steps.filter((step): step is TieStep => step.kind === 'tie');
    expect(steps.map(({ projects, first, by }) => [projects.join(''), first, by])).to.deep.equal([['ABC', 'C', 'lot'], ['AB', 'B', 'lower-cost']]);
  });

  it('end the count where no rule tells them apart, whatever their ids', () => {
    const { funded, unresolved, left } = count(equal, 'greedy');
    expect([funded, unresolved, left]).to.deep.equal([[], ['B', 'C'], 1000]);
    expect(count(equal, 'equalshares').unresolved).to.deep.equal(['B', 'C']);
    expect(count(equal, 'equalshares/add1').unresolved).to.deep.equal(['B', 'C']);
  });

  it('need no rule where all of them fit, or none does', () => {
    expect(count({ ...equal, budget: 20 }, 'greedy').funded.length).to.equal(3);
    expect(count({ ...equal, budget: 5 }, 'greedy').unresolved).to.equal(undefined);
  });

  it('need no rule where those that can be paid for are funded in any order', () => {
    const one: Sketch = { budget: 10, costs: { A: 8, B: 12, C: 1 }, votes: ['2×AB', '1×C'], ties: [] };
    expect([count(one, 'greedy').funded, count(one, 'greedy').unresolved]).to.deep.equal([['A', 'C'], undefined]);
    const two: Sketch = { ...one, costs: { A: 4, B: 12, C: 5 }, votes: ['2×ABC'], conflicts: [['A', 'B']] };
    expect([[...count(two, 'greedy').funded].sort(), count(two, 'greedy').unresolved]).to.deep.equal([['A', 'C'], undefined]);
    const part: Sketch = { ...one, costs: { A: 11, B: 20 }, votes: ['2×AB'], partFundingPercent: 80 };
    expect([count(part, 'greedy').partFunded, count(part, 'greedy').unresolved]).to.deep.equal([{ project: 'A', granted: 1000 }, undefined]);
    // The dearer one would end the count if it came first; the first of two may take what the other gets in part.
    expect(count(one, 'greedy-no-skip').unresolved).to.deep.equal(['A', 'B']);
    expect(count({ ...part, costs: { A: 8, B: 12 } }, 'greedy').unresolved).to.deep.equal(['A', 'B']);
  });

  it('are drawn alike by everybody who has the seed, and otherwise by another', async () => {
    const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> => new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
    const ids = ['A', 'B', 'C', 'D', 'E', 'F'];
    const drawn = await drawLots('Lotto 12.9.2026: 3 7 11', ids, sha256);
    expect(await drawLots('Lotto 12.9.2026: 3 7 11', [...ids].reverse(), sha256)).to.deep.equal(drawn);
    expect([...drawn].sort()).to.deep.equal(ids);
    const others = await Promise.all(['a', 'b', 'c'].map((seed) => drawLots(seed, ids, sha256)));
    expect(new Set([drawn, ...others].map((order) => order.join())).size).to.be.greaterThan(1);
  });
});

describe('A count in steps', () => {
  it('gives the same as a count at once, and every step of the outcome on the way', () => {
    for (const rule of ['greedy', 'equalshares', 'equalshares/add1']) {
      const steps = tallySteps(electionFrom(VECTOR), rule);
      const told = [];
      let step = steps.next();
      for (; !step.done; step = steps.next()) if (step.value.kind !== 'working') told.push(step.value);
      expect(step.value).to.deep.equal(count(VECTOR, rule));
      expect(told).to.deep.equal((step.value as Tally).steps);
    }
  });

  it('refuses what is no rule, and money that is not in whole cents', () => {
    const election = electionFrom(VECTOR);
    expect(tally(election, 'greedy-custom').refused).to.equal('rule-unknown');
    expect(tally({ ...election, budget: 10.5 }, 'greedy').refused).to.equal('money-wrong');
    expect(tally({ ...election, projects: election.projects.map((project) => ({ ...project, cost: 0 })) }, 'greedy').refused).to.equal('money-wrong');
    expect(tally({ ...election, projects: [...election.projects, election.projects[0]!] }, 'greedy').refused).to.equal('project-twice');
  });
});
