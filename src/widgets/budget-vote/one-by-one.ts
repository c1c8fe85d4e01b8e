import { html, nothing, type TemplateResult } from 'lit';
import { renderChoices } from '../../core/fields.ts';
import { isScored, type Project } from '../../model/ballot.ts';
import { isChosen } from '../../model/choosing.ts';
import { renderMeters, renderState } from './bar.ts';
import type { Casting } from './casting.ts';
import { renderControl } from './control.ts';
import { renderProject } from './project.ts';

/** One project at a time, whole, with yes or no: nothing to look for and nothing to keep in mind. */
export class OneByOne {
  #at = 0;
  readonly #projects: readonly Project[];

  constructor(private readonly casting: Casting) {
    this.#projects = casting.host.projects.filter(({ withdrawn }) => !withdrawn);
  }

  render(): TemplateResult {
    const { casting } = this;
    const { host } = casting;
    const { ballot, speaker, choices } = host;
    const { say } = speaker;
    const project = this.#projects[this.#at]!;
    const last = this.#at === this.#projects.length - 1;
    return html`<div class="one">
      ${host.renderPartHeading(say('one-place', { number: this.#at + 1, count: this.#projects.length }), 'stage-heading')}
      <ul class="cards" role="list">
        ${renderProject(host, project, { open: true, control: this.#renderQuestion(project) })}
      </ul>
      <div class="bar still">
        ${renderState(casting.voteState, speaker)}
        <div class="meter-text">${renderMeters(ballot, choices, speaker)}</div>
      </div>
      <p class="actions no-print">
        ${last
          ? html`<button type="button" class="primary" part="button" @click=${() => casting.review()}>${say('one-done')}</button>`
          : html`<button type="button" class="primary" part="button" @click=${() => this.#go(1)}>${say('one-next')}</button>`}
        ${this.#at > 0 ? html`<button type="button" part="button" @click=${() => this.#go(-1)}>${say('one-previous')}</button>` : nothing}
        ${last ? nothing : html`<button type="button" class="quiet" @click=${() => casting.review()}>${say('one-done')}</button>`}
        <button type="button" class="quiet" @click=${() => casting.open()}>${say('one-list')}</button>
      </p>
    </div>`;
  }

  #renderQuestion(project: Project): unknown {
    const { host } = this.casting;
    const { say } = host.speaker;
    if (isScored(host.ballot)) return renderControl(host, project);
    return renderChoices(
      { name: `yes-${project.id}`, label: say('one-question') },
      {
        options: [{ value: 'yes', text: say('yes') }, { value: 'no', text: say('no') }],
        chosen: [isChosen(host.choices, project.id) ? 'yes' : 'no'],
        choose: ([answer]) => host.choose(project.id, answer === 'yes'),
      },
    );
  }

  #go(by: number): void {
    this.#at += by;
    this.casting.host.requestUpdate();
    void this.casting.host.focusOn('.stage-heading');
  }
}
