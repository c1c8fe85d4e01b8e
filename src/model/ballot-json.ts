import * as v from 'valibot';
import { checkBallot } from './ballot-check.ts';
import { BALLOT_PHASES, TIE_RULES, type Ballot, type BallotPhase, type Project, type VotingRules } from './ballot.ts';
import { furtherFields, neededFields, projectSchema, type ProjectInput, type RulesInput } from './ballots-schema.ts';
import { RefusedDocument, type Accepted, type Fault } from './gate.ts';
import { isSafeLink } from './safe-link.ts';
import { byLanguage, isRecord, pathOf, textIn } from './json-input.ts';
import { languagesOf, type Languages, type Text } from './text.ts';

export interface BallotOptions {
  /** The page's language: texts in it stay plain. */
  readonly lang: string;
}

/**
 * Reads one ballot from JSON, project by project. A faulty project is left out and told; so is what keeps voters from what
 * the ballot says (`checkBallot`).
 * @throws {RefusedDocument} `field-wrong` with the field's name, where something is wrong that no ballot can be without;
 * `open-beside-others` and `ways-overlap` where somebody could vote in two ways and count twice
 */
export function* readBallot(raw: unknown, options: BallotOptions): Generator<Project, Accepted<Ballot>, void> {
  const reader = new BallotReader(raw, options);
  const projects = new Map<string, Project>();
  for (const index of reader.items.keys()) {
    const item: unknown = reader.items[index];
    const project = reader.project(item, index + 1);
    if (project && projects.has(project.id)) reader.skipped.push({ code: 'project-twice', place: { item: index + 1 }, values: { value: project.id } });
    if (!project || projects.has(project.id)) continue;
    projects.set(project.id, project);
    yield project;
  }
  const ballot = reader.ballot([...projects.values()]);
  return { data: ballot, count: projects.size, skipped: reader.skipped, notes: [...reader.notes, ...checkBallot(ballot)] };
}

/** Ballots from a document with `ballots`, a list of them, or a single one. One that is refused is told, and the others are unharmed. */
export function* readBallots(raw: unknown, options: BallotOptions): Generator<Ballot, Accepted<readonly Ballot[]>, void> {
  const list = isRecord(raw) && 'ballots' in raw ? raw.ballots : isRecord(raw) ? [raw] : raw;
  if (!Array.isArray(list)) throw new RefusedDocument({ code: 'field-wrong', place: { column: 'ballots' } });
  const [ballots, skipped, notes]: [Ballot[], Fault[], Fault[]] = [[], [], []];
  for (const index of list.keys()) {
    const item: unknown = list[index];
    const place = list.length > 1 ? { item: index + 1 } : {};
    try {
      const reading = readBallot(item, options);
      let step = reading.next();
      while (!step.done) step = reading.next();
      const { data, ...told } = step.value;
      const named = (fault: Fault): Fault => (list.length > 1 ? { ...fault, values: { ...fault.values, ballot: data.id } } : fault);
      ballots.push(data);
      skipped.push(...told.skipped.map(named));
      notes.push(...told.notes.map(named));
      yield data;
    } catch (error) {
      if (!(error instanceof RefusedDocument)) throw error;
      skipped.push({ ...error.fault, place: { ...error.fault.place, ...place } });
    }
  }
  return { data: ballots, count: ballots.length, skipped, notes };
}

class BallotReader {
  readonly skipped: Fault[] = [];
  readonly notes: Fault[] = [];
  readonly items: readonly unknown[];
  readonly #languages: Languages;
  readonly #needed: { readonly [Name in keyof typeof neededFields]: v.InferOutput<(typeof neededFields)[Name]> };
  readonly #further: { readonly [Name in keyof typeof furtherFields]: v.InferOutput<(typeof furtherFields)[Name]> };

  constructor(raw: unknown, { lang }: BallotOptions) {
    if (!isRecord(raw)) throw refused('ballots');
    const { projects, ...about } = raw;
    if (!Array.isArray(projects)) throw refused('projects');
    this.items = projects;
    const own = v.safeParse(v.string(), about.lang);
    this.#languages = languagesOf(lang, own.success ? own.output : undefined);
    const fields = byLanguage(about, this.#languages.own) as Readonly<Record<string, unknown>>;
    this.#needed = mapped(neededFields, (name, schema) => {
      const read = v.safeParse(schema, fields[name]);
      if (!read.success) throw refused([name, pathOf(read.issues[0])].filter(Boolean).join('.'));
      return read.output;
    });
    this.#further = mapped(furtherFields, (name, schema) => {
      const read = v.safeParse(schema, fields[name]);
      if (!read.success) this.notes.push({ code: 'field-wrong', place: { column: name } });
      return read.success ? read.output : undefined;
    });
  }

  /** One project; undefined where it is left out. */
  project(raw: unknown, item: number): Project | undefined {
    const read = v.safeParse(projectSchema, byLanguage(raw, this.#languages.own));
    if (!read.success) {
      const column = pathOf(read.issues[0]);
      this.skipped.push({ code: 'field-wrong', place: { item, ...(column && { column }) } });
      return undefined;
    }
    const { id, title, cost, summary, description, area, category, publishedAt, incompatibleWith = [] } = read.output;
    return {
      id, cost, title: this.#text(title), incompatibleWith,
      ...(summary !== undefined && { summary: this.#text(summary) }),
      ...(description !== undefined && { description: this.#text(description) }),
      ...(area !== undefined && { area }), ...(category !== undefined && { category }), ...(publishedAt !== undefined && { publishedAt }),
      ...this.#surroundings(read.output, item),
    };
  }

  ballot(projects: readonly Project[]): Ballot {
    const { id, title, opensAt, closesAt, budget, binding, rules, rulesVersion } = this.#needed;
    const { summary, areas = [], categories = [], ties, rule = 'greedy', threshold, partFundingPercent, serverTime, help } = this.#further;
    const groups = (given: readonly { readonly id: string; readonly name: Text }[]): Ballot['areas'] => given.map((group) => ({ id: group.id, name: this.#text(group.name) }));
    const { kind, body, note } = binding;
    return {
      id, title: this.#text(title), opensAt, closesAt, budget, rule, rulesVersion, projects,
      ...this.#identification(),
      ...this.#phase(),
      ...(summary !== undefined && { summary: this.#text(summary) }),
      ...(help !== undefined && { help: this.#text(help) }),
      ...(threshold !== undefined && { threshold }),
      ...(partFundingPercent !== undefined && { partFundingPercent }),
      ...(serverTime !== undefined && { serverTime }),
      areas: groups(areas), categories: groups(categories),
      binding: { kind, ...(body !== undefined && { body: this.#text(body) }), ...(note !== undefined && { note: this.#text(note) }) },
      ties: { order: ties?.order ?? TIE_RULES, ...(ties?.seed !== undefined && { seed: ties.seed }) },
      rules: rulesOf(rules, budget),
    };
  }

  /** Each voter has one way. @throws {RefusedDocument} */
  #identification(): Pick<Ballot, 'identification' | 'identificationFor'> {
    const { identification: given = ['open'], identificationFor: whom = {} } = this.#needed;
    const identification = [...new Set(given)];
    if (identification.length === 1) return { identification };
    if (identification.includes('open')) throw new RefusedDocument({ code: 'open-beside-others', place: { column: 'identification' } });
    const words = identification.flatMap((way) => (way !== 'open' && whom[way] ? [[way, this.#text(whom[way])] as const] : []));
    if (words.length < identification.length) throw new RefusedDocument({ code: 'ways-overlap', place: { column: 'identificationFor' }, values: { value: identification.join(', ') } });
    return { identification, identificationFor: Object.fromEntries(words) };
  }

  #phase(): { readonly phase?: BallotPhase } {
    const { phase = 'vote' } = this.#further;
    const known = BALLOT_PHASES.find((one) => one === phase);
    if (!known) this.notes.push({ code: 'phase-unknown', place: { column: 'phase' }, values: { value: phase } });
    return known ? { phase: known } : {};
  }

  #surroundings({ picture, link, madeFrom = [], withdrawn, funding, implementation }: ProjectInput, item: number): Pick<Project, 'picture' | 'link' | 'madeFrom' | 'withdrawn' | 'funding' | 'implementation'> {
    const reason = typeof withdrawn === 'object' ? withdrawn.reason : undefined;
    return {
      ...(picture && this.#isSafe(picture.src, item, 'picture.src') && { picture: { src: picture.src, alt: this.#text(picture.alt) } }),
      ...(link !== undefined && this.#isSafe(link, item, 'link') && { link }),
      madeFrom: madeFrom.map(({ title, by }) => ({ title: this.#text(title), ...(by !== undefined && { by: this.#text(by) }) })),
      ...(withdrawn && { withdrawn: reason === undefined ? {} : { reason: this.#text(reason) } }),
      ...(funding && { funding: { kind: funding.kind, granted: funding.granted, ...this.#note(funding) } }),
      ...(implementation && { implementation: { state: implementation.state, ...this.#note(implementation) } }),
    };
  }

  #note({ note }: { readonly note?: Text | undefined }): { readonly note?: Text } {
    return note === undefined ? {} : { note: this.#text(note) };
  }

  #isSafe(href: string, item: number, column: string): boolean {
    const safe = isSafeLink(href);
    if (!safe) this.notes.push({ code: 'link-unsafe', place: { item, column }, values: { value: href.slice(0, 100) } });
    return safe;
  }

  #text(given: Text): Text {
    return textIn(given, this.#languages);
  }
}

/** Limits that follow: a knapsack holds the budget, somebody who votes chooses something. */
function rulesOf(input: RulesInput, budget: number): VotingRules {
  const { min = 1, max, minSpendPercent, limits = [], maxAreas, maxOtherAreas } = input;
  const maxSpend = input.maxSpend ?? (input.method === 'knapsack' ? budget : undefined);
  const minSpend = input.minSpend ?? (minSpendPercent === undefined ? undefined : percentOf(maxSpend ?? budget, minSpendPercent));
  const common = {
    min,
    ...(max !== undefined && { max }), ...(minSpend !== undefined && { minSpend }), ...(maxSpend !== undefined && { maxSpend }), ...(maxAreas !== undefined && { maxAreas }), ...(maxOtherAreas !== undefined && { maxOtherAreas }),
    limits: limits.map(({ of, id, ...limit }) => ({
      of, ...(id !== undefined && { id }),
      ...(limit.min !== undefined && { min: limit.min }), ...(limit.max !== undefined && { max: limit.max }), ...(limit.maxSpend !== undefined && { maxSpend: limit.maxSpend }),
    })),
  };
  if (input.method === 'knapsack') return { ...common, method: input.method, maxSpend: maxSpend! };
  if (input.method !== 'points') return { ...common, method: input.method };
  const { method, points, minPoints, pointsPerProject } = input;
  return { ...common, method, points, ...(minPoints !== undefined && { minPoints }), ...(pointsPerProject !== undefined && { pointsPerProject }) };
}

/** Cents, rounded up. A percentage may have two decimals, and no floating point decides about a cent. */
function percentOf(cents: number, percent: number): number {
  return Number((BigInt(cents) * BigInt(Math.round(percent * 100)) + 9_999n) / 10_000n);
}

function refused(column: string): RefusedDocument {
  return new RefusedDocument({ code: 'field-wrong', place: { column } });
}

/** The same keys with what `read` makes of each. */
function mapped<Schemas extends Readonly<Record<string, v.GenericSchema>>>(
  schemas: Schemas,
  read: (name: string, schema: v.GenericSchema) => unknown,
): { readonly [Name in keyof Schemas]: v.InferOutput<Schemas[Name]> } {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, read(name, schema)])) as { [Name in keyof Schemas]: v.InferOutput<Schemas[Name]> };
}
