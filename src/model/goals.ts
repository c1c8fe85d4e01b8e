import type { Link } from './document.ts';
import type { Text } from './text.ts';

declare module './resources.ts' {
  interface ResourceQueries {
    /** `GET {url}goals?period=…` */
    goals: { readonly period?: string };
  }
}

/** Actual states: how it is. Their words are in `synonyms/`. */
export const STATES = [
  'achieved', 'partly-achieved', 'in-progress', 'delayed', 'not-started',
  'not-achieved', 'postponed', 'cancelled', 'not-assessed', 'not-applicable',
] as const;
export type State = (typeof STATES)[number];

/** Forecasts: how it will be at the end of the period. Never merged or counted with states. */
export const FORECASTS = ['on-track', 'partly', 'at-risk', 'not-met', 'not-assessed'] as const;
export type Forecast = (typeof FORECASTS)[number];

/** A judgement as the city gave it. Without `code` it is a word nobody knows: shown as written, never coloured. */
export interface Judgement<Code extends string> {
  readonly code?: Code;
  /** The city's own word, as written; the code itself where the data gives nothing else. */
  readonly word: Text;
  /** What stood after the word in the same cell. */
  readonly note?: Text;
}

/** One measure of a goal, with its target where that is given as a number. */
export interface Measure {
  /** With its target where that is given in words; `''` where the report gives numbers alone. */
  readonly text: Text;
  readonly target?: number;
  readonly unit?: Text;
}

/** One reported outcome. */
export interface Actual {
  readonly text?: Text;
  /** The outcome as a number, in the measure's unit. */
  readonly value?: number;
  /** Index into the goal's `measures` where the two are paired; absent where they could not be. */
  readonly measure?: number;
}

/** A column that the report has and the model has no field for, kept and shown under its own header. */
export interface Detail {
  readonly label: Text;
  readonly text: Text;
}

/** What one period's report says of one goal. */
export interface GoalReport {
  /** The period's `id`. */
  readonly period: string;
  readonly actuals: readonly Actual[];
  readonly state?: Judgement<State>;
  readonly forecast?: Judgement<Forecast>;
  /** How much is done, 0–1; never a status. */
  readonly completion?: number;
  readonly details: readonly Detail[];
}

/** A goal (toiminnallinen tavoite). */
export interface Goal {
  /** From the data, or made from line and title; unique in its document. Letters, digits and hyphens. */
  readonly id: string;
  readonly title: Text;
  readonly focus?: Text;
  readonly line?: Text;
  readonly responsible: readonly Text[];
  readonly measures: readonly Measure[];
  readonly details: readonly Detail[];
  readonly links: readonly Link[];
  /** One per period that says anything of this goal, in the document's order. */
  readonly reports: readonly GoalReport[];
}

/** A reporting period (raportointijakso). */
export interface Period {
  /** Made from the label where the data gives none; `''` is never an id. */
  readonly id: string;
  /** Absent where neither the data nor an attribute names the period. */
  readonly label?: Text;
  /** ISO dates, inclusive. */
  readonly start?: string;
  readonly end?: string;
  /** ISO date on which the judgement was given. */
  readonly asOf?: string;
  /** Whose report it is. */
  readonly body?: Text;
}

/** A goal report: what `.data` of `<aukio-goal-status>` holds. */
export interface GoalReports {
  readonly goals: readonly Goal[];
  /** In the document's order; the last is the newest unless dates say otherwise. */
  readonly periods: readonly Period[];
}

/** How goals may be grouped: under their lines, as the report has them, or by something else. */
export const GOAL_GROUPINGS = ['line', 'focus', 'responsible', 'forecast', 'state', 'none'] as const;
export type GoalGrouping = (typeof GOAL_GROUPINGS)[number];

/** In which order they may come. */
export const GOAL_ORDERS = ['document', 'title', 'forecast', 'state', 'responsible'] as const;
export type GoalOrder = (typeof GOAL_ORDERS)[number];

/** What the editor's attributes say about how to read. */
export interface GoalOptions {
  /** The page's language, used where the document names none. */
  readonly lang: string;
  /** `columns="Mål=goal;Läge=forecast"` */
  readonly columns?: string;
  /** `status-legend="●=on-track;K=partly"` */
  readonly statusLegend?: string;
  /** Period, body and date for a document that does not name them. */
  readonly period?: string;
  readonly body?: string;
  readonly asOf?: string;
}

/** Codes of faults in goal reports; each has a sentence in every language. */
export const GOAL_FAULTS = [
  'no-table', 'no-goal-column', 'column-missing', 'column-twice', 'column-unknown', 'columns-option-unknown',
  'row-without-goal', 'cell-too-long', 'cell-fault', 'not-a-number', 'field-wrong', 'link-unsafe',
  'glued', 'unpaired', 'status-unknown', 'status-wordless', 'state-in-other-column', 'forecast-in-other-column', 'legend-option-unknown',
  'period-missing', 'body-missing', 'as-of-missing', 'id-twice', 'empty-table',
] as const;
export type GoalFault = (typeof GOAL_FAULTS)[number];
