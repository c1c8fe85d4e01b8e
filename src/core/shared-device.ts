import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import type { SharedDeviceKey } from '../i18n/shared-device/languages.ts';
import { addStyles } from './adopt-styles.ts';
import { announce } from './announcer.ts';
import { languageTagOf } from './language.ts';
import { idleResetStyles } from './shared-device.styles.ts';

/** WCAG 2.2.1: at least 20 seconds to answer. */
const LEAST_GRACE = 20;
const GRACE = 60;
const IDLE = 180;

/** What people do who are still there. */
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'scroll', 'touchstart'] as const;

export interface IdleResetOptions {
  /** The widget's `say`: words are in `i18n/shared-device`, which the widget adds. */
  readonly say: (key: SharedDeviceKey, values?: Readonly<Record<string, string | number>>) => string;
  /** Empties the form and whatever it shows of a person. */
  readonly reset: () => void;
  /** Seconds without a sign of life before the person is asked; 180 where it is not said. */
  readonly idle?: number;
  /** Seconds to answer, at least 20; 60 where it is not said. */
  readonly grace?: number;
}

/** What tells the time; milliseconds. */
export interface Clock {
  now(): number;
  start(callback: () => void, delay: number): number;
  stop(timer: number): void;
}

/**
 * On a shared device: empties a form that nobody uses any more, and asks before it does, as often as needed.
 * The widget renders `render()` somewhere in its template.
 */
export interface IdleReset extends ReactiveController {
  /** Whether there is something to be emptied; counts from now. */
  watch(on: boolean): void;
  /** The dialog; nothing while nobody has to be asked. */
  render(): unknown;
}

export function createIdleReset(host: LitElement, options: IdleResetOptions, clock: Clock = CLOCK): IdleReset {
  return new IdleDialog(host, options, clock);
}

const CLOCK: Clock = {
  now: () => Date.now(),
  start: (callback, delay) => setTimeout(callback, delay) as unknown as number,
  stop: (timer) => clearTimeout(timer),
};

class IdleDialog implements IdleReset {
  readonly #idle: number;
  readonly #grace: number;
  #watching = false;
  /** The widget was taken out while it was watched. */
  #moved = false;
  #lastSign = 0;
  /** When the form will be emptied; set while the person is asked. */
  #end: number | undefined;
  #timer: number | undefined;

  constructor(private readonly host: LitElement, private readonly options: IdleResetOptions, private readonly clock: Clock) {
    this.#idle = (options.idle ?? IDLE) * 1000;
    this.#grace = Math.max(LEAST_GRACE, options.grace ?? GRACE) * 1000;
    host.addController(this);
    addStyles(host, idleResetStyles);
  }

  hostUpdated(): void {
    // Modal, so that the focus is on its button and what is behind is neither read nor touched; it gives the focus back.
    if (this.#dialog?.isConnected && !this.#dialog.open) this.#dialog.showModal();
  }

  hostConnected(): void {
    if (this.#moved) this.watch(true);
  }

  hostDisconnected(): void {
    const watching = this.#watching;
    this.watch(false);
    this.#moved = watching;
  }

  watch(on: boolean): void {
    this.#moved = false;
    this.#close();
    this.#lastSign = this.clock.now();
    if (on !== this.#watching) {
      this.#watching = on;
      for (const sign of SIGNS_OF_LIFE) {
        if (on) document.addEventListener(sign, this.#alive, { capture: true, passive: true });
        else document.removeEventListener(sign, this.#alive, { capture: true });
      }
    }
    this.#wait(on ? this.#idle : undefined);
  }

  readonly #alive = (): void => {
    this.#lastSign = this.clock.now();
  };

  #wait(delay: number | undefined): void {
    if (this.#timer !== undefined) this.clock.stop(this.#timer);
    this.#timer = delay === undefined ? undefined : this.clock.start(this.#check, delay);
  }

  readonly #check = (): void => {
    const now = this.clock.now();
    if (this.#end === undefined) {
      const left = this.#lastSign + this.#idle - now;
      if (left > 0) return this.#wait(left);
      this.#end = now + this.#grace;
    }
    if (now >= this.#end) return this.#empty();
    this.host.requestUpdate();
    // Once a second, for what is seen of it.
    this.#wait(Math.min(1000, this.#end - now));
  };

  #empty(): void {
    this.watch(false);
    this.options.reset();
    announce(this.options.say('idle-done'), languageTagOf(this.host));
  }

  readonly #continue = (): void => this.watch(true);

  readonly #cancelled = (event: Event): void => {
    event.preventDefault();
    this.#continue();
  };

  #close(): void {
    if (this.#end === undefined) return;
    this.#end = undefined;
    this.#dialog?.close();
    this.host.requestUpdate();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.idle') ?? null;
  }

  render(): unknown {
    if (this.#end === undefined) return nothing;
    const { say } = this.options;
    const left = Math.ceil((this.#end - this.clock.now()) / 1000);
    // What is seen counts down; what is spoken is said once.
    return html`<dialog class="idle no-print" part="dialog" role="alertdialog" aria-labelledby="idle-title" aria-describedby="idle-text idle-time" @cancel=${this.#cancelled}>
      <p id="idle-title" class="idle-title">${say('idle-title')}</p>
      <p id="idle-text">${say('idle-text')}</p>
      <p id="idle-time" class="visually-hidden">${say('idle-time', { count: this.#grace / 1000 })}</p>
      <p class="idle-left" aria-hidden="true">${say('idle-left', { count: left })}</p>
      <button type="button" class="primary" part="button" @click=${this.#continue}>${say('idle-continue')}</button>
    </dialog>`;
  }
}
