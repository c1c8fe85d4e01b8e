import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../core/announcer.ts';
import { saveFile } from '../../core/save-file.ts';
import { isScored } from '../../model/ballot.ts';
import type { Details } from './details.ts';

/** The result as files, and on paper. What makes a file is loaded when it is asked for. */
export class Files {
  #failed = false;

  constructor(private readonly details: Details) {}

  render(): TemplateResult {
    const { details } = this;
    const { say } = details.host.speaker;
    return html`<section part="downloads" class="no-print">
      ${details.heading(say('files'))}
      <p class="actions">
        <button type="button" part="button" @click=${this.#csv}>${say('download-csv')}</button>
        ${this.#votes === 'made' ? html`<button type="button" part="button" @click=${this.#pb}>${say('download-pb')}</button>` : nothing}
        <button type="button" part="button" @click=${() => print()}>${say('print')}</button>
      </p>
      ${this.#renderVotes()} ${this.#failed ? html`<p class="message error">${say('download-failed')}</p>` : nothing}
    </section>`;
  }

  /** What there is of the votes: a file of the city's, one that can be made of what was read, or why there is none. */
  get #votes(): URL | 'made' | 'download-pb-totals' | 'download-pb-scores' {
    const { ballot, results, host } = this.details;
    const file = results.votesFile === undefined ? undefined : host.publishedAddress(results.votesFile);
    if (file) return file;
    if (!results.election.groups) return 'download-pb-totals';
    return isScored(ballot) ? 'download-pb-scores' : 'made';
  }

  #renderVotes(): TemplateResult {
    const { say } = this.details.host.speaker;
    const votes = this.#votes;
    if (votes instanceof URL) return html`<p><a href=${votes.href} download>${say('download-pb')}</a></p><p class="hint">${say('download-pb-hint')}</p>`;
    return html`<p class="hint">${say(votes === 'made' ? 'download-pb-hint' : votes)}</p>`;
  }

  readonly #csv = (): void => {
    void this.#save('csv', 'text/csv;charset=utf-8', async () => (await import('./table.ts')).resultTable(this.details));
  };

  readonly #pb = (): void => {
    void this.#save('pb', 'text/plain;charset=utf-8', async () => (await import('./votes-file.ts')).votesFile(this.details));
  };

  async #save(ending: string, type: string, make: () => Promise<string>): Promise<void> {
    const { host, ballot } = this.details;
    const { say, language } = host.speaker;
    try {
      const text = await make();
      this.#failed = false;
      saveFile(`${say('file-name')}-${ballot.id.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.${ending}`, text, type);
    } catch {
      this.#failed = true;
      announce(say('download-failed'), language);
    }
    host.requestUpdate();
  }
}
