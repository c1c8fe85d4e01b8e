import * as v from 'valibot';
import type { BallotReceipts, BallotResults, ProjectResult } from './ballot-results.ts';
import { ballotResultsSchema, groupSchema, receiptsSchema } from './ballot-results-schema.ts';
import type { VoterGroup } from './election.ts';
import { RefusedDocument, type Accepted } from './gate.ts';
import { isRecord, pathOf } from './json-input.ts';

/** @throws {RefusedDocument} `field-wrong`, also where a vote names a project that is not there: a result is right as a whole or not at all */
export function* readBallotResults(raw: unknown): Generator<ProjectResult, Accepted<BallotResults>, void> {
  const { groups, rest } = apart(raw);
  const read = v.safeParse(ballotResultsSchema, rest);
  if (!read.success) throw refused(pathOf(read.issues[0]));
  const { election, projects, funded, partFunded } = read.output;
  const ids = new Set(election.projects.map(({ id }) => id));
  if (!funded.every((id) => ids.has(id))) throw refused('funded');
  if (partFunded && !ids.has(partFunded.project)) throw refused('partFunded');
  if (projects.length !== ids.size || !projects.every(({ project }) => ids.has(project))) throw refused('projects');
  const checked: VoterGroup[] = [];
  for (const project of projects) {
    yield project;
    if (groups) checked.push(...groups.slice(checked.length, checked.length + Math.ceil(groups.length / projects.length)).map((group) => groupOf(group, projects.length)));
  }
  const data = groups ? { ...read.output, election: { ...election, groups: checked } } : read.output;
  return { data, count: projects.length, skipped: [], notes: [] };
}

/** Thousands of votes are looked at a few at a time, so that the page still answers. */
function apart(raw: unknown): { readonly groups?: readonly unknown[]; readonly rest: unknown } {
  if (!isRecord(raw) || !isRecord(raw.election) || !Array.isArray(raw.election.groups)) return { rest: raw };
  const { groups, ...election } = raw.election;
  return { groups: groups as readonly unknown[], rest: { ...raw, election } };
}

function groupOf(raw: unknown, projects: number): VoterGroup {
  const read = v.safeParse(groupSchema, raw);
  // A project that is named twice in a vote would count twice.
  if (!read.success || read.output.choices.some((choice, n, all) => choice >= projects || choice <= (all[n - 1] ?? -1))) throw refused('election.groups');
  return read.output;
}

/** @throws {RefusedDocument} `field-wrong` */
export function* readBallotReceipts(raw: unknown): Generator<string, Accepted<BallotReceipts>, void> {
  const read = v.safeParse(receiptsSchema, raw);
  if (!read.success) throw refused(pathOf(read.issues[0]));
  yield* read.output.receipts;
  return { data: read.output, count: read.output.receipts.length, skipped: [], notes: [] };
}

function refused(column: string | undefined): RefusedDocument {
  return new RefusedDocument({ code: 'field-wrong', ...(column && { place: { column } }) });
}
