import { amountOf, PABULIB_FIELDS } from './pabulib-fields.ts';
import { SMALLEST_CELL } from './small-cells.ts';
import type { PabulibFile, PabulibVote } from './pabulib.ts';

/** What tells of the person who voted. */
const PERSONAL = ['age', 'sex', 'district', 'neighborhood', 'education', 'voting_method'];

/**
 * A `.pb` file as pabulib.org's checker wants it: known fields alone, in their order, no spaces around separators, dot decimals.
 * Line breaks in a text become spaces. Ids of projects hold no comma, as in every file that has been read.
 */
export function writePabulib({ budget, meta, projects, votes }: PabulibFile): string {
  const counted = { ...meta, num_projects: String(projects.length), num_votes: String(votes?.length ?? 0), budget: amountOf(budget) };
  const head = PABULIB_FIELDS.meta.flatMap(({ name }) => (Object.hasOwn(counted, name) ? [[name, (counted as Record<string, string>)[name]!]] : []));
  return [
    ['META'], ['key', 'value'], ...head,
    ['PROJECTS'], ...tableOf('projects', projects.map(({ id, cost, fields }) => ({ ...fields, project_id: id, cost: amountOf(cost) }))),
    ...(votes ? [['VOTES'], ...tableOf('votes', votes.map(rowOf))] : []),
  ].map((cells) => `${cells.map(cellOf).join(';')}\n`).join('');
}

/**
 * Votes as they may be published: what tells of a person is left out where fewer than five people share all of it.
 */
export function withoutSmallCells(votes: readonly PabulibVote[]): readonly PabulibVote[] {
  const cellOfPerson = ({ fields }: PabulibVote): string => JSON.stringify(PERSONAL.map((name) => fields[name] ?? ''));
  const sizes = new Map<string, number>();
  for (const vote of votes) sizes.set(cellOfPerson(vote), (sizes.get(cellOfPerson(vote)) ?? 0) + 1);
  return votes.map((vote) =>
    sizes.get(cellOfPerson(vote))! >= SMALLEST_CELL ? vote : { ...vote, fields: Object.fromEntries(Object.entries(vote.fields).filter(([name]) => !PERSONAL.includes(name))) },
  );
}

function rowOf({ voter, choices, points, fields }: PabulibVote): Readonly<Record<string, string>> {
  return { ...fields, voter_id: voter, vote: choices.join(','), ...(points && { points: points.join(',') }) };
}

/** A header and a row for each; a column for each field that any of them has. */
function tableOf(section: 'projects' | 'votes', rows: readonly Readonly<Record<string, string>>[]): string[][] {
  const used = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = PABULIB_FIELDS[section].filter(({ name, required }) => required || used.has(name)).map(({ name }) => name);
  return [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))];
}

function cellOf(text: string): string {
  const line = text.replace(/\s*[\r\n]\s*/g, ' ').trim();
  return /[;"]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}
