import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeElection, watched } from '../../fixtures/ballots/make-election.ts';
import { TALLY_RULES, tally, tallySteps } from '../../src/model/tally.ts';

const LARGE = makeElection({ voters: 10_000, projects: 200 });

for (const rule of TALLY_RULES) {
  test(`a count of 10,000 ballots over 200 projects by ${rule} lets the page answer often`, () => {
    const { election, looks } = watched({ ...LARGE, threshold: 1 });
    let before = 0;
    const steps = tallySteps(election, rule);
    for (let step = steps.next(); ; step = steps.next()) {
      // What is done between two steps is never split. Looking at a vote takes less than a thousandth of a millisecond.
      assert.ok(looks() - before <= 2 * LARGE.voters, `${looks() - before} looks at votes in one step`);
      before = looks();
      if (!step.done) continue;
      assert.deepEqual(step.value, tally({ ...LARGE, threshold: 1 }, rule));
      break;
    }
    const approvals = LARGE.projects.reduce((sum, { supporters }) => sum + supporters, 0);
    // A round that looked at every project's supporters would need 86 times as many for equal shares, and for each of 40 runs of add1.
    if (rule === 'equalshares') assert.ok(looks() < 10 * approvals);
    if (rule.startsWith('equalshares/add1')) assert.ok(looks() < 40 * 10 * approvals);
  });
}
