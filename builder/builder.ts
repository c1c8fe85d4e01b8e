import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { announce } from '../src/core/announcer.ts';
import { AukioElement, type MessageSet } from '../src/core/element.ts';
import { fieldStyles } from '../src/core/fields.styles.ts';
import { createLeaveGuard } from '../src/core/leave-guard.ts';
import { LANGUAGES, type Language } from '../src/i18n/languages.ts';
import type { Accepted, Fault } from '../src/model/gate.ts';
import type { GoalReports } from '../src/model/goals.ts';
import { Aside } from './aside.ts';
import { readAddress, readMarkup, readOwnFile, readPasted, type Brought } from './bringing.ts';
import { styles } from './builder.styles.ts';
import { checksOf, type Check } from './checks.ts';
import { cmsOf, formsFor, type CmsId, type Form } from './cms.ts';
import { documentOf, languageOf, tablesOf, type Draft } from './draft.ts';
import { faultOf, readThrough, type Reading } from './gate.ts';
import { goalTable } from './goal-table.ts';
import { Mender } from './mender.ts';
import { Preview } from './preview.ts';
import { problemsOf, type Problem } from './problems.ts';
import { readingOptions } from './reading-options.ts';
import { snippetOf } from './snippet.ts';
import type { OldSnippet } from './snippet-reading.ts';
import { renderBring } from './steps/bring.ts';
import { renderChoose } from './steps/choose.ts';
import { renderMend } from './steps/mend.ts';
import { renderOptions } from './steps/options.ts';
import { renderPreview } from './steps/preview.ts';
import { renderSnippet } from './steps/snippet.ts';
import { lossesOf, tryOut } from './try-out.ts';
import { BUILDER_WIDGETS, WIDGETS, type BuilderWidget, type WidgetName } from './widgets.ts';
import { loadBuilderMessages, type BuilderKey } from './words/languages.ts';

/** Rows of a table that are shown at first. */
const ROWS = 60;

/**
 * The builder for web editors: from a pasted table to the snippet that survives in her CMS. Everything happens in the
 * browser; nothing is sent, and nothing is kept when the page is closed.
 */
export class AukioBuilder extends AukioElement<BuilderKey> {
  static override styles = [AukioElement.styles, fieldStyles, styles];

  @state() widget: WidgetName = 'goal-status';
  @state() draft: Draft | undefined = undefined;
  @state() reading: Reading | undefined = undefined;
  @state() problems: readonly Problem[] = [];
  @state() busy = false;
  @state() mended = false;
  /** The attributes that the editor has set. */
  @state() chosen: ReadonlyMap<string, string> = new Map();
  @state() contentLang: Language = 'fi';
  @state() cms: CmsId = 'wordpress-author';
  @state() chosenForm: Form | undefined = undefined;
  @state() place: 'inline' | 'file' = 'inline';
  @state() address = '';
  @state() linkText = '';
  @state() page = '';
  @state() folder = '';
  /** What comes after a link's content would become part of it, and be gone from the page: until the editor says otherwise, something does. */
  @state() moreFollows = true;
  @state() width: 'phone' | 'desktop' = 'desktop';
  @state() dark = false;
  /** What became of copying the snippet as it is now. */
  @state() copied: 'copied' | 'not-copied' | undefined = undefined;
  @state() rowsShown = ROWS;
  /** What the snippet gives when it is read back; undefined where that has not been tried. */
  @state() readBack: Reading | undefined = undefined;

  protected override messageSets: readonly MessageSet[] = [loadBuilderMessages];

  /** Why what the editor brought last was not taken, where what she had is still there. */
  @state() refused = '';

  /** How many more widgets stood in what was opened again: one is made at a time. */
  @state() others = 0;

  /** JSON of a widget that reads no tables, as it was brought. */
  @state() json: unknown = undefined;

  readonly mender = new Mender(this);
  readonly aside = new Aside(this);
  readonly stage = new Preview();
  readonly #leaving = createLeaveGuard();
  #bringing: AbortController | undefined;
  #checking: AbortController | undefined;
  #languageChosen = false;
  #checkedSnippet = '';
  #copiedSnippet: string | undefined;

  /** What the builder knows of the chosen widget. */
  get kind(): BuilderWidget {
    return BUILDER_WIDGETS[this.widget];
  }

  get uiLanguage(): Language {
    return this.language;
  }

  /** A sentence of the builder. */
  word(key: BuilderKey, values: Readonly<Record<string, string | number>> = {}): string {
    return this.say(key, values);
  }

  /** A sentence for the chosen widget, where one goes for it alone; `''` where there is none at all. */
  wordFor(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    return this.word(`${key}-${this.widget}` as BuilderKey, values) || this.word(key as BuilderKey, values);
  }

  get forms(): readonly Form[] {
    return formsFor(cmsOf(this.cms), this.dataPlace);
  }

  get form(): Form | undefined {
    const { forms, chosenForm } = this;
    return chosenForm && forms.includes(chosenForm) ? chosenForm : forms[0];
  }

  get dataPlace(): 'inline' | 'file' | 'none' {
    if (this.kind.tables) return this.draft && this.place === 'inline' ? 'inline' : 'file';
    return this.address ? 'file' : 'none';
  }

  /** What stands in the page. */
  get inlineDraft(): Draft | undefined {
    return this.dataPlace === 'inline' ? this.draft : undefined;
  }

  get checks(): readonly Check[] {
    const { widget, chosen: attributes, inlineDraft: draft, form, contentLang: lang, linkText, address, page, folder, readBack, reading } = this;
    const checks = checksOf({ widget, attributes, draft, count: reading && (reading.accepted?.count ?? 0), form, lang, linkText, address, page, folder, wholeAddresses: cmsOf(this.cms).wholeAddresses === true });
    return readBack && reading?.accepted ? [...checks, ...lossesOf(reading.accepted, readBack.accepted)] : checks;
  }

  /** The snippet; undefined where it cannot be made yet. */
  get snippet(): string | undefined {
    const { form, widget, chosen: attributes, contentLang: lang, inlineDraft: draft, address, linkText, page, folder, moreFollows } = this;
    if (!form || this.checks.some(({ needed }) => needed) || (draft ? !this.reading : this.kind.tables && !address)) return undefined;
    const endText = this.word('end-text');
    return snippetOf(form, { widget, attributes, lang, draft, address: address.trim(), linkText: linkText.trim(), page: page.trim(), folder: folder.trim(), moreFollows, endText }, this.cms);
  }

  // What the editor does

  choose(widget: WidgetName): void {
    this.aside.change(widget);
    this.json = undefined;
    this.refused = '';
    void this.check();
  }

  bringText(text: string): Promise<void> {
    return this.#bring(() => readPasted(text));
  }

  bringMarkup(markup: string): Promise<void> {
    return this.#bring(() => readMarkup(markup));
  }

  bringFile(file: File): Promise<void> {
    return this.#bring(() => readOwnFile(file, this.contentLang));
  }

  async bringAddress(address: string): Promise<void> {
    this.address = address.trim();
    await this.#bring((signal) => readAddress(this.address, this.contentLang, signal));
    if (!this.refused) this.place = 'file';
  }

  async bringSample(): Promise<void> {
    const [sample] = Object.values(this.kind.samples);
    await this.#bring(async () => ({ json: await sample!() }));
  }

  setOption(name: string, value: string | undefined): void {
    const attributes = new Map(this.chosen);
    if (value === undefined) attributes.delete(name);
    else attributes.set(name, value);
    this.chosen = attributes;
    void this.check();
  }

  setContentLang(lang: Language): void {
    this.#languageChosen = true;
    this.contentLang = lang;
    void this.check();
  }

  /** Brings the editor to the field in which something is mended. */
  async goTo(field: string): Promise<void> {
    const row = /^cell-\d+-(\d+)-/.exec(field)?.[1];
    if (row !== undefined && Number(row) >= this.rowsShown) this.rowsShown = Number(row) + 1;
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(`#${field}`);
    for (let around = target?.closest('details'); around; around = around.parentElement?.closest('details')) around.open = true;
    target?.focus();
  }

  /** Reads anew what is there, through the widget's own gate. */
  async check(): Promise<void> {
    this.#checking?.abort();
    const { signal } = (this.#checking = new AbortController());
    const raw = this.draft ? documentOf(this.draft) : this.json;
    if (raw === undefined) {
      this.reading = undefined;
      this.problems = [];
      return;
    }
    try {
      const reading = await readThrough(this.kind.resource, raw, readingOptions(this.contentLang, this.chosen), signal);
      const problems = await this.#problemsOf(reading.faults);
      signal.throwIfAborted();
      this.reading = reading;
      this.problems = problems;
      this.announce(reading.accepted ? this.word('result', { count: reading.accepted.count, problems: problems.length }) : this.word('result-nothing'));
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** Says what became of copying. */
  tellCopied(snippet: string, copied: 'copied' | 'not-copied'): void {
    this.#copiedSnippet = snippet;
    this.copied = copied;
    this.announce(this.word(copied));
  }

  announce(sentence: string): void {
    announce(sentence, this.language);
  }

  async #bring(read: (signal: AbortSignal) => Promise<Brought>): Promise<void> {
    this.#bringing?.abort();
    const { signal } = (this.#bringing = new AbortController());
    this.busy = true;
    this.refused = '';
    this.others = 0;
    try {
      const brought = await read(signal);
      if (!signal.aborted) await this.#take(brought);
    } catch (error) {
      if (!signal.aborted) await this.#refuse(faultOf(error));
    } finally {
      if (!signal.aborted) this.busy = false;
    }
  }

  async #take(brought: Brought): Promise<void> {
    if ('snippet' in brought) return this.#reopen(brought.snippet);
    this.#makeRoom();
    this.rowsShown = ROWS;
    this.place = 'inline';
    if ('draft' in brought) {
      this.json = undefined;
      this.draft = brought.draft;
      const own = languageOf(brought.draft);
      if (!this.#languageChosen) this.contentLang = LANGUAGES.find((lang) => lang === own) ?? this.contentLang;
    } else {
      await this.#takeJson(brought.json);
    }
    await this.check();
  }

  /** For what comes in the place of what there is. */
  #makeRoom(): void {
    this.aside.replace();
    // A table that waits for its widget stays as mended as it was.
    if (this.kind.tables) this.mended = false;
    this.mender.removed = undefined;
  }

  /** Goals become the table in which they are mended; other JSON stays what it is. */
  async #takeJson(json: unknown): Promise<void> {
    this.draft = undefined;
    this.json = json;
    if (this.widget !== 'goal-status') return;
    const { accepted } = await readThrough(this.kind.resource, json, readingOptions(this.contentLang, this.chosen), new AbortController().signal);
    if (accepted) this.draft = await goalTable((accepted as Accepted<GoalReports>).data, this.contentLang);
  }

  async #reopen({ widget, attributes, lang, draft, address, linkText, page, folder, moreFollows, others }: OldSnippet): Promise<void> {
    const known = WIDGETS.find((name) => name === widget);
    if (!known) return this.#refuse({ code: 'no-table' });
    this.#makeRoom();
    this.aside.change(known);
    this.chosen = new Map([...attributes].map(([name, value]) => [name, value]));
    this.contentLang = LANGUAGES.find((known) => known === lang) ?? this.contentLang;
    this.draft = draft;
    this.json = undefined;
    this.place = draft ? 'inline' : 'file';
    this.address = address;
    this.linkText = linkText;
    this.page = page;
    this.folder = folder;
    this.moreFollows = moreFollows;
    this.others = others;
    await this.check();
    this.announce([this.word('snippet-opened'), others ? this.word('other-snippets', { count: others }) : ''].join(' ').trim());
  }

  async #refuse(fault: Fault): Promise<void> {
    const faults = [fault];
    const problems = await this.#problemsOf(faults);
    const text = problems[0]?.text ?? '';
    if (this.draft || this.json !== undefined) {
      this.refused = `${text} ${this.word('still-there')}`;
      return this.announce(this.refused);
    }
    this.problems = problems;
    this.reading = { accepted: undefined, faults };
    this.announce(text);
  }

  #problemsOf(faults: readonly Fault[]): Promise<readonly Problem[]> {
    // What the widget says of its attributes, the builder says of its fields.
    return problemsOf(faults, this.kind, this.draft, this.language, ({ code, values }) => this.word(`fault-${code}` as BuilderKey, values));
  }

  // Rendering

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.#languageChosen && !this.draft && this.contentLang !== this.language) this.contentLang = this.language;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('messages') && this.reading) void this.check();
    void this.#tryOut();
    if (this.snippet !== this.#copiedSnippet) this.copied = undefined;
    this.#leaving.hold(this.isConnected && this.mended && this.copied !== 'copied');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving.hold(false);
  }

  /** Reads the snippet as the page will, so that what it lost on the way is known before it is pasted. */
  async #tryOut(): Promise<void> {
    const text = this.inlineDraft ? (this.snippet ?? '') : '';
    if (text === this.#checkedSnippet) return;
    this.#checkedSnippet = text;
    const back = text ? await tryOut(text, this.kind, readingOptions(this.contentLang, this.chosen)) : undefined;
    if (text === this.#checkedSnippet) this.readBack = back;
  }

  protected override renderBody(): TemplateResult | typeof nothing {
    if (!this.messages) return nothing;
    const hasTables = this.draft !== undefined && tablesOf(this.draft).length > 0;
    return html`
      ${renderChoose(this)} ${renderBring(this)} ${hasTables || this.reading ? renderMend(this) : ''} ${renderOptions(this)} ${renderPreview(this)} ${renderSnippet(this)}
    `;
  }
}
