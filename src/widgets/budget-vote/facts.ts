import { html, nothing, type TemplateResult } from 'lit';
import { ruleConditions, ruleName, tieSentences } from '../../core/counting-rules.ts';
import type { Ballot, GroupLimit } from '../../model/ballot.ts';
import type { Speaker } from './speaker.ts';
import { worded } from './card.ts';

/** What a voter has to know before the first choice. @param explained what the counting rule does; comes after the first view */
export function renderFacts(ballot: Ballot, speaker: Speaker, explained: readonly string[] = []): TemplateResult {
  const { say, money } = speaker;
  return html`<dl class="facts" part="facts">
    ${fact(say('how'), html`<ul role="list">${ruleSentences(ballot, speaker).map((sentence) => html`<li>${sentence}</li>`)}</ul>`)}
    ${fact(say('closes'), timeWords(ballot.closesAt, speaker))}
    ${fact(say('decides'), renderBinding(ballot, speaker))}
    ${ballot.budget ? fact(say('budget'), money(ballot.budget)) : nothing}
    ${renderCounting(ballot, speaker, explained)}
    ${fact(say('equal'), tieSentences(ballot.ties, say).join(' '))}
    ${fact(say('identify'), renderWays(ballot, speaker))}
    ${fact(say('change-mind'), say('change-until'))}
  </dl>`;
}

/** The rule by its name; what it does is opened. */
function renderCounting(ballot: Ballot, { say }: Speaker, explained: readonly string[]): unknown {
  const name = ruleName(ballot, say);
  if (!name) return nothing;
  const conditions = ruleConditions(ballot, say);
  const named = explained.length ? html`<details class="more"><summary>${name}</summary> <p>${explained.join(' ')}</p></details>` : html`<p>${name}</p>`;
  return fact(say('counting'), html`${named} ${conditions.length ? html`<p>${conditions.join(' ')}</p>` : nothing}`);
}

function fact(label: string, content: unknown): TemplateResult {
  return html`<div><dt>${label}</dt><dd>${content}</dd></div>`;
}

/** How a voter shows who she is: the one way, or the one of several that is for her. */
function renderWays({ identification, identificationFor = {} }: Ballot, speaker: Speaker): unknown {
  const { say } = speaker;
  const [only, another] = identification;
  if (!another) return say(`identify-${only!}`);
  return html`${say('identify-ways')}
    <ul class="ways" role="list">${identification.map((way) => html`<li><strong>${worded(identificationFor[way] ?? '', speaker)}</strong>: ${say(`identify-${way}`)}</li>`)}</ul>`;
}

/** An instant in Finland, and by the reader's own clock where that differs. */
export function timeWords(iso: string, { say, instant, instantHere }: Speaker): string {
  const here = instantHere(iso);
  return [say('finnish-time', { time: instant(iso) }), here && say('time-here', { time: here })].filter(Boolean).join(' ');
}

/** What becomes of the result: the same words before the first choice and beside the button that sends. */
export function renderBinding({ binding: { kind, body, note } }: Ballot, speaker: Speaker): unknown {
  const { say } = speaker;
  const named = body === undefined ? undefined : speaker.word(body).text;
  const sentence = kind === 'binding' ? say('binding-binding') : named === undefined ? say('binding-advisory-city') : say(`binding-${kind}`, { body: named });
  return html`${sentence} ${note === undefined ? nothing : worded(note, speaker)}`;
}

/** The rules of the vote as sentences. */
export function ruleSentences(ballot: Ballot, speaker: Speaker): readonly string[] {
  const { say, money } = speaker;
  const { rules } = ballot;
  const { method, min, max, minSpend, maxSpend, limits, maxAreas, maxOtherAreas } = rules;
  const counted = method === 'single' ? [] : [min === max ? say('rule-exactly', { count: min }) : '', min > 1 && min !== max ? say('rule-min', { count: min }) : '', max !== undefined && min !== max ? say('rule-max', { count: max }) : ''];
  return [
    method === 'knapsack' ? say('rule-knapsack', { limit: money(rules.maxSpend) }) : method === 'points' ? say('rule-points', { count: rules.points }) : say(`rule-${method}`),
    ...(method === 'points' ? [rules.minPoints ? say('rule-points-min', { count: rules.minPoints }) : '', rules.pointsPerProject ? say('rule-points-project', { count: rules.pointsPerProject }) : ''] : []),
    ...counted,
    method !== 'knapsack' && maxSpend !== undefined ? say('rule-max-spend', { limit: money(maxSpend) }) : '',
    minSpend === undefined ? '' : say('rule-min-spend', { limit: money(minSpend) }),
    maxAreas === undefined ? '' : say('rule-max-areas', { count: maxAreas }),
    maxOtherAreas === undefined ? '' : maxOtherAreas ? say('rule-other-areas', { count: maxOtherAreas }) : say('rule-own-area'),
    ...limits.map((limit) => limitSentence(limit, ballot, speaker)),
  ].filter(Boolean);
}

function limitSentence({ of, id, min, max, maxSpend }: GroupLimit, { areas, categories }: Ballot, { say, money, word }: Speaker): string {
  const group = (of === 'area' ? areas : categories).find((one) => one.id === id);
  const parts = [min ? say('limit-min', { count: min }) : '', max === undefined ? '' : say('limit-max', { count: max }), maxSpend === undefined ? '' : say('limit-spend', { limit: money(maxSpend) })].filter(Boolean);
  return `${group ? word(group.name).text : say(`limit-each-${of}`)}: ${parts.join(', ')}.`;
}
