import { expect } from '@open-wc/testing';
import { electionOfPabulib } from '../../src/model/pabulib-election.ts';
import { checkPabulib } from '../../src/model/pabulib-check.ts';
import { fundingOfPabulib } from '../../src/model/pabulib-funding.ts';
import { parsePabulib, type PabulibReading } from '../../src/model/pabulib.ts';
import { withoutSmallCells, writePabulib } from '../../src/model/pabulib-write.ts';
import { tally, type Tally } from '../../src/model/tally.ts';

/** The vector of ten people, as a file; `change` makes a fault of it. */
const GOOD = `META
key;value
description;Demo PB 2026
country;Finland
unit;Demo
instance;2026
num_projects;4
num_votes;10
budget;10000
vote_type;approval
rule;greedy
date_begin;01.09.2026
date_end;30.09.2026
min_length;1
max_length;2
language;fi
currency;EUR
PROJECTS
project_id;cost;votes;name;selected
A;6000;6;Jokireitti;1
B;5000;4;"Torin ""olohuone""; katos";0
C;3000;5;Penkit;1
D;2000;4;Niitty;0
VOTES
voter_id;vote;voting_method
1;A,B;internet
2;A,B;internet
3;A,B;internet
4;A,B;paper
5;A,C;internet
6;A,C;internet
7;C,D;internet
8;C,D;internet
9;C,D;internet
10;D;internet
`;
const faults = ({ errors, warnings }: Pick<PabulibReading, 'errors' | 'warnings'>): string[] => [...errors, ...warnings].map(({ code }) => code);
const changed = (from: string | RegExp, to: string): PabulibReading => {
  const text = GOOD.replace(from, to);
  expect(text).to.not.equal(GOOD);
  return parsePabulib(text);
};
const funded = (reading: PabulibReading, rule: string): readonly string[] => (tally(electionOfPabulib(reading.file), rule) as Tally).funded;

describe('A .pb file', () => {
  it('without faults is read, counted and written as it was', () => {
    const reading = parsePabulib(GOOD);
    expect(faults(reading)).to.deep.equal([]);
    expect(faults(checkPabulib(reading.file))).to.deep.equal([]);
    expect(reading.file.projects[1]!.fields.name).to.equal('Torin "olohuone"; katos');
    expect(reading.file.budget).to.equal(1_000_000);
    expect(funded(reading, 'greedy')).to.deep.equal(['A', 'C']);
    expect(funded(reading, 'equalshares/add1')).to.deep.equal(['A', 'D']);
    expect(writePabulib(reading.file)).to.equal(GOOD);
  });

  it('whose winners are not those of its rule says which should be and which should not', () => {
    const { file } = changed('rule;greedy', 'rule;equalshares/add1');
    expect(checkPabulib(file).errors).to.deep.equal([{ code: 'winners-wrong', place: { column: 'selected' }, values: { missing: 'D', extra: 'C' } }]);
    for (const rule of ['greedy-no-skip', 'equalshares/add1-comparison']) expect(faults(checkPabulib(changed(/rule;.*/, `rule;${rule}`).file)), rule).to.deep.equal([]);
  });

  it('in which more was selected than there is money, or money lies unused, says so', () => {
    const over = checkPabulib(changed('katos";0', 'katos";1').file).errors;
    expect(over[0]).to.deep.equal({ code: 'selected-over-budget', place: { column: 'selected' }, values: { over: 400_000 } });
    const unused = checkPabulib(changed('Penkit;1', 'Penkit;0').file).errors;
    expect(unused[0]).to.deep.equal({ code: 'budget-unused', place: { column: 'selected' }, values: { project: 'C', cost: 300_000, left: 400_000 } });
  });

  it('whose columns say other votes than there are says so', () => {
    expect(checkPabulib(changed('A;6000;6', 'A;6000;7').file).errors[0]).to.deep.equal({ code: 'votes-mismatch', place: { column: 'votes' }, values: { project: 'A', said: '7', found: 6 } });
    expect(changed('num_votes;10', 'num_votes;11').errors).to.deep.equal([{ code: 'votes-number', place: { column: 'num_votes' }, values: { said: '11', found: 10 } }]);
    expect(changed('num_projects;4', 'num_projects;3').errors[0]!.code).to.equal('projects-number');
  });

  it('of equal shares may leave money that a project would fit into', () => {
    const text = GOOD.replace('rule;greedy', 'rule;equalshares').replace('Penkit;1', 'Penkit;0').replace('Niitty;0', 'Niitty;1').replace('C;3000', 'C;1900').replace('D;2000', 'D;1000');
    expect(faults(checkPabulib(parsePabulib(text).file))).to.not.include('budget-unused');
  });

  const cases: readonly (readonly [string, string | RegExp, string, readonly string[]])[] = [
    ['an empty line', 'PROJECTS\n', '\nPROJECTS\n', ['empty-line']],
    ['spaces around separators', 'C;3000;5', 'C ; 3000 ;5', ['whitespace']],
    ['spaces in a vote', '5;A,C', '5;A, C', ['whitespace']],
    ['a comma in a number', 'D;2000;', 'D;2000,00;', ['comma-in-number']],
    ['a project without a cost', 'D;2000;', 'D;;', ['cost-missing']],
    ['a project that costs more than the budget', 'D;2000;', 'D;10000.01;', ['cost-over-budget']],
    ['a project twice in a vote', '10;D;', '10;D,D;', ['project-twice-in-vote']],
    ['a vote for a project that is not there', '10;D;', '10;E;', ['project-unknown']],
    ['a vote that is too long', '10;D;', '10;D,A,C;', ['vote-too-long']],
    ['a vote that is too short', '10;D;', '10;;', ['vote-too-short', 'value-missing']],
    ['a value that its field cannot have', 'paper', 'post', ['value-wrong']],
    ['a date that is none', '01.09.2026', '2026-09-01', ['value-wrong']],
    ['a field that nobody knows', 'language;fi', 'favourite;fi', ['field-unknown']],
    ['an earlier name of a field', ';name;', ';target;', ['field-renamed']],
    ['fields in another order', 'country;Finland\nunit;Demo', 'unit;Demo\ncountry;Finland', ['field-order']],
    ['a field missing', 'country;Finland\n', '', ['field-missing']],
    ['no header in META', 'key;value\n', '', ['header-missing']],
    ['the same project twice', 'D;2000;4;Niitty;0', 'C;2000;4;Niitty;0', ['project-twice', 'project-unknown', 'projects-number']],
    ['the same voter twice', '\n10;D', '\n9;D', ['voter-twice', 'votes-number']],
    ['a cell too many', 'Penkit;1', 'Penkit;1;x', ['row-too-long']],
    ['a key of META twice', 'budget;10000\n', 'budget;9000\nbudget;10000\n', ['key-twice']],
    ['points to give but none given', /vote_type;approval[^]*?max_length;2\n/, 'vote_type;cumulative\nrule;greedy\ndate_begin;2026\ndate_end;2026\nmin_length;1\nmax_length;2\nmax_sum_points;5\n', ['field-missing']],
    ['META behind the projects', /(META[^]*)(PROJECTS[^]*)(VOTES[^]*)/, '$2$1$3', ['section-order']],
    ['the votes before the projects', /(PROJECTS[^]*)(VOTES[^]*)/, '$2$1', ['section-order', 'project-unknown']],
    ['no votes', /VOTES[^]*/, '', ['section-missing', 'votes-number']],
    ['points of another number than projects', /voter_id;vote;voting_method\n1;A,B;internet/, 'voter_id;vote;points\n1;A,B;3', ['points-length', 'value-wrong']],
  ];
  for (const [what, from, to, codes] of cases) {
    it(`with ${what} is read as far as it goes, and told`, () => {
      const reading = changed(from, to);
      expect([...new Set(faults(reading))]).to.have.members(codes);
      expect(reading.file.projects.length).to.be.greaterThan(2);
    });
  }

  it('in which points are given says which vote has none', () => {
    const text = GOOD.replace('vote_type;approval', 'vote_type;cumulative').replace('max_length;2\n', 'max_length;2\nmax_sum_points;5\n').replace(/;(?:internet|paper)\n/g, ';2\n').replace(/,(.);2\n/g, ',$1;2,1\n').replace(';voting_method', ';points');
    expect(faults(parsePabulib(text))).to.deep.equal([]);
    expect(parsePabulib(text.replace('10;D;2', '10;D;')).errors).to.deep.equal([{ code: 'value-missing', place: { row: 36, column: 'points' }, values: {} }]);
  });

  it('says in which line a fault stands, and how often it occurs', () => {
    const reading = changed(/internet/g, 'web');
    expect(reading.errors).to.deep.equal([{ code: 'value-wrong', place: { row: 26, column: 'voting_method' }, values: { value: 'web', count: 9 } }]);
  });

  it('has a withdrawn project by its cost, which is no fault and is not counted', () => {
    const reading = changed('D;2000;', 'D;999999999;');
    expect(faults(reading)).to.deep.equal([]);
    expect(electionOfPabulib(reading.file).projects.map(({ id }) => id)).to.deep.equal(['A', 'B', 'C']);
  });

  it('of totals alone is counted by greedy, and equal shares are refused with a reason', () => {
    const reading = changed(/VOTES[^]*/, '');
    expect(funded(reading, 'greedy')).to.deep.equal(['A', 'C']);
    expect(tally(electionOfPabulib(reading.file), 'equalshares').refused).to.equal('totals-only');
  });

  it('of points is counted by points, and of ranks by Borda', () => {
    const points = parsePabulib('META\nvote_type;cumulative\nbudget;10\nPROJECTS\nproject_id;cost\nA;1\nB;1\nVOTES\nvoter_id;vote;points\n1;A,B;1,5\n2;A;2\n');
    expect(electionOfPabulib(points.file).projects.map(({ score, supporters }) => [score, supporters])).to.deep.equal([[3, 2], [5, 1]]);
    const ranks = parsePabulib('META\nvote_type;ordinal\nmax_length;3\nbudget;10\nPROJECTS\nproject_id;cost\nA;1\nB;1\nC;1\nVOTES\nvoter_id;vote\n1;A,B,C\n2;C\n');
    expect(electionOfPabulib(ranks.file).projects.map(({ score }) => score)).to.deep.equal([3, 2, 4]);
  });

  it('in any state never throws', () => {
    for (const text of ['', 'META', 'VOTES\n\n;;;', 'PROJECTS\n"', '\uFEFFMETA\r\nkey;value\r\nbudget;x', 'a;b\nc', 'META\n__proto__;1\nconstructor;2\nPROJECTS\nproject_id;cost;__proto__\ntoString;5;x']) {
      const reading = parsePabulib(text);
      expect(reading.errors.length, text).to.be.greaterThan(0);
      checkPabulib(reading.file);
      tally(electionOfPabulib(reading.file), 'greedy');
    }
  });
});

describe('A .pb file in which a project is funded in part', () => {
  /** The vector with 8 900 €: after A 2 900 € are left, and C costs 3 000 €. */
  const inPart = (edit: (text: string) => string = (text) => text): PabulibReading => parsePabulib(edit(GOOD.replace('budget;10000', 'budget;8900').replace('Penkit;1', 'Penkit;2')));

  it('says it as a state, with the sum that was left for it', () => {
    const { file, errors } = inPart((text) => text.replace('Niitty;0', 'Niitty;3'));
    expect(errors).to.deep.equal([]);
    expect([...fundingOfPabulib(file)]).to.deep.equal([
      ['A', { kind: 'whole', granted: 600_000 }], ['B', { kind: 'none', granted: 0 }], ['C', { kind: 'part', granted: 290_000 }], ['D', { kind: 'reserve', granted: 200_000 }],
    ]);
    expect(parsePabulib(writePabulib(file)).file).to.deep.equal(file);
    const untold = parsePabulib(GOOD.replaceAll(/;[01]$/gm, '').replace(';selected', '')).file;
    expect([...fundingOfPabulib(untold)]).to.deep.equal([]);
    const shared = inPart((text) => text.replace('Niitty;0', 'Niitty;2')).file;
    expect([...fundingOfPabulib(shared)].slice(2), 'two share what is left').to.deep.equal([['C', { kind: 'part' }], ['D', { kind: 'part' }]]);
  });

  it('is counted again by the 80 % rule', () => {
    for (const rule of ['greedy', 'greedy-no-skip']) expect(faults(checkPabulib(inPart((text) => text.replace('rule;greedy', `rule;${rule}`)).file)), rule).to.deep.equal([]);
    const another = inPart((text) => text.replace('Penkit;2', 'Penkit;0').replace('Niitty;0', 'Niitty;2'));
    expect(faults(checkPabulib(another.file))).to.deep.equal(['part-in-full', 'winners-wrong']);
  });

  it('and less than 80 % of its cost was left, or all of it, says so', () => {
    const small = checkPabulib(inPart((text) => text.replace('budget;8900', 'budget;8399.99')).file);
    expect(small.errors[0]).to.deep.equal({ code: 'part-too-small', place: { column: 'selected' }, values: { project: 'C', cost: 300_000, left: 239_999 } });
    const full = checkPabulib(inPart((text) => text.replace('budget;8900', 'budget;9000')).file);
    expect(full.errors[0]).to.deep.equal({ code: 'part-in-full', place: { column: 'selected' }, values: { project: 'C', cost: 300_000, left: 300_000 } });
    const own = inPart((text) => text.replace('rule;greedy', 'rule;greedy-custom').replace('budget;8900', 'budget;8399.99'));
    expect(faults(checkPabulib(own.file)), 'a rule of the city\'s own').to.deep.equal([]);
  });

  it('from a reserve has that beside its budget', () => {
    const file = changed('katos";0', 'katos";3').file;
    expect(faults(checkPabulib(file))).to.deep.equal([]);
  });
});

describe('Votes as they may be published', () => {
  it('tell of no person who is one of fewer than five', () => {
    const person = (voter: number, age: string, sex: string): { voter: string; choices: string[]; fields: Record<string, string> } => ({ voter: String(voter), choices: ['A'], fields: { age, sex } });
    const votes = [...[1, 2, 3, 4, 5].map((n) => person(n, '40-59', 'F')), ...[6, 7, 8, 9].map((n) => person(n, '18-39', 'M'))];
    const published = withoutSmallCells(votes);
    expect(published.slice(0, 5)).to.deep.equal(votes.slice(0, 5));
    expect(published.slice(5).map(({ fields, choices }) => [fields, choices])).to.deep.equal(votes.slice(5).map(() => [{}, ['A']]));
  });
});
