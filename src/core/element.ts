import { LitElement, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { loadMessages, negotiate, type Language, type Message, type MessageKey, type MessageValues } from '../i18n/languages.ts';
import type { Fault } from '../model/gate.ts';
import { base } from '../styles/base.ts';
import { tokens } from '../styles/tokens.ts';
import { version } from '../version.ts';
import { attributeOf, number } from './attributes.ts';
import { Formats } from './formats.ts';
import { headingLevels } from './headings.ts';
import { languageTagOf, watchPageLanguage } from './language.ts';
import { sentence } from './saying.ts';

/** Loads words of one language. */
export type MessageSet = (language: Language) => Promise<Readonly<Record<string, Message>>>;

const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|.+\.localhost)$/;
const warned = new Set<string>();

/**
 * What every widget is: its language, its attributes in both spellings, its heading, its words.
 * `Words` are the keys of messages that it adds to those which all widgets share.
 */
export abstract class AukioElement<Words extends string = never> extends LitElement {
  /** The library's version, told apart when two copies meet on one page. */
  static readonly version: string = version;

  static override styles: CSSResultGroup = [tokens, base];

  /** Every attribute is also read as `data-<name>`: filters damage the plain ones. */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang', 'dir'].flatMap((name) => [name, `data-${name}`]);
  }

  /** A heading for the widget; without it the page's own heading serves. */
  @property() heading = '';

  /** The level of `heading`, 2–6. Groups are one level below it, or at it where there is no `heading`. */
  @property({ attribute: 'heading-level', converter: number }) headingLevel: number | undefined = undefined;

  /** The region whose habits numbers and dates follow. */
  @property() region = 'FI';

  /** Shows the editor what to mend, as on `localhost`; `debug="false"` hides it there. */
  @property() debug: string | undefined = undefined;

  /** Another way to reach the city; the slot `help` may hold links. Said with every error. */
  @property() help = '';

  /** The words of the widget's language; undefined until they have come. */
  @state() protected messages: Readonly<Partial<Record<string, Message>>> | undefined = undefined;

  /** Where the words come from; a part of a widget that comes later brings its own. */
  protected messageSets: readonly MessageSet[] = [loadMessages];

  protected language: Language = 'en';
  protected formats = new Formats('en', 'FI');

  #unwatch: (() => void) | undefined;

  override attributeChangedCallback(name: string, before: string | null, _after: string | null): void {
    const plain = name.startsWith('data-') ? name.slice(5) : name;
    // `lang` and `dir` are the platform's own properties: Lit must not shadow them.
    if (plain !== 'lang' && plain !== 'dir') {
      super.attributeChangedCallback(plain, before, attributeOf(this, plain));
    } else if (this.isConnected) {
      void this.#followLanguage();
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = watchPageLanguage(() => void this.#followLanguage());
    void this.#followLanguage();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('region') && this.hasUpdated) void this.#followLanguage();
  }

  /** Whether an editor is looking: `localhost`, or `debug`. */
  protected get preview(): boolean {
    return this.debug === undefined ? LOCAL.test(location.hostname) : this.debug !== 'false';
  }

  /** The level at which this widget's groups begin. */
  protected get groupLevel(): number {
    return headingLevels(this.heading, this.headingLevel).groups;
  }

  /** A sentence in the widget's language, or the page's own from `data-text-<key>`. */
  protected say(key: MessageKey | Words, values: MessageValues = {}): string {
    return sentence(this, key, values, this.messages, this.formats);
  }

  /** One of an attribute's allowed values; another one is explained to the editor and the first of them is used. */
  protected choice<Value extends string>(name: string, value: string | undefined, allowed: readonly [Value, ...Value[]], faults: Fault[]): Value {
    const found = allowed.find((option) => option === value?.trim());
    if (found === undefined && value) {
      const values = { name, value, allowed: allowed.join(', ') };
      faults.push({ code: 'attribute-value', values });
      if (!this.preview) this.warnOnce(`${name}="${value}" is none of ${values.allowed}`);
    }
    return found ?? allowed[0];
  }

  /** Sets the one custom state that holds, for `:state(…)`. */
  protected set condition(condition: 'loading' | 'ready' | 'empty' | 'error') {
    const states = (this.#internals ??= this.attachInternals()).states;
    states.clear();
    states.add(condition);
  }
  #internals: ElementInternals | undefined;

  /** Tells the developer once per page, however many widgets say it. */
  protected warnOnce(sentence: string): void {
    if (warned.has(sentence)) return;
    warned.add(sentence);
    console.warn(`aukio: ${sentence}`);
  }

  /** A file of the library did not come: what it has for the widget is missing. */
  protected miss(what = `a part of ${this.localName}`): void {
    this.warnOnce(`${what} could not be loaded`);
  }

  /** What had the focus and is gone leaves it to what it stood in, and the reader goes on from there. */
  protected override update(changed: PropertyValues): void {
    const around: Element[] = [];
    for (let at = this.shadowRoot?.activeElement; at; at = at.parentElement) around.push(at);
    super.update(changed);
    const left = around.find(({ isConnected }) => isConnected) as HTMLElement | undefined;
    if (left === around[0]) return;
    left!.tabIndex = -1;
    left!.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    return html`<div class="base" part="base" lang=${this.language} dir=${this.getAttribute('data-dir') || nothing}>
      ${this.heading ? this.renderHeading(this.heading, headingLevels(this.heading, this.headingLevel).own, 'heading') : nothing} ${this.renderBody()}
    </div>`;
  }

  /** What stands under the heading. */
  protected abstract renderBody(): unknown;

  /** A heading of any level, at most 6. */
  protected renderHeading(content: unknown, level: number, part: string): unknown {
    switch (level) {
      case 2:
        return html`<h2 class="h2 ${part}" part=${part}>${content}</h2>`;
      case 3:
        return html`<h3 class="h3 ${part}" part=${part}>${content}</h3>`;
      case 4:
        return html`<h4 class="h4 ${part}" part=${part}>${content}</h4>`;
      case 5:
        return html`<h5 class="h5 ${part}" part=${part}>${content}</h5>`;
      default:
        return html`<h6 class="h6 ${part}" part=${part}>${content}</h6>`;
    }
  }

  /** Adds words of which a part of the widget has need; resolves when they are there. Fails where they did not come: such a part is not there either. */
  protected async addMessages(set: MessageSet): Promise<void> {
    await set(this.language);
    this.messageSets = [...this.messageSets, set];
    await this.#followLanguage();
  }

  async #followLanguage(): Promise<void> {
    const language = negotiate(languageTagOf(this));
    this.language = language;
    this.formats = new Formats(language, this.region);
    this.requestUpdate();
    try {
      const sets = await Promise.all(this.messageSets.map((load) => load(language)));
      // Onto those that are there: what was asked for first may come last.
      if (language === this.language) this.messages = Object.assign({}, this.messages, ...sets) as Record<string, Message>;
    } catch {
      this.miss(`the words for "${language}"`);
    }
  }
}
