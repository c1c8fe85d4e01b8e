import { csvRows } from './csv.ts';
import type { Fault, Place } from './gate.ts';
import { centsIn, fits, PABULIB_FIELDS, RENAMED, WITHDRAWN_COST, type PabulibField } from './pabulib-fields.ts';

/** A `.pb` file (pabulib.org): a vote on a budget, as researchers and cities exchange it. */
export interface PabulibFile {
  /** Cents. */
  readonly budget: number;
  /** As written, by field; without `budget`, `num_projects` and `num_votes`, which follow from the rest. */
  readonly meta: Readonly<Record<string, string>>;
  readonly projects: readonly PabulibProject[];
  /** Absent where the file has no such section: then the projects' own `votes` are all that is known. */
  readonly votes?: readonly PabulibVote[];
}

export interface PabulibProject {
  readonly id: string;
  /** Cents; 0 where the file does not say. */
  readonly cost: number;
  readonly fields: Readonly<Record<string, string>>;
}

export interface PabulibVote {
  readonly voter: string;
  /** Ids of projects; under `ordinal` the best first. */
  readonly choices: readonly string[];
  readonly points?: readonly number[];
  readonly fields: Readonly<Record<string, string>>;
}

/** What is wrong with a `.pb` file; each has a sentence in every language. */
export const PABULIB_FAULTS = [
  'section-missing', 'section-order', 'header-missing', 'key-twice', 'empty-line', 'whitespace', 'comma-in-number', 'field-missing', 'field-unknown', 'field-renamed', 'field-order',
  'value-missing', 'value-wrong', 'row-too-long', 'cost-missing', 'cost-over-budget', 'project-twice', 'voter-twice', 'project-unknown',
  'project-twice-in-vote', 'vote-too-long', 'vote-too-short', 'points-length', 'projects-number', 'votes-number', 'votes-mismatch', 'score-mismatch',
  'selected-over-budget', 'budget-unused', 'part-in-full', 'part-too-small', 'winners-wrong',
] as const;
export type PabulibFaultCode = (typeof PABULIB_FAULTS)[number];
/** `values.count` says how often, where it occurs more than once; the place is that of the first. */
export type PabulibFault = Fault<PabulibFaultCode>;

/** What does not keep a file from being right. */
const WARNINGS: ReadonlySet<PabulibFaultCode> = new Set(['field-order', 'header-missing', 'whitespace']);

export interface PabulibReading {
  readonly file: PabulibFile;
  readonly errors: readonly PabulibFault[];
  readonly warnings: readonly PabulibFault[];
}

type Section = keyof typeof PABULIB_FIELDS;
const SECTIONS: readonly Section[] = ['meta', 'projects', 'votes'];
type Fields = Readonly<Record<string, string>>;

/** Reads a `.pb` file as far as it can be read, and says what is wrong with it. Never throws. `checkPabulib` looks at what the figures add up to. */
export function parsePabulib(text: string): PabulibReading {
  return new PabulibReader().read(text);
}

/** Faults, equal ones told once with their number. */
export class PabulibFaults {
  readonly #faults = new Map<string, { code: PabulibFaultCode; place: Place; values: Record<string, string | number>; count: number }>();

  tell(code: PabulibFaultCode, place: Place = {}, values: Record<string, string | number> = {}): void {
    const key = `${code} ${place.column ?? ''}`;
    const known = this.#faults.get(key);
    if (known) known.count++;
    else this.#faults.set(key, { code, place, values, count: 1 });
  }

  all(): { readonly errors: readonly PabulibFault[]; readonly warnings: readonly PabulibFault[] } {
    const all = [...this.#faults.values()].map(({ code, place, values, count }): PabulibFault => ({ code, place, values: count > 1 ? { ...values, count } : values }));
    return { errors: all.filter(({ code }) => !WARNINGS.has(code)), warnings: all.filter(({ code }) => WARNINGS.has(code)) };
  }
}

class PabulibReader {
  readonly #faults = new PabulibFaults();
  readonly #meta = new Map<string, string>();
  readonly #projects = new Map<string, PabulibProject>();
  readonly #votes = new Map<string, PabulibVote>();
  /** The columns of each section that was met. */
  readonly #columns = new Map<Section, readonly string[]>();
  #line = 0;

  read(text: string): PabulibReading {
    let section: Section | undefined;
    // The separator is told, since a guess could take the commas of the votes for it.
    for (const cells of csvRows(`sep=;\n${text.replace(/^\uFEFF/, '')}`)) {
      this.#line++;
      const row = cells.map((cell) => this.#trimmed(cell));
      if (row.every((cell) => !cell)) {
        this.#tell('empty-line');
        continue;
      }
      const begun = sectionNamed(row);
      // The budget is needed for the projects, and these for the votes.
      if (begun && SECTIONS.slice(SECTIONS.indexOf(begun) + 1).some((later) => this.#columns.has(later))) this.#tell('section-order', {}, { value: begun.toUpperCase() });
      if (begun) this.#columns.set(begun, []);
      if (begun) section = begun;
      else if (section) this.#row(section, row);
    }
    return { file: this.#file(), ...this.#finish() };
  }

  #row(section: Section, row: readonly string[]): void {
    if (section === 'meta') {
      this.#metaRow(row);
      return;
    }
    const columns = this.#columns.get(section)!;
    if (!columns.length) {
      this.#columns.set(section, row.map((name) => (Object.hasOwn(RENAMED, name) ? RENAMED[name]! : name)));
      this.#checkNames(section, row);
      return;
    }
    if (row.length > columns.length) this.#tell('row-too-long');
    const fields = new Map(columns.flatMap((name, n) => (row[n] ? [[name, this.#value(section, name, row[n])] as const] : [])));
    for (const { name } of PABULIB_FIELDS[section].filter((field) => field.required && columns.includes(field.name) && !fields.has(field.name))) {
      this.#tell(name === 'cost' ? 'cost-missing' : 'value-missing', { column: name });
    }
    if (section === 'projects') this.#project(fields);
    else this.#vote(fields);
  }

  #metaRow([key = '', value = '', ...more]: readonly string[]): void {
    if (key.toLowerCase() === 'key' && value.toLowerCase() === 'value') {
      this.#columns.set('meta', ['key', 'value']);
      return;
    }
    if (!this.#columns.get('meta')!.length && !this.#meta.size) this.#tell('header-missing', { column: 'key;value' });
    if (more.some(Boolean)) this.#tell('row-too-long');
    if (this.#meta.has(key)) this.#tell('key-twice', { column: key });
    if (value) this.#meta.set(key, this.#value('meta', key, value));
    else this.#tell('value-missing', { column: key });
  }

  #project(fields: ReadonlyMap<string, string>): void {
    const { project_id: id, cost = '', ...others } = Object.fromEntries(fields) as Fields & { project_id?: string; cost?: string };
    if (!id) return;
    if (this.#projects.has(id)) {
      this.#tell('project-twice', { column: 'project_id' }, { value: id });
      return;
    }
    const cents = centsIn(cost) ?? 0;
    if (cost && !cents) this.#tell('cost-missing', { column: 'cost' }, { project: id });
    const budget = centsIn(this.#meta.get('budget') ?? '');
    if (budget !== undefined && cents > budget && !isWithdrawn(cents)) this.#tell('cost-over-budget', { column: 'cost' }, { project: id });
    this.#projects.set(id, { id, cost: cents, fields: others });
  }

  #vote(fields: ReadonlyMap<string, string>): void {
    const { voter_id: voter, vote = '', points, ...others } = Object.fromEntries(fields) as Fields & { voter_id?: string; vote?: string; points?: string };
    if (!voter) return;
    if (this.#votes.has(voter)) {
      this.#tell('voter-twice', { column: 'voter_id' }, { value: voter });
      return;
    }
    const choices = this.#list(vote, 'vote');
    const given = points === undefined ? undefined : this.#list(points, 'points').map((value) => (/^\d+$/.test(value) ? Number(value) : NaN));
    this.#checkVote(choices, given);
    this.#votes.set(voter, { voter, choices, ...(given && { points: given.map((value) => (Number.isNaN(value) ? 0 : value)) }), fields: others });
  }

  #checkVote(choices: readonly string[], points: readonly number[] | undefined): void {
    const unknown = choices.find((id) => !this.#projects.has(id));
    const twice = choices.find((id, n) => choices.indexOf(id) !== n);
    const [min, max] = [Number(this.#meta.get('min_length') ?? 0), Number(this.#meta.get('max_length') ?? Infinity)];
    if (unknown !== undefined) this.#tell('project-unknown', { column: 'vote' }, { value: unknown });
    if (twice !== undefined) this.#tell('project-twice-in-vote', { column: 'vote' }, { value: twice });
    if (choices.length > max) this.#tell('vote-too-long', { column: 'vote' }, { max });
    if (choices.length < min) this.#tell('vote-too-short', { column: 'vote' }, { min });
    if (!points && choices.length && this.#columns.get('votes')!.includes('points') && this.#isCumulative()) this.#tell('value-missing', { column: 'points' });
    if (points && points.length !== choices.length) this.#tell('points-length', { column: 'points' });
    if (points?.some(Number.isNaN)) this.#tell('value-wrong', { column: 'points' });
  }

  #list(text: string, column: string): readonly string[] {
    if (!text) return [];
    const items = text.split(',');
    if (items.some((item) => item !== item.trim())) this.#tell('whitespace', { column });
    return items.map((item) => item.trim());
  }

  /** A value as its field has it: an amount with a comma is read as if it had a dot. */
  #value(section: Section, name: string, value: string): string {
    const field = PABULIB_FIELDS[section].find((known) => known.name === name);
    if (!field) return value;
    const isNumber = field.kind === 'money' || field.kind === 'number' || field.kind === 'whole';
    const comma = isNumber && /^\d+,\d+$/.test(value);
    if (comma) this.#tell('comma-in-number', { column: name }, { value });
    const plain = comma ? value.replace(',', '.') : value;
    if (!fits(field, plain)) this.#tell('value-wrong', { column: name }, { value });
    return plain;
  }

  #checkNames(section: Section, names: readonly string[]): void {
    const fields = PABULIB_FIELDS[section].map(({ name }) => name);
    for (const name of names) {
      if (Object.hasOwn(RENAMED, name)) this.#tell('field-renamed', { column: name }, { value: RENAMED[name]! });
      else if (!fields.includes(name)) this.#tell('field-unknown', { column: name });
    }
    for (const { name } of PABULIB_FIELDS[section].filter((field: PabulibField) => field.required && !names.includes(field.name))) this.#tell('field-missing', { column: name });
    const order = names.map((name) => fields.indexOf(name)).filter((at) => at >= 0);
    if (order.some((at, n) => at < (order[n - 1] ?? 0))) this.#tell('field-order', { column: section.toUpperCase() });
  }

  #finish(): Pick<PabulibReading, 'errors' | 'warnings'> {
    for (const section of SECTIONS) {
      if (!this.#columns.has(section)) this.#faults.tell('section-missing', {}, { value: section.toUpperCase() });
    }
    if (this.#columns.has('meta')) {
      this.#line = 0;
      this.#checkNames('meta', [...this.#meta.keys()]);
    }
    if (this.#isCumulative()) {
      if (!this.#meta.has('max_sum_points')) this.#faults.tell('field-missing', { column: 'max_sum_points' });
      if (this.#columns.get('votes')?.includes('points') === false) this.#faults.tell('field-missing', { column: 'points' });
    }
    for (const [code, name, count] of [['projects-number', 'num_projects', this.#projects.size], ['votes-number', 'num_votes', this.#votes.size]] as const) {
      const said = this.#meta.get(name);
      if (said !== undefined && Number(said) !== count) this.#faults.tell(code, { column: name }, { said, found: count });
    }
    return this.#faults.all();
  }

  #isCumulative(): boolean {
    return this.#meta.get('vote_type') === 'cumulative';
  }

  #file(): PabulibFile {
    const { budget = '', num_projects: _, num_votes: __, ...meta } = Object.fromEntries(this.#meta) as Fields & Partial<Record<'budget' | 'num_projects' | 'num_votes', string>>;
    return { budget: centsIn(budget) ?? 0, meta, projects: [...this.#projects.values()], ...(this.#columns.has('votes') && { votes: [...this.#votes.values()] }) };
  }

  #trimmed(cell: string): string {
    const trimmed = cell.trim();
    if (trimmed !== cell && trimmed !== '') this.#tell('whitespace');
    return trimmed;
  }

  #tell(code: PabulibFaultCode, place: Place = {}, values: Record<string, string | number> = {}): void {
    this.#faults.tell(code, { ...(this.#line && { row: this.#line }), ...place }, values);
  }
}

/** Whether a project's cost says that it was withdrawn. */
export function isWithdrawn(cents: number): boolean {
  return cents === WITHDRAWN_COST * 100;
}

function sectionNamed([name = '', ...more]: readonly string[]): Section | undefined {
  const section = name.toLowerCase();
  return more.some(Boolean) || !Object.hasOwn(PABULIB_FIELDS, section) ? undefined : (section as Section);
}
