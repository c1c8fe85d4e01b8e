import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { votesFor } from '../../fixtures/ballots/make-votes.ts';
import { readBallot } from '../../src/model/ballot-json.ts';
import { pabulibOf } from '../../src/model/ballot-pabulib.ts';
import type { Ballot } from '../../src/model/ballot.ts';
import { drawLots, electionOf } from '../../src/model/election.ts';
import { checkPabulib } from '../../src/model/pabulib-check.ts';
import { electionOfPabulib } from '../../src/model/pabulib-election.ts';
import { fundingOfPabulib } from '../../src/model/pabulib-funding.ts';
import { writePabulib } from '../../src/model/pabulib-write.ts';
import { parsePabulib } from '../../src/model/pabulib.ts';
import { tally, type Tally } from '../../src/model/tally.ts';

function read(name: string): Ballot {
  const reading = readBallot(JSON.parse(readFileSync(new URL(`../../fixtures/ballots/${name}.json`, import.meta.url), 'utf8')), { lang: 'fi' });
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value.data;
  }
}

const sha256 = async (bytes: Uint8Array) => new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));

for (const name of ['single-choice', 'points', 'ranking', 'advisory', 'large-city']) {
  test(`the ballot “${name}” is written as a .pb file without faults, and counts the same when it is read`, async () => {
    const ballot = read(name);
    const votes = votesFor(ballot, 300, 5);
    const lots = await drawLots(ballot.ties.seed ?? '', ballot.projects.map(({ id }) => id), sha256);
    const election = electionOf(ballot, votes, lots);
    const count = tally(election, ballot.rule);
    assert.ok(count.refused === undefined);
    const text = writePabulib(pabulibOf(ballot, votes, { unit: 'Merilehto', lang: 'fi', projects: election.projects, funded: count.funded }));
    const { file, errors, warnings } = parsePabulib(text);
    assert.deepEqual([errors, warnings], [[], []]);
    const figures = ({ projects }: Pick<typeof election, 'projects'>) => projects.map(({ id, supporters, score }) => [id, supporters, score]);
    assert.deepEqual(figures(electionOfPabulib(file)), figures(election));
    assert.deepEqual(checkPabulib(file).errors, []);
    // The order of the votes says nothing of when they came.
    const rows = file.votes!.map(({ choices, points = [], fields }) => JSON.stringify([choices.join(), points.join(), fields]));
    const shuffled = parsePabulib(writePabulib(pabulibOf(ballot, votes.toReversed(), { unit: 'Merilehto', lang: 'fi', projects: election.projects, funded: count.funded }))).file;
    assert.deepEqual(shuffled.votes!.map(({ choices, points = [], fields }) => JSON.stringify([choices.join(), points.join(), fields])), rows);
  });
}

for (const name of ['advisory', 'points', 'ranking']) {
  test(`the ballot “${name}” counts the same as its .pb file also after its best project was withdrawn`, () => {
    const { projects, rules, ...ballot } = read(name);
    const votes = votesFor({ projects, rules, ...ballot }, 300, 5);
    const count = (withdrawn: readonly string[]) => {
      const left: Ballot = {
        ...ballot, rules: { ...rules, min: 2, minSpend: 1, ...(rules.method === 'points' && { minPoints: 3 }) },
        projects: projects.map((project) => (withdrawn.includes(project.id) ? { ...project, withdrawn: {} } : project)),
      };
      const election = electionOf(left, votes, projects.map(({ id }) => id));
      return { left, election, tallied: tally(election, ballot.rule) as Tally };
    };
    const { left, election, tallied } = count([count([]).tallied.funded[0]!]);
    const { file, errors, warnings } = parsePabulib(writePabulib(pabulibOf(left, votes, { unit: 'Merilehto', lang: 'fi', projects: election.projects, funded: tallied.funded, partFunded: tallied.partFunded })));
    assert.deepEqual([errors, warnings], [[], []]);
    assert.deepEqual(electionOfPabulib(file).projects.map(({ id, supporters, score }) => [id, supporters, score]), election.projects.map(({ id, supporters, score }) => [id, supporters, score]));
    assert.deepEqual(checkPabulib(file).errors, []);
    assert.ok(file.votes!.some(({ choices }) => choices.length === 1) && file.meta['min_length'] === '1');
    const points = Number(file.meta['min_sum_points'] ?? 0);
    assert.ok(file.votes!.every((vote) => (vote.points ?? [points]).reduce((sum, one) => sum + one, 0) >= points));
  });
}

test('a .pb file names areas alike for projects and votes, and the last day of voting also where that ends at midnight', () => {
  const ballot = { ...read('large-city'), closesAt: '2027-01-01T00:00:00+02:00' };
  const votes = votesFor(ballot, 600, 5).map((vote, n) => ({ ...vote, channel: 'web' as const, area: ballot.areas[n % 2]!.id }));
  const { projects } = electionOf(ballot, votes);
  const { file } = parsePabulib(writePabulib(pabulibOf(ballot, votes, { unit: 'Merilehto', lang: 'fi', projects, funded: [] })));
  const named = file.projects.map(({ fields }) => fields['district']);
  const districts = new Set(file.votes!.map(({ fields }) => fields['district']));
  assert.equal(districts.size, 2);
  for (const district of districts) assert.ok(named.includes(district), district);
  assert.deepEqual([file.meta['date_end'], file.meta['instance']], ['31.12.2026', '2026']);
});

test('a project that is funded in part, and one that got money later, are marked as such in the .pb file', () => {
  const ballot: Ballot = { ...read('results-part/ballot'), threshold: 60 };
  const votes = votesFor(ballot, 638, 11);
  const election = electionOf(ballot, votes, ballot.projects.map(({ id }) => id));
  const { funded, partFunded } = tally(election, ballot.rule) as Tally;
  assert.equal(partFunded?.project, 'polkupyorapaja');
  const { file, errors, warnings } = parsePabulib(writePabulib(pabulibOf(ballot, votes, { unit: 'Merilehto', lang: 'fi', projects: election.projects, funded, partFunded })));
  assert.deepEqual([errors, warnings], [[], []]);
  const selected = Object.fromEntries(file.projects.map(({ id, fields }) => [id, fields.selected]));
  assert.deepEqual([selected['polkupyorapaja'], selected['ystavanpenkki'], selected['lintutorni'], selected['keittolounas']], ['2', '3', '1', '0']);
  assert.deepEqual(fundingOfPabulib(file).get('polkupyorapaja'), { kind: 'part', granted: partFunded.granted });
  // The format has no name for the rule: programs leave it alone, and people read it.
  assert.equal(file.meta['rule'], 'greedy-custom');
  assert.match(file.meta['comment']!, /^#1: greedy-no-skip; .* 80 % of its cost/);
  assert.deepEqual(checkPabulib(file).errors, []);
});
