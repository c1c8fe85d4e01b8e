import { picture } from '../../core/dom.ts';
import type { Forecast, State } from '../../model/goals.ts';

/** How a judgement is coloured; a word nobody knows is neutral, never guessed. */
export type Tone = 'good' | 'caution' | 'bad' | 'neutral';

const RING = 'M8 .5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15Zm0 1.7a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2Z';
const DISC = 'M8 .5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15Z';
const TICK = 'M6.9 11.5 3.6 8.2l1.2-1.2 2.1 2.1 4.3-4.4L12.4 6Z';
const CROSS = 'M5.6 4.4 8 6.8l2.4-2.4 1.2 1.2L9.2 8l2.4 2.4-1.2 1.2L8 9.2l-2.4 2.4-1.2-1.2L6.8 8 4.4 5.6Z';
const DASH = 'M4.5 7.1h7v1.8h-7Z';

/**
 * A shape and a tone for each code. Forecasts are outlined, actual states are filled,
 * so that the two are told apart without reading and without colour.
 */
const FORECAST_MARKS: Record<Forecast, readonly [Tone, string]> = {
  'on-track': ['good', RING + TICK],
  'partly': ['caution', `${RING}M8 3.6a4.4 4.4 0 0 1 0 8.8Z`],
  'at-risk': ['caution', 'M8 .8 15.8 15H.2ZM8 4.2 3 13.3h10ZM7.2 7h1.6v3.2H7.2Zm0 4h1.6v1.5H7.2Z'],
  'not-met': ['bad', RING + CROSS],
  'not-assessed': ['neutral', RING + DASH],
};

const STATE_MARKS: Record<State, readonly [Tone, string]> = {
  'achieved': ['good', DISC + TICK],
  'partly-achieved': ['caution', `${DISC}M8 2.6a5.4 5.4 0 0 0 0 10.8Z`],
  'in-progress': ['neutral', `${DISC}M6.2 4.6 11.6 8l-5.4 3.4Z`],
  'delayed': ['caution', `${DISC}M7.2 3.6h1.6v3.9l2.6 2.1-1 1.3-3.2-2.6Z`],
  'not-started': ['neutral', RING],
  'not-achieved': ['bad', `M5 .5h6L15.5 5v6L11 15.5H5L.5 11V5Z${CROSS}`],
  'postponed': ['neutral', `${DISC}M4 7.1h4V4.6L12.2 8 8 11.4V8.9H4Z`],
  'cancelled': ['neutral', DISC + DASH],
  'not-assessed': ['neutral', RING + DASH],
  'not-applicable': ['neutral', 'M1 1h14v14H1Zm1.7 1.7v10.6h10.6V2.7Z'],
};

/** The shape of a judgement, and its tone; none for a word without a code. */
export function markOf(kind: 'state' | 'forecast', code: string | undefined): { tone: Tone; shape?: SVGElement } {
  const mark = (kind === 'state' ? STATE_MARKS : FORECAST_MARKS as Partial<Record<string, readonly [Tone, string]>>)[code as State];
  if (!mark) return { tone: 'neutral' };
  const [tone, d] = mark;
  return { tone, shape: picture('mark', '0 0 16 16', ['path', { d, 'fill-rule': 'evenodd' }]) };
}
