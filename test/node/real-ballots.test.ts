import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { electionOfPabulib } from '../../src/model/pabulib-election.ts';
import { checkPabulib } from '../../src/model/pabulib-check.ts';
import { parsePabulib, type PabulibReading } from '../../src/model/pabulib.ts';
import { writePabulib } from '../../src/model/pabulib-write.ts';
import { tally, type Tally } from '../../src/model/tally.ts';
import { slowEqualShares, slowGreedy } from './slow-count.ts';

/**
 * Ballots of Polish cities, read where they lie: their licence does not let us pass them on. Beside them `expected.json` says what
 * another program counted.
 */
const folder = new URL('../../../shared/pabulib/', import.meta.url);
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pb')).sort() : [];

interface Expected {
  readonly equalshares: readonly string[];
  readonly greedyCost: readonly string[];
  /** What that program took for the budget, as a fraction of the currency. */
  readonly budget: string;
  readonly n: number;
}
const expected = names.length ? (JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Readonly<Record<string, Expected>>) : {};

/**
 * What keeps `expected.json` from being an oracle: its program divided the money of a voter (budget ÷ voters) by the cost of a project
 * once for each of that project's supporters, and took the rest, next to nothing, for the budget. Here stand that project and how often.
 */
const SHRUNK_BY: Readonly<Record<string, { readonly project: string; readonly times: number }>> = {
  'poland_gdynia_2020_chylonia-small.pb': { project: '6', times: 623 },
  'poland_gdynia_2020_grabowek-small.pb': { project: '1', times: 552 },
  'poland_gdynia_2020_orlowo-small.pb': { project: '8', times: 269 },
  'poland_lodz_2022_nowosolna.pb': { project: 'W054NO', times: 307 },
  'poland_warszawa_2017_grochow-kinowa.pb': { project: '423', times: 294 },
  'poland_warszawa_2017_marysin-polnocny.pb': { project: '1094', times: 209 },
  'poland_warszawa_2018_anin.pb': { project: '671', times: 323 },
  'poland_warszawa_2019_anin.pb': { project: '875', times: 227 },
  'poland_warszawa_2019_bemowo-lotnisko-fort-bema.pb': { project: '879', times: 396 },
  'poland_warszawa_2019_obszar-3-marymont-potok-zoliborz-dziennikarski.pb': { project: '1264', times: 368 },
  'poland_warszawa_2019_slodowiec.pb': { project: '548', times: 312 },
};
/** No project's supporters can pay for it here, so that nothing was divided: budget ÷ voters is what it took. */
const ONLY_SHARED = 'poland_gdynia_2020_leszczynki-large.pb';

/**
 * Where what the city says was selected is not what its rule gives on the file's own budget. The small projects of a district of Gdynia
 * are paid from a part of its money that the file does not state; the budget in the file is all of it. What was selected is the beginning of
 * the order by votes.
 */
const PAID_FROM_A_PART = ['poland_gdynia_2020_chylonia-small.pb', 'poland_gdynia_2020_grabowek-small.pb', 'poland_gdynia_2020_orlowo-small.pb'];
/** Files that do not say what was selected. */
const NOT_SAID = ['poland_gdansk_2020_mlyniska.pb', 'poland_gdansk_2020_rudniki.pb', 'poland_krakow_2018_swoszowice.pb', 'poland_krakow_2018_wzgorza-krzeslawickie.pb'];

/** What is wrong with the files themselves, beside the order of their fields. */
const FAULTS: Readonly<Record<string, readonly string[]>> = {
  // In Polish, women are K.
  ...Object.fromEntries([...PAID_FROM_A_PART, ONLY_SHARED, 'poland_lodz_2022_nowosolna.pb'].map((name) => [name, ['value-wrong sex']])),
  ...Object.fromEntries(names.filter((name) => name.includes('warszawa')).map((name) => [name, ['field-renamed target']])),
  'poland_warszawa_2017_grochow-kinowa.pb': ['field-renamed target', 'header-missing key;value'],
};

test('real ballots lie beside the project', { skip: names.length ? false : 'There is no ../shared/pabulib: they are not counted.' }, () => {
  assert.equal(Object.keys(expected).every((name) => names.includes(name)), true);
});

for (const name of names) {
  const reading = parsePabulib(readFileSync(new URL(name, folder), 'utf8'));
  const { file } = reading;
  const election = electionOfPabulib(file);
  const count = (rule: string, of = election): Tally => {
    const result = tally(of, rule);
    assert.equal(result.refused, undefined);
    return result;
  };

  test(`${name} is read, and its faults are named`, () => {
    assert.deepEqual(codesOf(reading).filter((code) => !/^(field-order|whitespace)/.test(code)), [...(FAULTS[name] ?? [])].sort());
    assert.equal(election.voters, file.votes!.length);
  });

  test(`${name} has the votes and scores that its own columns say`, () => {
    const codes = checkPabulib(file).errors.map(({ code }) => code);
    assert.deepEqual(codes.filter((code) => code === 'votes-mismatch' || code === 'score-mismatch'), []);
    for (const { id, fields } of file.projects) assert.equal(election.projects.find((project) => project.id === id)!.supporters, Number(fields.votes));
  });

  test(`${name} is the same after it was written and read again`, () => {
    const again = parsePabulib(writePabulib(file));
    assert.deepEqual(again.file, file);
    assert.deepEqual(again.warnings, []);
  });

  test(`${name} is counted as a slow count by hand does it`, () => {
    assert.deepEqual(count('greedy').funded, slowGreedy(election));
    assert.deepEqual(count('equalshares').funded, slowEqualShares(election, election.budget));
  });

  test(`${name} was decided by its city as greedy does, or it is said why not`, () => {
    const selected = file.projects.filter(({ fields }) => fields.selected === '1').map(({ id }) => id).sort();
    const order = count('greedy').funded;
    assert.equal(file.meta.rule, 'greedy');
    if (NOT_SAID.includes(name)) {
      assert.ok(file.projects.every(({ fields }) => fields.selected === undefined));
    } else if (PAID_FROM_A_PART.includes(name)) {
      const part = file.projects.reduce((sum, { cost, fields }) => sum + (fields.selected === '1' ? cost : 0), 0);
      assert.ok(part < file.budget);
      assert.deepEqual(order.slice(0, selected.length).sort(), selected);
      assert.deepEqual([...count('greedy', { ...election, budget: part }).funded].sort(), selected);
      assert.deepEqual(checkPabulib(file).errors.map(({ code }) => code), ['budget-unused', 'winners-wrong']);
    } else {
      assert.deepEqual([...order].sort(), selected);
      assert.deepEqual(checkPabulib(file).errors, []);
    }
  });

  const other = expected[name];
  if (other) {
    test(`${name} differs from expected.json for the reason that stands here`, () => {
      assert.equal(other.n, election.voters);
      const [over = 0n, under = 1n] = other.budget.split('/').map(BigInt);
      const shrunk = SHRUNK_BY[name];
      const { cost } = file.projects.find(({ id }) => id === shrunk?.project) ?? { cost: 100 };
      // budget ÷ voters ÷ cost^times, in whole currency; our money is in cents.
      assert.equal(over * BigInt(other.n) * (BigInt(cost) / 100n) ** BigInt(shrunk?.times ?? 0) * 100n, under * BigInt(file.budget));
      if (shrunk) {
        assert.equal(shrunk.times, election.projects.find(({ id }) => id === shrunk.project)!.supporters);
        // With less than a cent nothing can be bought, and that is what it says.
        const pennyless = { ...election, budget: Number((over * 100n) / under) };
        assert.equal(pennyless.budget, 0);
        assert.deepEqual([other.equalshares, other.greedyCost], [count('equalshares', pennyless).funded, count('greedy', pennyless).funded]);
      } else {
        assert.equal(name, ONLY_SHARED);
        assert.deepEqual(count('equalshares').funded, other.equalshares);
        // It has every project as a winner: four times the budget.
        const spent = file.projects.reduce((sum, project) => sum + (other.greedyCost.includes(project.id) ? project.cost : 0), 0);
        assert.ok(spent > 4 * file.budget);
      }
    });
  }
}

function codesOf({ errors, warnings }: PabulibReading): string[] {
  return [...errors, ...warnings].map(({ code, place }) => `${code} ${place?.column ?? ''}`.trim()).sort();
}
