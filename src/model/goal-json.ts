import * as v from 'valibot';
import { RefusedDocument, type Accepted, type Place } from './gate.ts';
import { cut, LONGEST } from './goal-cells.ts';
import { GoalCollection, type AboutReport, type GoalDraft, type PeriodDraft, type ReportDraft, type Told } from './goal-collection.ts';
import { byLanguage, isRecord, pathOf, tidyLines, wordsIn } from './json-input.ts';
import { isStrange, judge, type JudgementKind } from './goal-judgements.ts';
import { addActual, addDetail, type Outcome } from './goal-outcomes.ts';
import { newestPeriod } from './goal-report.ts';
import type { Goal, GoalOptions, GoalReports } from './goals.ts';
import { documentFields, goalSchema, periodSchema, type GoalInput, type JudgementInput, type ReportInput } from './goals-schema.ts';
import { findPeriod, periodOf } from './periods.ts';
import { Synonyms } from './synonyms.ts';
import { isSaid, languagesOf, primary, reworded, type Languages, type Text } from './text.ts';

/**
 * Reads goals from JSON: a document with `goals`, or a list of them. Each goal is checked when it is asked for.
 * @throws {RefusedDocument} `field-wrong` where there is no list of goals
 */
export async function* readGoalJson(raw: unknown, options: GoalOptions): AsyncGenerator<Goal, Accepted<GoalReports>, void> {
  const { goals: items, ...about } = Array.isArray(raw) ? { goals: raw as unknown } : isRecord(raw) ? raw : {};
  if (!Array.isArray(items)) throw new RefusedDocument({ code: 'field-wrong', place: { column: 'goals' } });
  const words = new Synonyms();
  await words.learn([options.lang, about['lang']].map((tag) => (typeof tag === 'string' ? primary(tag) : '')));
  const reader = new JsonReader(about, options, words);
  const { statusLegend } = options;
  if (statusLegend) await (await import('./goal-options.ts')).teach(words, { statusLegend }, reader.tellOf());
  for (const index of items.keys()) {
    const item: unknown = items[index];
    if (!words.complete && judgementsIn(item).some((word) => isStrange([word], words))) await words.learn();
    const goal = reader.read(item, index + 1);
    if (goal) yield goal;
  }
  return reader.goals.finish();
}

/** What an item says of its goal in words, and not by a code alone. */
function judgementsIn(item: unknown): readonly string[] {
  const { reports } = isRecord(item) ? item : {};
  const said = [item, ...(Array.isArray(reports) ? (reports as unknown[]) : [])].flatMap((part) =>
    isRecord(part) ? Object.entries(part).flatMap(([name, value]) => (/^(?:state|forecast)/.test(name) ? [value] : [])) : []);
  return said
    .flatMap((value) => (!isRecord(value) ? [value] : value['code'] ? [] : Object.values(value)))
    .filter((value) => typeof value === 'string');
}

class JsonReader {
  readonly goals: GoalCollection;
  readonly #languages: Languages;
  readonly #hasPeriods: boolean;
  #own: PeriodDraft | undefined;

  constructor(about: Readonly<Record<string, unknown>>, options: GoalOptions, private readonly words: Synonyms) {
    const faults: string[] = [];
    let fields = about;
    const field = <Name extends keyof typeof documentFields>(name: Name): v.InferOutput<(typeof documentFields)[Name]> | undefined => {
      const { success, output } = v.safeParse(documentFields[name], fields[name]);
      if (!success) faults.push(name);
      return success ? output : undefined;
    };
    this.#languages = languagesOf(options.lang, field('lang'));
    fields = byLanguage(about, this.#languages.own) as typeof about;
    const body = field('body');
    const period = field('period');
    const said: { body: Text | undefined } & AboutReport = { period: period ?? options.period, body: options.body, asOf: field('asOf') ?? options.asOf };
    this.goals = new GoalCollection(said);
    // A text too long is told to the collection.
    if (body !== undefined) said.body = this.#text(body);
    (field('periods') ?? []).forEach((given, n) => {
      const read = v.safeParse(periodSchema, given);
      if (!read.success) faults.push(`periods.${n}.${pathOf(read.issues[0])}`);
      else this.#addPeriod(read.output);
    });
    for (const column of faults) this.goals.note('field-wrong', { column });
    this.#hasPeriods = this.goals.periods.length > 0;
    if (period) this.#own = findPeriod(this.goals.periods, period);
  }

  /** One goal; undefined where it is left out. */
  read(raw: unknown, item: number): GoalDraft | undefined {
    const read = v.safeParse(goalSchema, byLanguage(raw, this.#languages.own));
    const title = read.success ? this.#text(read.output.title, { item, column: 'title' }) : '';
    if (!read.success || !isSaid(title)) {
      const column = read.success ? 'title' : pathOf(read.issues[0]);
      this.goals.skip('field-wrong', { item, ...(column && { column }) });
      return undefined;
    }
    const input = read.output;
    const reports = this.#reportsOf(input, item);
    if (!reports) return undefined;
    const text = (given: Text, column: string) => this.#text(given, { item, column });
    const optional = (given: Text | undefined, column: string) => (given === undefined ? undefined : text(given, column));
    const { id } = input;
    if (id && this.goals.hasId(id)) this.tellOf({ item, column: 'id' })('id-twice', { value: id });
    const goal = this.goals.add({ id, title, focus: optional(input.focus, 'focus'), line: optional(input.line, 'line') });
    const responsible = Array.isArray(input.responsible) ? input.responsible : [input.responsible ?? ''];
    goal.responsible = responsible.map((name) => text(name, 'responsible')).filter(isSaid);
    goal.measures = (input.measures ?? []).map((measure) => {
      const { target, unit } = typeof measure === 'string' ? { target: undefined, unit: undefined } : measure;
      return {
        text: text(wordsIn(measure), 'measures'),
        ...(target !== undefined && { target }),
        ...(unit !== undefined && { unit: text(unit, 'measures') }),
      };
    });
    goal.details = (input.details ?? []).map(({ label, text: said }) => ({ label: text(label, 'details'), text: text(said, 'details') }));
    for (const link of input.links ?? []) this.goals.addLink(goal, link, this.tellOf({ item, column: 'links' }));
    for (const [period, report] of reports) this.#fill(this.goals.report(goal, period), report, goal.measures.length, item);
    return goal;
  }

  /** What the goal's periods report; undefined where it names only periods that the document does not have. */
  #reportsOf(input: GoalInput, item: number): (readonly [PeriodDraft, ReportInput])[] | undefined {
    const { measures = [], actuals, state, forecast, completion } = input;
    const ofMeasures = measures.flatMap((measure, index) => {
      const actual = typeof measure === 'string' ? undefined : measure.actual;
      return actual === undefined ? [] : [{ ...(typeof actual === 'number' ? { value: actual } : { text: actual }), measure: index }];
    });
    const reports: (readonly [PeriodDraft, ReportInput])[] = [];
    input.reports?.forEach((report, n) => {
      const period = this.#periodNamed(report.period);
      if (period) reports.push([period, report]);
      else this.goals.skip('field-wrong', { item, column: `reports.${n}.period` });
    });
    if (input.reports?.length && !reports.length) return undefined;
    const said = ofMeasures.length || [actuals, state, forecast, completion].some((field) => field !== undefined);
    if (said || !input.reports) reports.push([this.#ownPeriod(), { actuals: [...ofMeasures, ...(actuals ?? [])], state, forecast, completion, details: undefined }]);
    return reports;
  }

  #fill(report: ReportDraft, { actuals = [], state, forecast, completion, details = [] }: ReportInput, measures: number, item: number): void {
    const place = (column: string): Place => ({ item, column });
    const given = actuals.map((actual): Outcome & { readonly measure?: number | undefined } => {
      const words = this.#text(wordsIn(actual), place('actuals'));
      return { text: words, ...(typeof actual === 'string' ? {} : { value: actual.value, measure: actual.measure }) };
    });
    const loose = given.filter(({ measure }) => measure === undefined);
    const inOrder = loose.length === given.length && (given.length === measures || measures === 1);
    given.forEach((outcome, n) => {
      const measure = outcome.measure ?? (inOrder ? Math.min(n, measures - 1) : undefined);
      addActual(report, outcome, measure !== undefined && measure < measures ? measure : undefined);
    });
    if (state !== undefined) this.#judge(report, 'state', state, place('state'));
    if (forecast !== undefined) this.#judge(report, 'forecast', forecast, place('forecast'));
    if (completion !== undefined) report.completion = completion;
    for (const { label, text } of details) addDetail(report, this.#text(label, place('details')), this.#text(text, place('details')));
  }

  /** A code is taken as it is, and is the word where there is none; a word is read as it would be in a table. */
  #judge(report: ReportDraft, kind: JudgementKind, given: JudgementInput, place: Place): void {
    const { code, word, note, ...words } = typeof given === 'string' ? { code: undefined, word: given, note: undefined } : given;
    const text = this.#text(wordsIn({ ...words, text: word ?? code }), place);
    const notes = note === undefined ? [] : [this.#text(note, place)];
    if (code) Object.assign(report, { [kind]: { code, word: text, ...(notes.length && { note: notes[0] }) } });
    else if (isSaid(text)) judge(report, kind, [text, ...notes], this.words, this.tellOf(place));
  }

  /** The period of a report: one of those that the document lists, or where it lists none, any. */
  #periodNamed(name: string | undefined): PeriodDraft | undefined {
    if (name === undefined) return this.#ownPeriod();
    return this.#hasPeriods ? findPeriod(this.goals.periods, name) : this.goals.period(periodOf(this.#text(name)));
  }

  #ownPeriod(): PeriodDraft {
    return this.#own ??= (this.#hasPeriods ? newestPeriod(this.goals.periods) : undefined) ?? this.goals.unnamedPeriod();
  }

  #addPeriod({ id, label, start, end, asOf, body }: v.InferOutput<typeof periodSchema>): void {
    const named = periodOf(label === undefined ? (id ?? [start, end].join('/')) : this.#text(label));
    this.goals.period({
      ...named,
      ...(id && { id }), ...(start && { start }), ...(end && { end }), ...(asOf && { asOf }),
      ...(body !== undefined && { body: this.#text(body) }),
    });
  }

  #text(given: Text, place?: Place): Text {
    const text = reworded(given, (wording) => bounded(tidyLines(wording), this.tellOf(place)));
    return typeof text === 'string' && text ? this.#languages.tag(text) : text;
  }

  tellOf(place?: Place): Told {
    return (code, values) => this.goals.note(code, place, values);
  }
}

/** A text of one piece, cut where a cell would be. */
function bounded(text: string, tell: Told): string {
  if (text.length <= LONGEST) return text;
  tell('cell-too-long', { value: LONGEST });
  return cut(text, LONGEST);
}
