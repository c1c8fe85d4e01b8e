import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { tsImport } from 'tsx/esm/api';

/**
 * How long a count takes, how long the page would be kept from answering, and how much of it there is to do beside the reference
 * algorithm on paper: `node bench/tally.mjs` writes `tally.md`.
 */
const SIZES = [
  { voters: 1_000, projects: 50 },
  { voters: 10_000, projects: 80 },
  { voters: 10_000, projects: 200 },
  { voters: 50_000, projects: 200 },
];
const RULES = ['greedy', 'equalshares', 'equalshares/add1', 'equalshares/add1-comparison'];
const HEADERS = ['ballots', 'that differ', 'projects', 'rule', 'ms', 'longest step, ms', 'steps', 'votes looked at', 'most in a step', 'on paper', 'funded'];

const load = (path) => tsImport(path, import.meta.url);
const { tallySteps } = await load('../src/model/tally.ts');
const { makeElection, watched } = await load('../fixtures/ballots/make-election.ts');

const rows = SIZES.flatMap((size) => {
  const election = makeElection(size);
  return RULES.map((rule) => [size.voters, election.groups.length, size.projects, rule, ...measure(election, rule)]);
});
const line = (cells) => `| ${cells.join(' | ')} |`;
const number = (cell) => (typeof cell === 'number' ? cell.toLocaleString('en').replaceAll(',', ' ') : `\`${cell}\``);
writeFileSync(new URL('tally.md', import.meta.url), `# How long a count takes

Measured by \`node bench/tally.mjs\` on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node} on ${cpus().length} cores (${cpus()[0].model.trim()}): time of the processor, so that what else the machine does is not counted. A page counts in slices of 8 ms, and a step is never split: it is kept from answering for a slice and the longest step at most. How many votes are looked at is the same on every machine, and tests hold the most in a step.

**On paper**, for P projects, B ballots with A approvals in all and W winners:

- \`greedy\`: P² comparisons at most, once the votes are summed up: O(A + P²). No vote is looked at again.
- Equal shares as written down, and as \`pabutools\` counts them: in each of W + 1 rounds the supporters of every project that is left are put in the order of their money and asked to pay: O(W · A · log B). The column “on paper” is (W + 1) · A, for each run.
- Equal shares here: a project is looked at only while a bound on its ratio (the ratio that it last had, which can only fall) is not below the best found: the same at worst, and about A for the first round and the supporters of a few projects for each further one. Equal ballots are one, and money is whole numbers of one unit that all voters share, so that no fraction is reduced.
- \`add1\`: as many runs as euros each share must rise. Each is ended at the first purchase that the budget does not cover.

${[HEADERS, HEADERS.map(() => '--:')].map(line).join('\n')}
${rows.map((row) => line(row.map(number))).join('\n')}
`);

function measure(election, rule) {
  const { whole, longest, funded } = timed(election, rule);
  const approvals = election.projects.reduce((sum, { supporters }) => sum + supporters, 0);
  const { election: looked, looks } = watched(election);
  const runs = new Set();
  let [steps, before, most] = [0, 0, 0];
  for (const work = tallySteps(looked, rule); ; steps++) {
    const { done, value } = work.next();
    most = Math.max(most, looks() - before);
    before = looks();
    if (done) break;
    if (value.kind === 'working') runs.add(value.budget);
  }
  return [whole, longest, steps, looks(), most, runs.size * (funded + 1) * approvals, funded];
}

/** Milliseconds of the whole count, and of the longest wait between two of its steps. */
function timed(election, rule) {
  let [whole, longest] = [0, 0];
  for (const steps = tallySteps(election, rule); ; ) {
    const before = process.cpuUsage();
    const { done, value } = steps.next();
    const { user, system } = process.cpuUsage(before);
    whole += user + system;
    longest = Math.max(longest, user + system);
    if (done) return { whole: Math.round(whole / 1000), longest: Math.round(longest / 1000), funded: value.funded.length };
  }
}
