import { html, nothing, type TemplateResult } from 'lit';
import { h } from '../../core/dom.ts';
import { inSlices } from '../../core/slices.ts';
import { compareReports, type GoalChange, type NumberChange, type ReportComparison } from '../../model/goal-comparison.ts';
import type { Goal, GoalReports, Judgement, Period } from '../../model/goals.ts';
import { goalsResource } from '../../model/goals-resource.ts';
import { newestPeriod } from '../../model/goal-report.ts';
import { findPeriod } from '../../model/periods.ts';
import { wordingOf, type Text } from '../../model/text.ts';
import { readDocument } from '../../sources/document.ts';
import type { AukioGoalStatus } from './goal-status.ts';
import { judgementWord, type Speaker } from './row.ts';
import type { Tools } from './tools.ts';

/** What has changed since an earlier report, of the same file or of one of its own. */
export class Comparison {
  /** Ids of the goals that have changed. */
  changed: ReadonlySet<string> = new Set();
  #result: ReportComparison | undefined;
  #earlier: Period | undefined;
  #failed = false;

  constructor(private readonly host: AukioGoalStatus) {}

  /** Compares what is shown now; without `compare-with` and `compare-src` there is nothing to compare. */
  async compare(signal: AbortSignal): Promise<void> {
    const { host } = this;
    this.#result = undefined;
    this.changed = new Set();
    this.#failed = false;
    if (!host.compareWith && !host.compareSrc) return;
    const now = host.shownPeriod;
    let earlier: GoalReports | undefined = host.data;
    try {
      if (host.compareSrc) earlier = await this.#read(host.compareSrc, signal);
    } catch (error) {
      signal.throwIfAborted();
      this.#failed = true;
      console.warn('aukio: compare-src could not be read', error);
      return;
    }
    const period = earlier && (host.compareWith ? findPeriod(earlier.periods, host.compareWith) : newestPeriod(earlier.periods));
    if (!now || !earlier || !period || (earlier === host.data && period.id === now.id)) return;
    this.#earlier = period;
    const comparing = compareReports(
      { goals: host.data?.goals ?? [], period: now.id, body: now.body },
      { goals: earlier.goals, period: period.id, body: period.body },
    );
    this.#result = await inSlices(comparing, signal);
    this.changed = new Set([...this.#result.changes].flatMap(([id, change]) => (change.kind === 'changed' ? [id] : [])));
  }

  async #read(src: string, signal: AbortSignal): Promise<GoalReports> {
    const { host } = this;
    const lang = host.speaker.language;
    const raw = await readDocument(src, { signal, lang, credentials: host.credentials === 'same-origin' ? 'same-origin' : 'omit' });
    const { columns, statusLegend, compareWith } = host;
    const options = { lang, ...(columns && { columns }), ...(statusLegend && { statusLegend }), ...(compareWith && { period: compareWith }) };
    return (await inSlices(goalsResource.accept(raw, options), signal)).data;
  }

  /** Writes into a goal's row what has changed in it. */
  mark(row: HTMLElement, { id }: Goal): void {
    const result = this.#result;
    const { speaker } = this.host;
    row.querySelector('.changes')?.remove();
    const change = result?.changes.get(id);
    const lines = result && change ? wordsOf(change, result.sameBody, speaker) : [];
    if (lines.length) {
      row.firstElementChild?.append(h('ul', { class: 'changes', part: 'change', role: 'list', 'aria-label': speaker.say('change') }, ...lines.map((line) => h('li', {}, line))));
    }
  }

  /** How much has changed, and why goals may be missing. */
  render(tools: Tools): TemplateResult | typeof nothing {
    const { say, language } = this.host.speaker;
    if (this.#failed) return html`<p class="message">${say('compare-failed')}</p>`;
    const result = this.#result;
    if (!result) return nothing;
    const { changed, onlyNow, onlyEarlier } = result.counts;
    const now = this.host.shownPeriod?.body;
    const earlier = this.#earlier?.body;
    const words = (text: Text): string => wordingOf(text, language).text;
    return html`<section class="message comparison" part="comparison">
      <p><strong>${say('changes', { period: this.#earlier?.label === undefined ? (this.#earlier?.id ?? '') : words(this.#earlier.label) })}</strong></p>
      <p>
        ${changed ? say('changes-count', { count: changed }) : say('changes-none')}
        ${onlyNow ? say('only-now-count', { count: onlyNow }) : nothing} ${onlyEarlier ? say('only-earlier-count', { count: onlyEarlier }) : nothing}
      </p>
      ${result.sameBody || !(onlyNow || onlyEarlier)
        ? nothing
        : html`<p>${now && earlier ? say('bodies-differ', { now: words(now), earlier: words(earlier) }) : say('bodies-unknown')}</p>`}
      ${changed
        ? html`<p class="no-print">
            <button type="button" aria-pressed=${tools.filters.changed} @click=${() => tools.choose({ changed: !tools.filters.changed })}>${say('changes-only')}</button>
          </p>`
        : nothing}
    </section>`;
  }

  /** Goals that only the earlier report has. */
  renderGone(): TemplateResult | typeof nothing {
    const result = this.#result;
    if (!result?.onlyEarlier.length) return nothing;
    const { say, language } = this.host.speaker;
    return html`<section class="gone" part="gone">
      <p><strong>${say(result.sameBody ? 'gone-goal' : 'not-in-this')}</strong></p>
      <ul>${result.onlyEarlier.map((goal) => html`<li>${wordingOf(goal.title, language).text}</li>`)}</ul>
    </section>`;
  }
}

function wordsOf(change: GoalChange, sameBody: boolean, speaker: Speaker): string[] {
  const { say, percent } = speaker;
  if (change.kind === 'same') return [];
  if (change.kind === 'only-now') return [say(sameBody ? 'new-goal' : 'not-in-earlier')];
  const judged = (kind: 'state' | 'forecast'): string[] => {
    const judgement = change[kind];
    const word = (one: Judgement<never> | undefined): string => (one ? judgementWord(kind, one, speaker).text : say('not-said'));
    return judgement ? [say('word-changed', { label: say(kind), before: word(judgement.before as never), after: word(judgement.after as never) })] : [];
  };
  const done = change.completion;
  return [
    ...change.numbers.map((number) => numberWords(number, speaker)),
    ...(done ? [say('word-changed', { label: say('completion'), before: done.before === undefined ? say('not-said') : percent(done.before), after: done.after === undefined ? say('not-said') : percent(done.after) })] : []),
    ...judged('state'),
    ...judged('forecast'),
    ...(change.textChanged ? [say('text-updated')] : []),
  ];
}

function numberWords({ before, after, target }: NumberChange, { say, number }: Speaker): string {
  const words = (value: number | undefined): string => (value === undefined ? say('not-said') : number(value));
  return target === undefined
    ? say('number-changed', { before: words(before), after: words(after) })
    : say('number-changed-of', { before: words(before), after: words(after), target: number(target) });
}
