import { isScored, type Ballot } from '../../../src/model/ballot.ts';
import { wordingOf } from '../../../src/model/text.ts';
import type { Choice } from '../../../src/model/vote.ts';
import { errorsOfBatch, VOTES_MAX, type Batch, type StoredBatch } from '../voting/batch.ts';
import type { VoteFieldError } from '../http/problems.ts';
import type { Form } from './form.ts';
import { say, type FieldFault, type View } from './pages/page.ts';
import type { WordKey } from './words/en.ts';

export const BATCH_KINDS = ['votes', 'totals'] as const;
/** Single votes, or what each project got. */
export type BatchKind = (typeof BATCH_KINDS)[number];
export const BATCH_CHANNELS = ['paper', 'assisted'] as const;

/** What stands in the fields of a batch, by their names. */
export type Given = Readonly<Record<string, string>>;

/** Lines whose faults are told one by one. */
const FAULTS_TOLD = 10;
const PLACE_MAX = 200;

/** What a form says of a batch, and what is wrong in it. */
export function batchOf(view: View, ballot: Ballot, kind: BatchKind, form: Form): { readonly given: Given; readonly batch?: Batch; readonly faults: readonly FieldFault[] } {
  const given = Object.fromEntries(form.names().filter((name) => name !== 'key').map((name) => [name, form.text(name)]));
  const faults: FieldFault[] = [];
  const check = (field: string, text: string, wrong: boolean) => void (wrong && faults.push({ field, text }));
  const number = (field: string, missing?: WordKey): number => {
    const text = (given[field] ?? '').replace(/\s/g, '');
    const value = Number(text);
    check(field, view.words[missing && !text ? missing : 'numberWrong'], missing && !text ? true : !/^\d{0,7}$/.test(text));
    return value;
  };
  const channel = form.oneOf('channel', BATCH_CHANNELS);
  const { place = '', area } = given;
  check('channel', view.words.channelMissing, !channel);
  check('place', view.words.placeMissing, !place);
  check('place', say(view, 'tooLong', { max: PLACE_MAX }), place.length > PLACE_MAX);
  const spoiled = number('spoiled');
  const common = { channel: channel ?? 'paper', place: place.replace(/\s+/g, ' '), spoiled, ...(area && { area }) };
  const batch: Batch = kind === 'votes' ? { ...common, votes: votesIn(view, ballot, given['votes'] ?? '', faults) } : { ...common, voters: number('voters', 'votersMissing'), totals: totalsIn(ballot, number) };
  if (!faults.length) faults.push(...faultsOf(view, ballot, batch, linesOf(given['votes'] ?? '')));
  return { given, faults, ...(!faults.length && { batch }) };
}

/** What a batch says, as it stands in the fields. */
export function givenOf(ballot: Ballot, { channel, place, area, spoiled, voters, votes, totals }: StoredBatch): Given {
  const numberOf = (id: string): number => ballot.projects.findIndex((project) => project.id === id) + 1;
  const lines = (votes ?? []).map((choices) => [...choices].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).map(({ project, points }) => (points === undefined ? String(numberOf(project)) : `${numberOf(project)}:${points}`)).join(' '));
  return {
    channel, place, area: area ?? '', spoiled: String(spoiled),
    ...(votes ? { votes: lines.join('\n') } : { voters: String(voters) }),
    ...Object.assign({}, ...(totals ?? []).map(({ project, supporters, score }): Given => ({ [`supporters-${numberOf(project)}`]: String(supporters), ...(score !== undefined && { [`score-${numberOf(project)}`]: String(score) }) }))) as Given,
  };
}

interface Line {
  /** In the field, from 1. */
  readonly number: number;
  readonly marks: readonly string[];
}

/** A line for each person; empty ones are nobody's. */
function linesOf(text: string): readonly Line[] {
  return text.split('\n').map((line, n) => ({ number: n + 1, marks: line.split(/[\s,;]+/).filter(Boolean) })).filter(({ marks }) => marks.length);
}

/** The votes of a text in which each project has the number of its place on the ballot. */
function votesIn(view: View, ballot: Ballot, text: string, faults: FieldFault[]): Choice[][] {
  const { rules: { method }, projects } = ballot;
  const told: string[] = [];
  const votes = linesOf(text).map(({ number, marks }) => marks.map((mark, place): Choice => {
    const [, index = '', points] = /^(\d{1,4})(?:[:=](\d{1,6}))?$/.exec(mark) ?? [];
    const project = projects[Number(index) - 1]?.id;
    if (project === undefined || (points !== undefined && method !== 'points')) told.push(say(view, 'lineUnreadable', { line: number, text: mark.slice(0, 20) }));
    else if (points === undefined && method === 'points') told.push(say(view, 'linePoints', { line: number }));
    return { project: project ?? '', ...(points !== undefined && { points: Number(points) }), ...(method === 'ranking' && { rank: place + 1 }) };
  }));
  if (!votes.length) told.push(view.words.votesMissing);
  if (votes.length > VOTES_MAX) told.push(say(view, 'votesTooMany', { max: VOTES_MAX }));
  faults.push(...inBrief(view, told));
  return votes;
}

function totalsIn(ballot: Ballot, number: (field: string) => number): Extract<Batch, { totals: unknown }>['totals'] {
  return ballot.projects.flatMap(({ id }, n) => {
    const supporters = number(`supporters-${n + 1}`);
    const score = isScored(ballot) ? number(`score-${n + 1}`) : undefined;
    return supporters || score ? [{ project: id, supporters, ...(score !== undefined && { score }) }] : [];
  });
}

/** Rules that a batch breaks, each at its field. */
function faultsOf(view: View, ballot: Ballot, batch: Batch, lines: readonly Line[]): FieldFault[] {
  const errors = errorsOfBatch(ballot, batch);
  const ofVotes = errors.flatMap(({ code, field }) => {
    const line = lines[Number(/^votes\.(\d+)$/.exec(field)?.[1]) - 1];
    return line ? [say(view, 'lineFault', { line: line.number, fault: faultWords(view, code) })] : [];
  });
  const others = errors.filter(({ field }) => !field.startsWith('votes.')).map((error): FieldFault => {
    if (error.field === 'area') return { field: 'area', text: faultWords(view, error.code) };
    return error.field === 'voters' ? { field: 'voters', text: say(view, 'totalsTooMany', { voters: 'voters' in batch ? batch.voters : 0, fault: faultWords(view, error.code) }) } : faultOfTotal(view, ballot, batch, error);
  });
  return [...others, ...inBrief(view, ofVotes)];
}

function faultOfTotal(view: View, { projects }: Ballot, batch: Batch, { code, projects: [id] = [] }: VoteFieldError): FieldFault {
  const index = projects.findIndex((project) => project.id === id);
  const project = projects[index] ? wordingOf(projects[index].title, view.lang).text : '';
  const max = 'voters' in batch ? batch.voters : 0;
  return { field: `supporters-${index + 1}`, text: code === 'too-many' ? say(view, 'supportersTooMany', { project, max }) : `${project}: ${faultWords(view, code)}` };
}

/** The first of what is wrong with the lines, and how many more there are. */
function inBrief(view: View, told: readonly string[]): FieldFault[] {
  const more = told.length - FAULTS_TOLD;
  return [...told.slice(0, FAULTS_TOLD), ...(more > 0 ? [say(view, 'linesMore', { count: more })] : [])].map((text) => ({ field: 'votes', text }));
}

function faultWords({ words }: View, code: VoteFieldError['code']): string {
  const known: Readonly<Record<string, string>> = words;
  return known[`fault-${code}`] ?? code;
}
