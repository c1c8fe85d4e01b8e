import type { ReportDraft, Told } from './goal-collection.ts';
import type { Forecast, Judgement, State } from './goals.ts';
import type { Synonyms } from './synonyms.ts';
import { joined } from './goal-row.ts';
import { folded, reworded, wordingsOf, type Text } from './text.ts';

export type JudgementKind = 'state' | 'forecast';

/** A judgement as its word says it: a forecast's column may hold an actual state. */
interface Reading {
  readonly kind: JudgementKind;
  readonly code?: State | Forecast | undefined;
  readonly word: string;
  readonly note: string;
}

export interface TextReading extends Omit<Reading, 'word' | 'note'> {
  readonly word: Text;
  readonly note?: Text;
}

/** Only a sign, or the letter that Word's smiley becomes: no word that anyone could read out. */
const WORDLESS = /^(?:[JKL]|[^\p{L}\p{N}]+)$/u;
const PUNCTUATION = /[.,:;–(]/;

/**
 * Takes up what a state's or forecast's column says.
 * @param lines lines of the cell; what follows a known word is its explanation
 * @param column what the column's header promises
 * @param wordless whether the document says that the cell has no word that can be read
 */
export function judge(report: ReportDraft, column: JudgementKind, lines: readonly Text[], words: Synonyms, tell: Told, wordless = false): void {
  const readings = lines
    .map((line) => readJudgement(line, column, words))
    .filter(({ code, word }) => code ?? !(wordless || WORDLESS.test(ownWord(word))));
  const [first] = readings;
  if (!first) {
    if (wordless || lines.length) tell('status-wordless', { value: lines.map(ownWord).join(' ') });
    return;
  }
  if (!first.code) {
    tell('status-unknown', { value: ownWord(first.word) });
    return put(report, column, { kind: column, word: allOf(readings.map(({ word }) => word)) }, tell);
  }
  const notes = [first.note, ...readings.filter(({ code }) => !code).map(({ word }) => word)].filter((note) => note !== undefined);
  for (const reading of readings) {
    const { kind, code, word } = reading;
    if (!code) continue;
    const whole: TextReading = reading === first && notes.length ? { kind, code, word, note: allOf(notes) } : { kind, code, word };
    if (kind === column) {
      put(report, kind, whole, tell);
      continue;
    }
    tell(`${kind}-in-other-column`, { value: ownWord(word) });
    // Where its own place is taken by another judgement, it is shown as written and counted nowhere.
    if (!report[kind] || report[kind].code === code) put(report, kind, whole, tell);
    else put(report, column, { kind: column, word }, tell);
  }
}

/** Whether words stand where a judgement should be, and none of them is in a dictionary that has been learnt. */
export function isStrange(lines: readonly string[], words: Synonyms): boolean {
  return lines.some((line) => /\p{L}{2}/u.test(line)) && !lines.some((line) => read(line, 'state', words).code);
}

/** What a text says if it is a judgement: the whole of it, or what stands before its first punctuation. */
export function readJudgement(text: Text, column: JudgementKind, words: Synonyms): TextReading {
  const readings = wordingsOf(text).map((wording) => read(wording, column, words));
  const known = readings.find(({ code }) => code);
  if (!known) return { kind: column, word: text };
  const { kind, code } = known;
  const word = reworded(text, (wording) => read(wording, column, words).word);
  const note = reworded(text, (wording) => read(wording, column, words).note);
  return { kind, code, word, ...(wordingsOf(note).some(Boolean) && { note }) };
}

function read(wording: string, column: JudgementKind, words: Synonyms): Reading {
  const end = wording.search(PUNCTUATION);
  for (const [word, rest] of end > 0 ? [[wording, ''], [wording.slice(0, end), wording.slice(end)]] as const : [[wording, '']] as const) {
    const meaning = meant(word.trim(), column, words);
    if (meaning) return { ...meaning, note: rest.replace(/^\((.*)\)\W*$|^[\s.,:;–]+/, '$1') };
  }
  return { kind: column, word: wording, note: '' };
}

function meant(word: string, column: JudgementKind, words: Synonyms): Omit<Reading, 'note'> | undefined {
  const entry = words.legend.size ? words.legend.get(folded(word)) : undefined;
  const said = entry ?? words.statusNamed(word);
  const kind = said[column] ? column : said.state ? 'state' : 'forecast';
  const shown = entry && WORDLESS.test(word) ? entry.word : word;
  return said[kind] && { kind, code: said[kind], word: shown };
}

function put(report: ReportDraft, kind: JudgementKind, { code, word, note }: TextReading, tell: Told): void {
  const before = report[kind];
  const said = before ? ownWord(before.word).split(' / ') : [];
  const now = ownWord(word);
  if (before && ((code && before.code === code) || said.includes(now))) return;
  const judgement: Judgement<State | Forecast> = before
    ? { word: joined(before.word, word, ' / ') }
    : { ...(code && { code }), word, ...(note !== undefined && { note }) };
  // Two measures of one goal may be judged differently; no code says both.
  if (before) tell('status-unknown', { value: [...said, now].join(' / ') });
  Object.assign(report, { [kind]: judgement });
}

function allOf(texts: readonly Text[]): Text {
  return texts.reduce((all, text) => joined(all, text, ' '));
}

/** The word in the document's first language: what its editor looks for. */
function ownWord(word: Text): string {
  return wordingsOf(word)[0] ?? '';
}
