import { html, nothing, type TemplateResult } from 'lit';
import type { Holiday } from '../../model/holidays.ts';
import { comingExceptions, openNow, type LocalTime, type OpenState } from '../../model/open-now.ts';
import { WEEKDAYS, type HolidayRule, type OpeningHours, type Span, type Weekday, type WeeklySpan } from '../../model/opening-hours.ts';
import { wordingOf } from '../../model/text.ts';
import { facts, type Speaker } from './card.ts';

/** A shape for each state, so that none is told by colour alone: a disc with a tick, a ring with a bar, a triangle. */
const SHAPES: Readonly<Record<OpenState['kind'], string>> = {
  open: 'M8 .5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM6.9 11.5 3.6 8.2l1.2-1.2 2.1 2.1 4.3-4.4L12.4 6Z',
  closed: 'M8 .5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15Zm0 1.7a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2ZM4.5 7.1h7v1.8h-7Z',
  unknown: 'M8 .8 15.8 15H.2ZM8 4.2 3 13.3h10ZM7.2 7h1.6v3.2H7.2Zm0 4h1.6v1.5H7.2Z',
};

/** Whether it is open now, in words and by a shape. Not printed: paper does not know what time it is. */
export function renderState(hours: OpeningHours | undefined, now: Date, speaker: Speaker): TemplateResult | typeof nothing {
  const state = hours && openNow(hours, now);
  if (!state) return nothing;
  return html`<p class="state ${state.kind} no-print" part="state">
    <svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d=${SHAPES[state.kind]}></path></svg> <span>${sentence(state, speaker)}</span>
  </p>`;
}

function sentence(state: OpenState, speaker: Speaker): string {
  const { say } = speaker;
  const holiday = ({ name }: Holiday): string => say(`holiday-${name}`);
  if (state.kind === 'unknown') return say('hours-unknown', { holiday: holiday(state.holiday) });
  const { until } = state;
  if (!until) {
    return state.holiday ? say(`${state.kind}-before-holiday`, { holiday: holiday(state.holiday) }) : say(state.kind);
  }
  const time = timeWords(until.time, speaker);
  // A night that goes on past midnight needs no day.
  const isTonight = until.inDays === 0 || (state.kind === 'open' && until.inDays === 1 && until.time <= '06:00');
  return isTonight ? say(`${state.kind}-until`, { time }) : say(`${state.kind}-until-day`, { time, day: dayWords(until, speaker) });
}

function dayWords({ date, inDays }: LocalTime, { say, date: dateWords }: Speaker): string {
  if (inDays === 1) return say('tomorrow');
  if (inDays > 6) return say('on-date', { date: dateWords(date) });
  return say(`on-${WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7]!}`);
}

/** The week, where the city has not written it out itself. */
export function renderWeek(hours: OpeningHours | undefined, speaker: Speaker): TemplateResult | typeof nothing {
  return hours?.weekly && hours.text === undefined ? facts(speaker.say('hours'), renderLines(weekLines(hours.weekly, speaker))) : nothing;
}

/** Days that differ from the week and are not over yet, and what holds on holidays. */
export function renderOtherHours(hours: OpeningHours | undefined, now: Date, speaker: Speaker): TemplateResult | typeof nothing {
  if (!hours) return nothing;
  const { say } = speaker;
  const lines = [
    ...comingExceptions(hours, now).map(({ from, to, spans, weekly, name }): [string, string] => [
      [from, ...(to === from ? [] : [to])].map(speaker.date).join(' – ') + (name === undefined ? '' : `, ${wordingOf(name, speaker.language).text}`),
      weekly ? weekLines(weekly, speaker).map((line) => line.join(' ')).join(', ') : spansWords(spans ?? [], speaker),
    ]),
    ...ruleLines(say('on-holidays'), hours.holidays, speaker),
    ...ruleLines(say('on-eves'), hours.eves, speaker),
  ];
  return lines.length ? facts(say('other-hours'), renderLines(lines)) : nothing;
}

function renderLines(lines: readonly (readonly [string, string])[]): TemplateResult {
  return html`<ul role="list" class="week">${lines.map(([days, words]) => html`<li><span>${days}</span> <span>${words}</span></li>`)}</ul>`;
}

function ruleLines(label: string, rule: HolidayRule | undefined, speaker: Speaker): readonly [string, string][] {
  if (rule === undefined) return [];
  return [[label, rule === 'as-usual' ? speaker.say('as-usual') : spansWords(rule, speaker)]];
}

/** Days that follow each other and have the same hours stand on one line. */
function weekLines(weekly: readonly WeeklySpan[], speaker: Speaker): readonly [string, string][] {
  const lines: { first: Weekday; last: Weekday; words: string }[] = [];
  for (const day of WEEKDAYS) {
    const spans = weekly.filter(({ days }) => days.includes(day));
    const words = spansWords(spans, speaker);
    const above = lines.at(-1);
    if (above?.words === words) above.last = day;
    else lines.push({ first: day, last: day, words });
  }
  return lines.map(({ first, last, words }) => [first === last ? dayName(first, speaker) : `${dayName(first, speaker)}–${dayName(last, speaker)}`, words]);
}

function spansWords(spans: readonly Span[], speaker: Speaker): string {
  if (!spans.length) return speaker.say('hours-closed');
  return [...spans].sort((a, b) => a.opens.localeCompare(b.opens)).map(({ opens, closes }) => `${timeWords(opens, speaker)}–${timeWords(closes, speaker)}`).join(', ');
}

function dayName(day: Weekday, { moments }: Speaker): string {
  // 1 January 2024 was a Monday.
  return moments({ weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(day)));
}

function timeWords(time: string, { moments }: Speaker): string {
  const format = moments({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' });
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  // No clock of `Intl` knows the end of the day.
  return hour === 24 ? format.format(Date.UTC(2024, 0, 1, 23, 0)).replace('23', '24') : format.format(Date.UTC(2024, 0, 1, hour, minute));
}
