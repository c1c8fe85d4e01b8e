import { html, isServer, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { MessageKey } from '../i18n/languages.ts';
import { RefusedDocument, type Accepted, type Fault, type Resource } from '../model/gate.ts';
import type { Query, ResourceName } from '../model/resources.ts';
import { DOCUMENT_TYPES, readDocument, type DocumentType } from '../sources/document.ts';
import { asSourceError, SourceError } from '../sources/errors.ts';
import { readLightDom } from '../sources/light-dom.ts';
import type { DataSource } from '../sources/source.ts';
import { AukioElement } from './element.ts';
import { ErrorEvent, ReadyEvent } from './events.ts';
import { inSlices } from './slices.ts';

/** Where the data comes from: the closest of the origins that are there. */
interface Origin {
  readonly read: (signal: AbortSignal) => unknown;
  /** Set where the data is what stands inside the element. */
  readonly light?: true;
}

/** Comes beside what has to be fetched. Of what was on the page before, nothing is said. */
const announcer = (): Promise<typeof import('./announcer.ts')> => import('./announcer.ts');

/**
 * A widget that shows one resource. Reads from the closest origin: the `source` property, `src`, the table inside,
 * the nearest `<aukio-source>`, the page's default one. The page's own content stays in view until data is there.
 */
export abstract class AukioDataElement<Item, Data, Options, Name extends ResourceName, Words extends string = never> extends AukioElement<Words> {
  /** The address of one document: JSON, CSV, Word (.docx), Excel (.xlsx) or a page with the table. */
  @property() src: string | undefined = undefined;

  /** What `src` is, where its ending does not tell: `json`, `csv`, `docx`, `xlsx` or `html`. */
  @property() type: DocumentType | undefined = undefined;

  /** `same-origin` for a file behind the site's own login; nothing is sent with the request otherwise. */
  @property() credentials: 'same-origin' | undefined = undefined;

  /** A source that a developer wrote; it comes before everything else. */
  @property({ attribute: false }) source: DataSource | undefined = undefined;

  /** What was accepted, read-only; undefined before and after a failure. */
  get data(): Data | undefined {
    return this.accepted?.data;
  }

  protected abstract readonly resource: Resource<Item, Data, Options>;

  /** What the editor reads of this widget's own faults; the general sentences serve without it. */
  protected readonly editorSentences: import('./editor-notes.ts').EditorSentences | undefined = undefined;

  /** What the gate let through the last time. */
  @state() protected accepted: Accepted<Data> | undefined = undefined;
  @state() private failure: SourceError | undefined = undefined;
  @state() private slow = false;
  /** Counted up when what stands inside the element has changed, or when the resident tries again. */
  @state() private revision = 0;
  @state() private notesView: typeof import('./editor-notes.ts') | undefined = undefined;

  /** The nearest `<aukio-source>`'s, asked for only where nothing closer is there. */
  @state() protected nearest: DataSource | undefined = undefined;

  /** Whether this reading takes no answer that was given before. */
  protected fresh = false;

  #asked = false;
  #light: MutationObserver | undefined;
  #fromLight = false;
  #asking: readonly unknown[] = [];
  #reading: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // Never disconnected: a script that fills the element and moves it at once would not be noticed.
    this.#light ??= new MutationObserver(() => this.#lightChanged());
    this.#light.observe(this, { childList: true, subtree: true, characterData: true });
    if (document.readyState === 'loading') document.addEventListener('readystatechange', () => this.#lightChanged(), { once: true });
  }

  /** How the gate is to read, from the attributes. A changed value reads anew. */
  protected abstract options(lang: string): Options;

  /** Whether what is shown now needs no data, so that none is asked for. */
  protected get dataless(): boolean {
    return false;
  }

  /** Whether what the nearest source has may be in what is read; what is closer is not read again when that changes. */
  protected get readsNearest(): boolean {
    return !this.source && this.src === undefined;
  }

  /** A source that an attribute of the widget's own names: it is closer than any around it. */
  protected namedSource(): DataSource | undefined | Promise<DataSource> {
    return undefined;
  }

  /** What a source is asked for. */
  protected abstract query(): Query<Name>;

  /**
   * Items have passed the gate; the whole is not there yet. A promise that it returns is waited for before more are read.
   * @param all what this reading has given so far; an item that has grown stands in it again
   * @param loading whether the others have to wait for something that is being loaded
   */
  protected abstract itemsAccepted(all: readonly Item[], loading: boolean): unknown;

  /** What the attributes hold that nobody understands. */
  protected attributeFaults(): Fault[] {
    const faults: Fault[] = [];
    this.choice('type', this.type, DOCUMENT_TYPES, faults);
    this.choice('credentials', this.credentials, ['omit', 'same-origin'], faults);
    return faults;
  }

  /** Reads again from the start, and asks anew whatever this page has read before. */
  reload(): void {
    this.fresh = true;
    this.revision += 1;
  }

  /**
   * Nothing is attached before there is something to show: the browser would lay out all that stands inside once more,
   * which for a long table takes longer than to read it.
   */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // Lit types it as what it is in browsers.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition
    return isServer || (this.shadowRoot && !this.inView) || this.#showsMore ? super.createRenderRoot() : document.createDocumentFragment();
  }

  protected override update(changed: PropertyValues): void {
    if (this.#showsMore) this.attached();
    super.update(changed);
  }

  /** The shadow root, attached now where it was not. */
  protected attached(): ShadowRoot {
    if (this.renderRoot !== this.shadowRoot) {
      // What stands there has been in view since before this class came; now comes all of it.
      this.shadowRoot?.replaceChildren();
      (this as { renderRoot: HTMLElement | DocumentFragment }).renderRoot = super.createRenderRoot();
    }
    return this.shadowRoot!;
  }

  /** Whether a part of what there is to show is in view already, put there by somebody else. */
  protected get inView(): boolean {
    return false;
  }

  /** Whether there is more to show than what stands inside the element. */
  get #showsMore(): boolean {
    return this.failure !== undefined || (this.slow && !this.inView) || this.hasContent;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // Lit types it as what it is in browsers.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition
    if (isServer || this.dataless) return;
    const asking = [this.source, this.src, this.type, this.credentials, this.readsNearest && this.nearest, this.revision, ...Object.values<unknown>(this.options(this.language) as Record<string, unknown>)];
    if (this.#asking.length === asking.length && asking.every((value, index) => value === this.#asking[index])) return;
    this.#asking = asking;
    this.#reading?.abort();
    this.#reading = new AbortController();
    void this.#read(this.#reading.signal);
  }

  async #read(signal: AbortSignal): Promise<void> {
    const slow = setTimeout(() => (this.slow = !this.#fromLight), 1000);
    this.condition = 'loading';
    try {
      const origin = await this.#origin();
      if (signal.aborted) return;
      if (!origin) {
        // Content may still be on its way from the server.
        if (document.readyState === 'loading' || (await this.askAround())) return;
        throw new SourceError('not-found', { fault: { code: 'no-source' } });
      }
      this.#fromLight = origin.light ?? false;
      const raw = await origin.read(signal);
      const all: Item[] = [];
      const accepted = await inSlices(this.resource.accept(raw, this.options(this.language)), signal, (items, loading) => {
        all.push(...items);
        return this.itemsAccepted(all, loading);
      });
      clearTimeout(slow);
      this.failure = undefined;
      this.accepted = accepted;
      await this.updateComplete;
      await this.placed();
      signal.throwIfAborted();
      this.condition = accepted.count ? 'ready' : 'empty';
      if (!this.#fromLight) this.#announce(this.readySentence(accepted));
      const ready = new ReadyEvent({ count: accepted.count });
      this.dispatchEvent(ready);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    } finally {
      clearTimeout(slow);
      if (!signal.aborted) {
        this.#reading = undefined;
        this.fresh = this.slow = false;
      }
    }
  }

  /** Resolves when what was accepted is on the page; a widget may wait for what belongs above it. */
  protected placed(): Promise<void> | void {}

  /** What is said when data has come, or that there is none. */
  protected abstract readySentence(accepted: Accepted<Data>): string;

  async #origin(): Promise<Origin | undefined> {
    const { source, src } = this;
    if (source ?? src) announcer().catch(() => {});
    if (source) return this.#ask(source);
    if (src !== undefined) {
      const type = DOCUMENT_TYPES.find((known) => known === this.type);
      const credentials = this.credentials === 'same-origin' ? 'same-origin' : 'omit';
      return { read: (signal) => readDocument(src, { signal, lang: this.language, credentials, fresh: this.fresh, ...(type && { type }) }) };
    }
    if (document.readyState === 'loading') {
      // What it takes to read the content is there when the content is: read before the browser lays it out, it is never laid out.
      await this.resource.recognises([], this.options(this.language));
    } else if (this.querySelector('table,ul,ol,dl')) {
      const beginning = readLightDom(this);
      for (const read of this.resource.startsPlain ? [() => beginning, beginning.whole] : [beginning.whole]) {
        const own = await read();
        if (await this.resource.recognises(own.blocks, this.options(this.language))) return { read: () => own, light: true };
      }
    }
    const named = (await this.namedSource()) ?? this.nearest;
    return named && this.#ask(named);
  }

  /** Asks for the nearest `<aukio-source>`; whether there is one. One that comes later is taken then. */
  protected async askAround(): Promise<boolean> {
    const { consumeSource } = await import('./nearest-source.ts');
    if (!this.#asked) consumeSource(this, (source) => (this.nearest = source));
    this.#asked = true;
    return this.nearest !== undefined;
  }

  #ask(source: DataSource): Origin {
    return { read: (signal) => source.read(this.resource.name as Name, this.query(), { signal, lang: this.language, fresh: this.fresh }) };
  }

  #fail(error: unknown): void {
    const failure = asSourceError(error instanceof RefusedDocument ? new SourceError('invalid-data', { fault: error.fault, cause: error }) : error);
    this.accepted = undefined;
    this.failure = failure;
    this.condition = 'error';
    const message = this.#failureSentence(failure);
    this.warnOnce(`${this.localName}: ${failure.message}`);
    if (this.messages) this.#announce(message);
    const event = new ErrorEvent({ kind: failure.kind, message });
    this.dispatchEvent(event);
  }

  #announce(sentence: string): void {
    const lang = this.language;
    announcer().then(({ announce }) => announce(sentence, lang), () => {});
  }

  #failureSentence(failure: SourceError): string {
    return this.say(failure.fault?.code === 'no-source' ? 'error-no-source' : (`error-${failure.kind}` satisfies MessageKey));
  }

  #lightChanged(): void {
    // With `src` the content is a fallback and is not parsed; a source that answered is not asked again.
    if (this.src === undefined && (this.#fromLight || !this.accepted)) this.revision += 1;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.preview && !this.notesView && this.#faults().length) {
      import('./editor-notes.ts').then((view) => (this.notesView = view), () => {});
    }
  }

  #faults(): Fault[] {
    const failed = this.failure?.fault ?? (this.failure && { code: `source-${this.failure.kind}` });
    return [...(failed ? [failed] : []), ...this.attributeFaults(), ...(this.accepted?.skipped ?? []), ...(this.accepted?.notes ?? [])];
  }

  protected override renderBody(): unknown {
    return [this.failure && !this.dataless ? this.#renderFailure(this.failure) : nothing, this.hasContent ? this.renderContent() : this.#renderFallback(), this.#renderNotes()];
  }

  /** Whether there is something to show yet. */
  protected abstract get hasContent(): boolean;

  /** What is shown once there is data. */
  protected abstract renderContent(): unknown;

  #renderFallback(): unknown {
    return html`<slot></slot>${this.slow ? html`<p class="message" part="loading">${this.say('loading')}</p>` : nothing}`;
  }

  #renderFailure(failure: SourceError): unknown {
    const sourceless = failure.fault?.code === 'no-source';
    // What the editor put there instead is then all that there is to say to residents.
    if (sourceless && this.textContent.trim() && !this.preview) return nothing;
    const below = this.textContent.trim() && !sourceless;
    return html`<div class="message error" part="error">
      <p>${this.#failureSentence(failure)} ${below ? this.say('below-original') : nothing}</p>
      ${failure.retry ? html`<p><button type="button" part="button" @click=${this.reload}>${this.say('try-again')}</button></p>` : nothing}
      ${this.renderHelp()}
    </div>`;
  }

  /** The other way to reach the city, repeated wherever something does not work. */
  protected renderHelp(): unknown {
    const slotted = this.querySelector(':scope > [slot="help"]');
    return html`<p ?hidden=${!this.help && !slotted}>${this.say('help-lead')} <slot name="help">${this.help}</slot></p>`;
  }

  /** The file that the editor linked inside the element stays at hand below what was made of it. */
  protected renderOriginal(): unknown {
    const { src } = this;
    if (src === undefined || !URL.canParse(src, document.baseURI)) return nothing;
    const file = (href: string): string => href.split('#')[0]!;
    const address = file(new URL(src, document.baseURI).href);
    const link = [...this.querySelectorAll('a')].find(({ href }) => file(href) === address);
    return link && html`<p class="original">${this.say('original')} <a href=${address}>${link.textContent}</a></p>`;
  }

  /** A fault with its values as they are written in the page's language. */
  protected faultForReading(fault: Fault): Fault {
    return fault;
  }

  #renderNotes(): unknown {
    return this.notesView && this.preview ? this.notesView.renderEditorNotes(this.#faults().map((fault) => this.faultForReading(fault)), this.language, this.editorSentences) : nothing;
  }

  /** Whether the reading is still going on. */
  protected get reading(): boolean {
    return this.#reading !== undefined;
  }
}
