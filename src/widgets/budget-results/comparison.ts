import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../core/announcer.ts';
import { inSlices } from '../../core/slices.ts';
import type { BallotResults } from '../../model/ballot-results.ts';
import { votersServed } from '../../model/recount.ts';
import { TALLY_RULES, tallySteps, type RefusedTally, type Tally } from '../../model/tally.ts';
import { renderTitle, titlesOf } from './count.ts';
import type { Details } from './details.ts';
import { renderVerdictOf } from './overview.ts';

/** The order of votes and equal shares: the one that decided by its own rule, the other by the usual one. */
function waysBeside(rule: string): readonly string[] {
  const decided = (TALLY_RULES as readonly string[]).includes(rule) ? rule.replace(/-comparison$/, '') : 'greedy';
  return decided.startsWith('equalshares') ? ['greedy', decided] : [decided, 'equalshares/add1'];
}

type Counted = readonly (Tally | RefusedTally)[];

/** The same votes, counted by their order and by equal shares. */
export class Comparison {
  #shown = false;
  #of: BallotResults | undefined;
  #counted: Counted | undefined;
  #counting: AbortController | undefined;

  constructor(private readonly details: Details) {}

  close(): void {
    this.#counting?.abort();
    this.#of = undefined;
  }

  readonly #toggle = (): void => {
    this.#shown = !this.#shown;
    this.details.host.requestUpdate();
  };

  async #count(results: BallotResults): Promise<void> {
    this.#of = results;
    this.#counted = undefined;
    const { signal } = (this.#counting = new AbortController());
    const counted: (Tally | RefusedTally)[] = [];
    const { election } = await this.details.recounting!;
    for (const way of waysBeside(results.rule)) counted.push(await inSlices(tallySteps(election, way), signal));
    this.#counted = counted;
    const { host } = this.details;
    announce(host.speaker.say('compare-done'), host.speaker.language);
    host.requestUpdate();
  }

  render(): TemplateResult {
    const { details } = this;
    const { host, results } = details;
    const { say } = host.speaker;
    if (this.#shown && this.#of !== results) {
      this.#count(results).catch(() => {
        // Taken off the page: it is counted again when it is looked at again.
      });
    }
    return html`<section part="comparison">
      ${details.heading(say('compare'))}
      <p>${say('compare-lead')}</p>
      <p class="no-print">
        <button type="button" part="button" aria-expanded=${this.#shown ? 'true' : 'false'} aria-controls="comparison" @click=${this.#toggle}>${say(this.#shown ? 'compare-hide' : 'compare-show')}</button>
      </p>
      <div id="comparison" ?hidden=${!this.#shown}>${!this.#shown ? nothing : this.#counted ? this.#renderWays(this.#counted) : html`<p class="message">${say('compare-running')}</p>`}</div>
    </section>`;
  }

  #renderWays(counted: Counted): TemplateResult {
    const { say } = this.details.host.speaker;
    const done = counted.filter((one): one is Tally => one.refused === undefined);
    const refusals = counted.flatMap(({ refused }) => refused ?? []);
    return html`${refusals.map((refusal) => html`<p class="message caution" part="refusal">${say(`refused-${refusal}`)}</p>`)}
      ${done.flatMap(({ unresolved }) => (unresolved ? [html`<p class="message caution">${say('tie-unresolved', { projects: titlesOf(unresolved, this.details) })}</p>`] : []))}
      ${done.length ? this.#renderTable(done) : nothing}`;
  }

  #renderTable(done: readonly Tally[]): TemplateResult {
    const { details } = this;
    const { host, results } = details;
    const { say, number, money } = host.speaker;
    const ids = results.election.projects.map(({ id }) => id).filter((id) => done.some((tally) => chosenBy(tally, id)));
    const wayOf = ({ rule }: Tally): string => say(rule === 'greedy-no-skip' ? 'way-no-skip' : rule === 'equalshares' ? 'way-not-raised' : rule.startsWith('greedy') ? 'count-order' : 'count-shares');
    const row = (label: unknown, cellOf: (tally: Tally) => unknown): TemplateResult => html`<tr role="row">
      <th role="rowheader" scope="row">${label}</th>
      ${done.map((tally) => html`<td role="cell"><span class="label" aria-hidden="true">${wayOf(tally)}</span> ${cellOf(tally)}</td>`)}
    </tr>`;
    return html`<table class="ways" role="table" aria-label=${say('compare')}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${say('column-project')}</th>
          ${done.map((tally) => html`<th role="columnheader" scope="col">${wayOf(tally)}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${ids.map((id) => row(renderTitle(id, details), (tally) => html`<span class=${chosenBy(tally, id) ? 'yes' : 'no'}>${renderVerdictOf(chosenBy(tally, id), host.speaker)}</span>`))}
      </tbody>
      <tbody class="sums" role="rowgroup">
        ${row(say('compare-projects'), ({ funded, partFunded }) => number(funded.length + (partFunded ? 1 : 0)))} ${row(say('figure-spent'), ({ spent }) => money(spent))} ${row(say('figure-left'), ({ left }) => money(left))}
        ${results.election.groups ? row(say('compare-happy'), (tally) => number(votersServed(results.election, tally) ?? 0)) : nothing}
      </tbody>
    </table>`;
  }
}

function chosenBy({ funded, partFunded }: Tally, id: string): boolean | 'part' {
  return partFunded?.project === id ? 'part' : funded.includes(id);
}
