import { ContextProvider } from '@lit/context';
import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { createRestSource } from '../../sources/rest.ts';
import { sourceContext, type DataSource } from '../../sources/source.ts';
import { createStaticSource } from '../../sources/static.ts';
import { version } from '../../version.ts';

const TYPES = ['rest', 'json', 'csv'] as const;

/** Serves every widget of the page that no other source is nearer to. */
let pageWide: ContextProvider<typeof sourceContext> | undefined;

/**
 * A data source for the widgets inside it; without children, for all widgets of the page.
 *
 * @summary Tells widgets where their data comes from and where it goes to.
 * @tagname aukio-source
 * @slot - The widgets that it serves.
 */
export class AukioSource extends LitElement {
  static readonly version: string = version;

  /** What answers at `url`: `rest` (`GET {url}goals`), or files: `json` (`{url}goals.json`), `csv`. */
  @property() type = 'rest';

  /** The base address, resolved against the page's. */
  @property() url: string | undefined = undefined;

  /** A source of your own, instead of `type` and `url`. */
  @property({ attribute: false }) source: DataSource | undefined = undefined;

  #provider: ContextProvider<typeof sourceContext> | undefined;

  static override get observedAttributes(): string[] {
    return super.observedAttributes.flatMap((name) => [name, `data-${name}`]);
  }

  override attributeChangedCallback(name: string, before: string | null, _after: string | null): void {
    const plain = name.replace(/^data-/, '');
    super.attributeChangedCallback(plain, before, this.getAttribute(`data-${plain}`) ?? this.getAttribute(plain));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#provider === pageWide) pageWide?.setValue(undefined as unknown as DataSource);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#provide();
  }

  protected override updated(_changed: PropertyValues): void {
    this.#provide();
  }

  /** The value is a service: it changes when the attributes do, never with its data. */
  #provide(): void {
    const source = this.source ?? this.#made();
    if (!source) return;
    if (this.childElementCount) this.#provider ??= new ContextProvider(this, { context: sourceContext });
    else this.#provider ??= pageWide ??= new ContextProvider(document.documentElement, { context: sourceContext });
    this.#provider.setValue(source);
    // An element that is not Lit's does not announce its provider by itself, and widgets may have asked already.
    if (this.#provider === pageWide) pageWide.hostConnected();
  }

  #made(): DataSource | undefined {
    if (this.url === undefined) return undefined;
    const type = TYPES.find((known) => known === this.type);
    if (!type) console.warn(`aukio: <aukio-source type="${this.type}"> is unknown; use ${TYPES.join(', ')}.`);
    return type === 'json' || type === 'csv' ? createStaticSource(this.url, type) : createRestSource(this.url);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
