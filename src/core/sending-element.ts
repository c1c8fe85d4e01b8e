import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { ResourceName } from '../model/resources.ts';
import { isSafeLink } from '../model/safe-link.ts';
import type { DataSource } from '../sources/source.ts';
import { flag } from './attributes.ts';
import { AukioDataElement } from './data-element.ts';
import type { Ways } from './sending.ts';

/** A widget that shows a resource and sends something of the resident's: where to, on whose device, and where the focus goes. */
export abstract class AukioSendingElement<Item, Data, Options, Name extends ResourceName, Words extends string = never> extends AukioDataElement<Item, Data, Options, Name, Words> {
  /**
   * The base address of the REST service that is sent to, and that is read from where no `src` names a document.
   * Without it, the `source` property or the nearest `<aukio-source>` is asked.
   */
  @property() endpoint: string | undefined = undefined;

  /** For a computer that many use: nothing is kept on it, and the form is emptied when nobody uses it. */
  @property({ attribute: 'shared-device', type: Boolean, converter: flag }) sharedDevice = false;

  /**
   * Where it may be sent to, the closest first.
   * @internal
   */
  get ways(): Ways {
    return { source: this.source, endpoint: this.endpoint, nearest: this.nearest };
  }

  /**
   * Where it is sent to now.
   * @throws {SourceError} `not-found` where there is nothing
   * @internal
   */
  async destination(): Promise<DataSource> {
    const { closest } = await import('./sending.ts');
    return closest(this.ways);
  }

  /** Loads what follows the first sight. @param again where it does not come, it can be asked for once more */
  protected async later<Part>(load: () => Promise<Part>, again?: () => void): Promise<Part | undefined> {
    try {
      return await load();
    } catch {
      again?.();
      this.miss();
      return undefined;
    }
  }

  /** Whether there is anything to send to. */
  protected get sendable(): boolean {
    return Boolean(this.source?.submit ?? this.endpoint ?? this.nearest?.submit);
  }

  /**
   * Brings the focus to a field by its id, or to what a selector finds, when it stands.
   * @internal
   */
  async focusOn(place: string): Promise<void> {
    await this.updateComplete;
    const found = /^[.[]/.test(place) ? this.renderRoot.querySelector<HTMLElement>(place) : (this.renderRoot as ShadowRoot).getElementById(place);
    if (!found) return;
    // A heading takes the focus only while it is brought to a reader.
    if (found.tabIndex < 0) found.tabIndex = -1;
    found.focus();
  }

  /**
   * A heading of a part, below the widget's own.
   * @internal
   */
  renderPartHeading(content: unknown, part = 'part-heading', below = 0): unknown {
    return this.renderHeading(content, Math.min(6, this.groupLevel + below), part);
  }

  /** Whether the editor names another way to reach the city. */
  protected get hasHelp(): boolean {
    return Boolean(this.help) || this.querySelector(':scope > [slot="help"]') !== null;
  }

  /** A link of the editor's; nothing where it leads nowhere safe. @internal */
  renderLink(href: string | undefined, text: string): unknown {
    return href && isSafeLink(href) ? html`<a href=${href}>${text}</a>` : nothing;
  }

  protected override namedSource(): Promise<DataSource> | undefined {
    const { endpoint } = this;
    return endpoint ? import('../sources/rest.ts').then(({ createRestSource }) => createRestSource(endpoint)) : undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('endpoint') && this.hasUpdated && !this.dataless) this.reload();
    // A source around may be what is sent to, also where what is shown comes from a file.
    if ((this.accepted || this.dataless) && !this.source?.submit && !this.endpoint) this.askAround().catch(() => this.miss());
  }
}
