import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { flag, number } from '../../core/attributes.ts';
import { fieldStyles } from '../../core/fields.styles.ts';
import { formStyles } from '../../core/form.styles.ts';
import { AukioSendingElement } from '../../core/sending-element.ts';
import { loadFeedbackMessages } from '../../i18n/feedback/languages.ts';
import { loadMessages } from '../../i18n/languages.ts';
import type { FeedbackService } from '../../model/feedback.ts';
import { feedbackServicesResource, type FeedbackServices, type FeedbackServicesOptions } from '../../model/feedback-services.ts';
import type { Accepted, Fault } from '../../model/gate.ts';
import { isSafeLink } from '../../model/safe-link.ts';
import { EMPTY, type Entries } from './entries.ts';
import { styles } from './feedback-form.styles.ts';
import { renderForm } from './form.ts';
import type { Sending } from './sending.ts';
import type { Speaker, Words } from './speaker.ts';
import type { StatusView } from './status.ts';
import { Subject } from './subject.ts';

const VIEWS = ['form', 'status'] as const;

/**
 * A form in which residents give feedback, and later see how far it has come.
 *
 * @summary Feedback that arrives once, or is said to wait on the device; and its state by a code, without an account.
 * @tagname aukio-feedback-form
 *
 * @slot - Another way to give feedback, such as a telephone number; shown where the form cannot be.
 * @slot help - Another way to reach the city; shown before the message and with everything that goes wrong.
 *
 * @fires {{ count: number }} aukio-ready - The form is on the page; `count` is how many topics there are.
 * @fires {{ kind: string, message: string }} aukio-error - The topics could not be read; the page's own content stays in view.
 * @fires {{ id: string, topic: string }} aukio-feedback-sent - The city has received the feedback; `id` is the receipt’s.
 * @fires {{ topic: string }} aukio-feedback-kept - The feedback waits on the device; the city has not received it.
 *
 * @csspart base - Everything inside.
 * @csspart heading - The widget's heading.
 * @csspart not-for - What the form is not for, and other ways to reach the city.
 * @csspart form - The form.
 * @csspart about - What the feedback is about.
 * @csspart field - A field with its label.
 * @csspart choice - One thing to choose.
 * @csspart fault - What is wrong, beside its field.
 * @csspart summary - What is wrong, above the form.
 * @csspart item - A photo, or a line of what is checked.
 * @csspart button - A button.
 * @csspart received - The receipt.
 * @csspart waiting - What waits on the device.
 * @csspart status - The state of a feedback.
 * @csspart error - What could not be read or sent.
 * @csspart notes - What the editor should mend; in preview only.
 *
 * @cssprop [--aukio-accent=#0050b3] - Links, focus, the button that sends.
 * @cssprop [--aukio-accent-text=#fff] - Text on the accent colour.
 * @cssprop [--aukio-surface=#fff] - Behind fields.
 * @cssprop [--aukio-surface-soft=#f3f5f8] - Behind messages.
 * @cssprop [--aukio-text=#1b1f24] - Text.
 * @cssprop [--aukio-text-soft=#4a5361] - Hints.
 * @cssprop [--aukio-border=#c3cad4] - Lines between rows.
 * @cssprop [--aukio-border-strong=#6b7585] - Borders of fields.
 * @cssprop [--aukio-good=#17643a] - The line beside a receipt.
 * @cssprop [--aukio-caution=#7a4d00] - The line beside what waits.
 * @cssprop [--aukio-bad=#a31a1a] - What is wrong.
 * @cssprop [--aukio-radius=0.25em] - Corners.
 * @cssprop [--aukio-space=1em] - Space between parts.
 * @cssprop [--aukio-font-size=inherit] - Size of text.
 * @cssprop [--aukio-heading-font=inherit] - Typeface of headings.
 *
 * @cssstate loading - Topics are on their way.
 * @cssstate ready - The form is shown.
 * @cssstate empty - There is no topic.
 * @cssstate error - The topics could not be read.
 */
export class AukioFeedbackForm extends AukioSendingElement<FeedbackService, FeedbackServices, FeedbackServicesOptions, 'feedback-services', Words> {
  static override styles = [AukioSendingElement.styles, fieldStyles, formStyles, styles];

  /** The code of the one topic of this form; no choice of topics is shown then. */
  @property() topic: string | undefined = undefined;

  /** What the feedback is about: `goal:<id>`, `project:<id>`, `channel:<id>`, `unit:<id>`, or the address of a page. */
  @property() about: string | undefined = undefined;

  /** The name of what it is about, as residents know it. */
  @property({ attribute: 'about-title' }) aboutTitle: string | undefined = undefined;

  /** `status`: the form asks for the code of a feedback and shows its state. */
  @property() view: 'status' | undefined = undefined;

  /** Shows everything once more before it is sent. */
  @property({ type: Boolean, converter: flag }) review = false;

  /** Asks whether the city may publish the message. */
  @property({ attribute: 'ask-publish', type: Boolean, converter: flag }) askPublish = false;

  /** Leaves out the place. */
  @property({ attribute: 'hide-place', type: Boolean, converter: flag }) hidePlace = false;

  /** Leaves out photos. */
  @property({ attribute: 'hide-photos', type: Boolean, converter: flag }) hidePhotos = false;

  /** The page that says how personal data are processed. It must be there. */
  @property({ attribute: 'privacy-href' }) privacyHref: string | undefined = undefined;

  /** The registry's page or address, for matters that need an official decision. */
  @property({ attribute: 'registry-href' }) registryHref: string | undefined = undefined;

  /** The page on which a code shows the state of a feedback; without it this form does. */
  @property({ attribute: 'status-href' }) statusHref: string | undefined = undefined;

  /** How many days the city keeps contact details. It must be there, and be what the service keeps to. */
  @property({ attribute: 'retention-days', converter: number }) retentionDays: number | undefined = undefined;

  protected override readonly resource = feedbackServicesResource;
  protected override messageSets = [loadMessages, loadFeedbackMessages];

  /**
   * What stands in the fields.
   * @internal
   */
  @state() entries: Entries = EMPTY;

  /**
   * What follows the first letter: loaded after the form stands.
   * @internal
   */
  @state() sending: Sending | undefined = undefined;

  @state() private status: StatusView | undefined = undefined;
  @state() private statusAsked = false;
  /** What was asked for could not be loaded. */
  @state() private unready = false;

  /**
   * What the feedback is about.
   * @internal
   */
  readonly subject = new Subject(this, () => this.#take());

  #sendingLoad: Promise<Sending | undefined> | undefined;
  #statusLoad: Promise<StatusView | undefined> | undefined;
  #firstSeen: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.sending?.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sending?.disconnect();
  }

  /** @internal */
  get speaker(): Speaker {
    return {
      language: this.language,
      say: this.say.bind(this),
      number: (value) => this.formats.number(value),
      percent: (share) => this.formats.percent(share),
      date: (iso) => this.formats.date(iso),
      instant: (iso) => this.formats.instant(iso),
    };
  }

  /**
   * The topics to choose from.
   * @internal
   */
  get services(): readonly FeedbackService[] {
    const services = this.data?.services ?? [];
    const fixed = services.filter(({ code }) => code === this.topic?.trim());
    return fixed.length ? fixed : services;
  }

  /**
   * The topic that holds.
   * @internal
   */
  get service(): FeedbackService | undefined {
    const { services } = this;
    return services.length === 1 ? services[0] : services.find(({ code }) => code === this.entries.topic);
  }

  /**
   * For how many days the city says that it keeps contact details; 0 where it does not say.
   * @internal
   */
  get retained(): number {
    const { retentionDays: days = 0 } = this;
    return days >= 1 ? Math.floor(days) : 0;
  }

  /**
   * Whole seconds since a person could first see the form.
   * @internal
   */
  get secondsSeen(): number {
    return Math.floor((performance.now() - (this.#firstSeen ?? performance.now())) / 1000);
  }

  /**
   * Something was typed or chosen in the field of this name.
   * @internal
   */
  change(name: string, entries: Partial<Entries>): void {
    this.entries = { ...this.entries, ...entries };
    this.sending?.changed(name);
  }

  /**
   * Shows how far a feedback has come, or the form again.
   * @internal
   */
  async showStatus(on: boolean, code = ''): Promise<void> {
    if (on) (await this.#loadStatus())?.begin(code);
    this.statusAsked = on;
    await this.focusOn(on ? (this.status ? '.stage-heading' : '.unready') : this.heading ? '.heading' : 'message');
  }

  /**
   * Whose feedback was looked up is nothing for the next person.
   * @internal
   */
  forgetStatus(): void {
    this.status?.begin('');
    this.statusAsked = false;
  }

  /** The other way to reach the city: what the editor named as help, or what stands inside the element. @internal */
  get otherWay(): unknown {
    return this.hasHelp ? this.renderHelp() : html`<slot></slot>`;
  }

  /**
   * Whether the state of a feedback is all that this form shows.
   * @internal
   */
  get standsAlone(): boolean {
    return this.dataless;
  }

  protected override get dataless(): boolean {
    return this.view?.trim() === 'status';
  }

  protected override options(lang: string): FeedbackServicesOptions {
    return { lang };
  }

  protected override query(): Record<never, never> {
    return {};
  }

  protected override itemsAccepted(): void {
    // The form stands when all topics are known.
  }

  protected override readySentence({ count }: Accepted<FeedbackServices>): string {
    return this.say(count ? 'feedback-ready' : 'feedback-empty');
  }

  protected override attributeFaults(): Fault[] {
    const faults = super.attributeFaults();
    this.choice('view', this.view, VIEWS, faults);
    if (!this.privacyHref) faults.push({ code: 'privacy-href-missing' });
    if (!this.dataless && !this.retained) faults.push({ code: 'retention-days-missing' });
    for (const [name, value] of [['privacy-href', this.privacyHref], ['registry-href', this.registryHref], ['status-href', this.statusHref]] as const) {
      if (value && !isSafeLink(value)) faults.push({ code: 'link-unsafe', values: { name, value } });
    }
    const codes = this.data?.services.map(({ code }) => code) ?? [];
    if (this.topic && codes.length && !codes.includes(this.topic.trim())) faults.push({ code: 'attribute-value', values: { name: 'topic', value: this.topic, allowed: codes.join(', ') } });
    if (this.about && /^(?!goal:|project:|channel:|unit:|https?:)\w+:/.test(this.about.trim())) faults.push({ code: 'attribute-value', values: { name: 'about', value: this.about, allowed: 'goal:…, project:…, channel:…, unit:…, https://…' } });
    if (this.accepted && !this.sendable) faults.push({ code: 'no-endpoint' });
    return faults;
  }

  protected override get hasContent(): boolean {
    return this.messages !== undefined && (this.accepted !== undefined || this.dataless);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.dataless) {
      void this.#loadStatus();
      if (this.messages) this.condition = 'ready';
    } else if (this.hasContent && this.accepted?.count && this.sendable) {
      this.#firstSeen ??= performance.now();
      void this.loadSending();
    }
  }

  protected override renderContent(): unknown {
    if (this.status && (this.statusAsked || this.dataless)) return [this.status.render(), this.sending?.keeping.renderQuestion()];
    if (this.dataless) return html`${this.unready ? html`<div class="message error" part="error"><p>${this.say('error-unavailable')}</p></div>` : nothing}${this.otherWay}`;
    if (!this.accepted?.count) return html`<div class="message" part="empty"><p>${this.say('feedback-empty')}</p>${this.otherWay}</div>`;
    if (!this.sendable) return html`<div class="message error" part="error"><p>${this.say('feedback-nowhere')}</p>${this.otherWay}</div>`;
    // The same shape before and after the rest has come: a field that is written in stays, and is not built anew.
    return [this.sending?.renderStage() ?? renderForm(this, this.unready), this.sending?.keeping.renderQuestion()];
  }

  /**
   * All that follows the first letter is loaded while the network is there, not when Send is pressed in a tunnel.
   * @internal
   */
  loadSending(): Promise<Sending | undefined> {
    return (this.#sendingLoad ??= this.later(async () => {
      const { Sending } = await import('./sending.ts');
      await Promise.all([Sending.prepare(), ...Sending.messages.map((set) => this.addMessages(set))]);
      this.unready = false;
      return (this.sending = new Sending(this));
    }, () => (this.#sendingLoad = undefined)));
  }

  /** Loaded once, or a second one would take the place of the one that is being typed into. */
  #loadStatus(): Promise<StatusView | undefined> {
    return (this.#statusLoad ??= this.later(async () => {
      const { StatusView } = await import('./status.ts');
      await Promise.all(StatusView.messages.map((set) => this.addMessages(set)));
      return (this.status = new StatusView(this));
    }, () => {
      this.#statusLoad = undefined;
      this.unready = true;
    }));
  }

  /** @internal */
  readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const sending = this.sending ?? (await this.loadSending());
    this.unready = !sending;
    if (sending) await sending.submit();
    else await this.focusOn('.unready');
  };

  /** A link to the form was followed on this very page. @returns whether the form is there for it */
  #take(): boolean {
    if (!this.hasContent || this.dataless || !this.accepted?.count) return false;
    this.statusAsked = false;
    void this.sending?.open();
    const place = this.heading ? '.heading' : '.about';
    void this.focusOn(place).then(() => this.renderRoot.querySelector(place)?.scrollIntoView({ block: 'start' }));
    return true;
  }
}
