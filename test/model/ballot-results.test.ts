import { expect } from '@open-wc/testing';
import { ballotReceiptsResource, ballotResultsResource, type BallotResults } from '../../src/model/ballot-results.ts';
import type { RefusedDocument } from '../../src/model/gate.ts';
import { shownCells } from '../../src/model/small-cells.ts';

const RESULTS: BallotResults = {
  ballot: 'lahipuisto', countedAt: '2026-10-01T09:00:00.000Z', votes: 12,
  channels: [{ of: 'web', votes: 12 }, { of: 'paper', votes: 0 }, { of: 'assisted', votes: 0 }],
  areas: [{ of: '', votes: 12 }],
  projects: [{ project: 'a', supporters: 9, score: 9, funded: true, implementation: { state: 'planned' } }, { project: 'b', supporters: 3, score: 3, funded: false }],
  rule: 'greedy', funded: ['a'],
  election: {
    budget: 100, voters: 12, ties: { order: ['lower-cost'] },
    projects: [{ id: 'a', cost: 80, supporters: 9, score: 9, conflicts: [] }, { id: 'b', cost: 40, supporters: 3, score: 3, conflicts: [] }],
    groups: [{ voters: 9, choices: [0] }, { voters: 3, choices: [1] }],
  },
  votesFile: 'ballot/lahipuisto/votes.pb',
};

async function read(raw: unknown, resource: typeof ballotResultsResource | typeof ballotReceiptsResource = ballotResultsResource) {
  const items = resource.accept(raw, {});
  for (;;) {
    const { done, value } = await items.next();
    if (done) return value;
  }
}

async function refusalOf(raw: unknown, resource?: typeof ballotReceiptsResource): Promise<unknown> {
  try {
    await read(raw, resource);
  } catch (error) {
    return (error as RefusedDocument).fault;
  }
  return undefined;
}

describe('the result of a ballot', () => {
  it('is refused where it was counted on a day that the calendar does not have', async () => {
    expect(await refusalOf({ ...RESULTS, countedAt: '2026-09-31T09:00:00.000Z' })).to.deep.equal({ code: 'field-wrong', place: { column: 'countedAt' } });
  });

  it('is read as it was written', async () => {
    expect(await read(structuredClone(RESULTS))).to.deep.equal({ data: RESULTS, count: 2, skipped: [], notes: [] });
  });

  it('is refused as a whole where one figure is wrong, and the field is named', async () => {
    expect(await refusalOf({ ...RESULTS, votes: -1 })).to.deep.equal({ code: 'field-wrong', place: { column: 'votes' } });
    expect(await refusalOf({ ...RESULTS, refused: 'tired' })).to.deep.equal({ code: 'field-wrong', place: { column: 'refused' } });
    expect(await refusalOf({ ...RESULTS, funded: ['c'] })).to.deep.equal({ code: 'field-wrong', place: { column: 'funded' } });
    for (const choices of [[2], [0, 0], [1, 0]]) {
      const election = { ...RESULTS.election, groups: [{ voters: 1, choices }] };
      expect(await refusalOf({ ...RESULTS, election })).to.deep.equal({ code: 'field-wrong', place: { column: 'election.groups' } });
    }
  });

  it('has receipt codes of ten characters that are told apart', async () => {
    const receipts = { ballot: 'lahipuisto', salt: 'x', receipts: ['0123A-4567Z'] };
    expect((await read(receipts, ballotReceiptsResource)).data).to.deep.equal(receipts);
    expect(await refusalOf({ ...receipts, receipts: ['0123A-4567O'] }, ballotReceiptsResource)).to.deep.equal({ code: 'field-wrong', place: { column: 'receipts.0' } });
  });
});

describe('cells of few people', () => {
  const shown = (...votes: readonly number[]) => shownCells(votes.map((count, n) => [String(n), count] as const)).map((cell) => cell.votes);

  it('are shown from five people on, and where there is nobody', () => {
    expect(shown(5, 0, 20)).to.deep.equal([5, 0, 20]);
  });

  it('are hidden with another one, so that nobody takes the shown ones off the sum', () => {
    expect(shown(4, 30, 20)).to.deep.equal([undefined, 30, undefined]);
    expect(shown(1, 1, 9, 30)).to.deep.equal([undefined, undefined, undefined, 30]);
    expect(shown(2, 3, 9)).to.deep.equal([undefined, undefined, 9]);
  });

  it('are hidden with those without anybody where there is nobody else', () => {
    expect(shown(3, 0)).to.deep.equal([undefined, undefined]);
    expect(shown(0, 0)).to.deep.equal([0, 0]);
  });

  it('beside the votes from the web, whose codes anyone can number, are hidden with the other ones', () => {
    const channels = (web: number, paper: number, assisted: number) => shownCells([['web', web], ['paper', paper], ['assisted', assisted]], 'web').map((cell) => cell.votes);
    expect(channels(100, 3, 0)).to.deep.equal([100, undefined, undefined]);
    expect(channels(100, 3, 40)).to.deep.equal([100, undefined, undefined]);
    expect(channels(100, 7, 0)).to.deep.equal([100, 7, 0]);
    expect(channels(3, 7, 9)).to.deep.equal([3, 7, 9]);
  });

  for (const [known, cells, most] of [[undefined, 2, 24], [undefined, 3, 18], [undefined, 5, 9], ['0', 3, 18]] as const) {
    it(`cannot be worked out from the sum of ${cells}${known ? ', where one is known' : ''}, even by who knows how they are hidden`, () => {
      // By all that is known, what the counts behind it may be.
      const behind = new Map<string, number[][]>();
      for (let n = 0; n < most ** cells; n++) {
        const counts = Array.from({ length: cells }, (_, cell) => Math.floor(n / most ** cell) % most);
        const sum = counts.reduce((total, count) => total + count, 0);
        if (sum >= most) continue;
        const page = JSON.stringify([sum, known && counts[0], shownCells(counts.map((count, cell) => [String(cell), count] as const), known)]);
        behind.set(page, [...(behind.get(page) ?? []), counts]);
      }
      const told = [...behind.values()].filter((worlds) => Array.from({ length: cells }, (_, cell) => new Set(worlds.map((counts) => counts[cell]!)))
        .some((counts, cell) => String(cell) !== known && counts.size === 1 && [...counts].every((count) => count > 0 && count < 5)));
      expect(told).to.deep.equal([]);
    });
  }
});
