import { html, nothing, type TemplateResult } from 'lit';
import { ruleConditions, tieSentences } from '../../core/counting-rules.ts';
import { ruleExplained } from '../../core/rule-explained.ts';
import { isScored } from '../../model/ballot.ts';
import { fractionToNumber } from '../../model/fraction.ts';
import { agrees } from '../../model/recount.ts';
import type { Tally } from '../../model/tally.ts';
import type { FundedStep, PartFundedStep, SkippedStep, Step } from '../../model/tally-steps.ts';
import type { Details } from './details.ts';
import { bar, mark } from './marks.ts';
import { renderVerdictOf, scoreWords, worded } from './overview.ts';

/** The rule, and the count by it in the reader's own browser. */
export function renderCount(details: Details): TemplateResult {
  const { host, counted, results } = details;
  const { say } = host.speaker;
  return html`<section part="recount">
    ${details.heading(say('count'))} ${ruleSentences(details).map((sentence) => html`<p>${sentence}</p>`)}
    ${!counted
      ? html`<p class="message">${say('recount-running')}</p>`
      : counted.refused
        ? html`<p class="message caution">${say(`refused-${counted.refused}`)}</p>`
        : html`${renderVerdict(counted, details)} ${results.election.groups ? html`<p>${say('recount-anonymous')}</p>` : nothing} ${renderPreferences(counted, details)} ${renderSteps(counted, details)}`}
  </section>`;
}

/** What was counted by, not what a ballot that was changed since says. */
function ruleSentences({ host, results: { rule, election: { threshold, partFundingPercent, ties } }, ballot }: Details): readonly string[] {
  const { say } = host.speaker;
  const { threshold: _, partFundingPercent: __, ...words } = ballot;
  const counted = { ...words, rule, ...(threshold !== undefined && { threshold }), ...(partFundingPercent !== undefined && { partFundingPercent }) };
  const tied = tieSentences(ties, say).join(' ');
  return [...ruleExplained(counted, say), ...ruleConditions(counted, say), ...(tied ? [`${say('equal')}: ${tied}`] : [])];
}

function renderVerdict(counted: Tally, details: Details): TemplateResult {
  const { results, ballot, host } = details;
  const { say } = host.speaker;
  const { election: { voters }, fromVotes, differing, votersDiffer } = details.recount!;
  const chosen = [...counted.funded, ...(counted.partFunded ? [counted.partFunded.project] : [])];
  const differences = [
    differing.length ? say('recount-differs-sums', { projects: titlesOf(differing, details) }) : '',
    votersDiffer ? say('recount-differs-voters', { count: voters }) : '',
    agrees(results, counted) ? '' : chosen.length ? say('recount-differs', { projects: titlesOf(chosen, details) }) : say('recount-differs-none'),
  ].filter(Boolean);
  if (differences.length) return html`<p class="message error" part="verdict">${mark('undecided')} ${differences.join(' ')}</p>`;
  const same = fromVotes ? say('recount-same', { count: voters }) : say(isScored(ballot) ? 'recount-points' : 'recount-totals');
  return html`<p class="message good" part="verdict">${mark('done')} ${same}</p>`;
}

/** Under a comparing rule, why this way of counting stands. */
function renderPreferences({ comparison }: Tally, { host }: Details): TemplateResult | typeof nothing {
  if (!comparison) return nothing;
  const { preferGreedy, preferEqualShares, indifferent } = comparison;
  const { say } = host.speaker;
  return html`<p>
    ${say('preferences', { greedy: preferGreedy, shares: preferEqualShares, same: indifferent })} ${say(preferGreedy > preferEqualShares ? 'preferences-greedy' : 'preferences-shares')}
  </p>`;
}

function renderSteps(counted: Tally, details: Details): TemplateResult {
  const { host, stepsShown, toggleSteps } = details;
  const { say } = host.speaker;
  return html`<p class="no-print">
      <button type="button" part="button" aria-expanded=${stepsShown ? 'true' : 'false'} aria-controls="steps" @click=${toggleSteps}>${say(stepsShown ? 'steps-hide' : 'steps-show')}</button>
    </p>
    <ol id="steps" class="steps" part="steps" role="list" aria-label=${say('steps')} ?hidden=${!stepsShown}>
      ${stepsShown ? counted.steps.map((step) => renderStep(step, details)) : nothing}
    </ol>`;
}

function renderStep(step: Step, details: Details): TemplateResult {
  const { host, results } = details;
  const { say } = host.speaker;
  if (step.kind === 'tie') {
    return html`<li class="step"><strong>${say('step-tie')}</strong> <span>${say(`tie-${step.by}`, { projects: titlesOf(step.projects, details), first: titlesOf([step.first], details) })}</span></li>`;
  }
  const skipped = step.kind === 'skipped';
  return html`<li class="step ${skipped ? '' : 'funded'}">
    <strong>${renderTitle(step.project, details)}</strong>
    <span class="verdict">${renderVerdictOf(step.kind === 'part-funded' ? 'part' : !skipped, host.speaker)}</span>
    <span>${skipped ? reasonWords(step, details) : fundedWords(step, details)}</span>
    ${!skipped && results.election.budget ? bar(step.left / results.election.budget, 'chosen') : nothing}
  </li>`;
}

function fundedWords(step: FundedStep | PartFundedStep, { host, ballot, recount }: Details): string {
  const { say, money } = host.speaker;
  const { project, cost, left } = step;
  const amounts = { cost: money(cost), left: money(left) };
  const { most, payments } = step.kind === 'funded' ? step : {};
  if (most && payments) return say('step-shares', { ...amounts, count: payments.reduce((sum, { voters }) => sum + voters, 0), most: money(Math.ceil(fractionToNumber(most))) });
  const score = recount!.election.projects.find(({ id }) => id === project)!.score;
  const support = scoreWords(score, ballot, host.speaker);
  return step.kind === 'funded' ? say('step-funded', { ...amounts, score: support }) : say('step-part', { ...amounts, score: support, granted: money(step.granted) });
}

/** Why a project gets no money. */
export function reasonWords({ reason, cost, left, had, because }: SkippedStep, details: Details): string {
  const { host, ballot, results } = details;
  const { say, money } = host.speaker;
  return say(`why-${reason}`, {
    cost: money(cost), left: money(left), threshold: scoreWords(results.election.threshold ?? 0, ballot, host.speaker),
    // Rounded down: what is a part of a cent short is short.
    had: had ? money(Math.floor(fractionToNumber(had))) : '',
    other: because === undefined ? '' : titlesOf([because], details),
  });
}

/** The names of projects, in the page's language where they have one. */
export function titlesOf(ids: readonly string[], { host, ballot }: Details): string {
  return ids.map((id) => host.speaker.word(ballot.projects.find((project) => project.id === id)?.title ?? id).text).join(', ');
}

/** A project's name, marked with its language. */
export function renderTitle(id: string, { host, ballot }: Details): TemplateResult {
  return worded(ballot.projects.find((project) => project.id === id)?.title ?? id, host.speaker);
}
