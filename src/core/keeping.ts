import type { ReactiveControllerHost, LitElement } from 'lit';
import type { SharedDeviceKey } from '../i18n/shared-device/languages.ts';
import { formName, openDraft, type Draft } from './draft.ts';
import { createLeaveGuard } from './leave-guard.ts';
import { createIdleReset, type IdleReset } from './shared-device.ts';

export interface KeepingOptions<Field extends string> {
  /** Tells this form from others of its kind on the page. */
  readonly form: string;
  /** What is kept as a draft. */
  readonly fields: readonly Field[];
  /** Something was written before this was there: it is not mixed with what was begun earlier. */
  readonly begun?: boolean;
  /** Whether the page says that many use this device. */
  readonly isShared: () => boolean;
  readonly say: (key: SharedDeviceKey, values?: Readonly<Record<string, string | number>>) => string;
  /** Empties the form and whatever it shows of a person. */
  readonly reset: () => void;
}

/** What becomes of what was not sent: the draft on the device, the warning before it is left, and a device that many use. */
export class Keeping<Field extends string> {
  readonly #guard = createLeaveGuard();
  readonly #draft: Draft<Field>;
  #idle: IdleReset | undefined;
  #switched = false;
  /** What is changed may be ready only after the form has left the page: nothing is held back then. */
  #onPage = true;

  constructor(private readonly host: ReactiveControllerHost & LitElement, private readonly options: KeepingOptions<Field>) {
    this.#draft = openDraft(formName(host.localName, options.form), options.fields, { shared: options.isShared(), begun: options.begun ?? false });
    this.#watch();
  }

  /** Whether nothing may be kept on this device. */
  get shared(): boolean {
    return this.#switched || this.options.isShared();
  }

  /** Whether the draft is kept on the device. */
  get kept(): boolean {
    return this.#draft.keeping === 'device';
  }

  /** The idempotency key of what stands in the form. */
  get key(): string {
    return this.#draft.key;
  }

  /** What was begun earlier, as it was when the form opened. */
  get found(): Draft<Field>['found'] {
    return this.#draft.found;
  }

  /** @param unsent something stands in the form that would be missed */
  changed(fields: Readonly<Record<Field, string>>, unsent: boolean): void {
    this.#draft.save(fields);
    this.#guard.hold(this.#onPage && unsent);
    this.#watch();
  }

  /** The visitor's own switch: this device is used by others too. */
  switch(on: boolean): void {
    this.#switched = on;
    this.#draft.share(this.shared);
    this.#watch();
  }

  /** It has been received, or waits on the device. What is shown of it is still a person's on a device that many use. */
  finish(): void {
    this.#draft.finish();
    this.#guard.hold(false);
    this.#watch();
  }

  /** It waits to be sent. On the device it is safe; what waits in this page alone is gone with it. */
  wait(kept: 'device' | 'page'): void {
    if (kept === 'device') return this.finish();
    this.#guard.hold(true);
    this.#watch();
  }

  /** The words of a letter stand in the form: they go on under its key. */
  resume(key: string): void {
    this.#draft.resume(key);
  }

  /** The same is to go as something of its own. */
  renew(): void {
    this.#draft.renew();
  }

  /** Another person's turn on a device that many use, or the person wants it gone. The device stays one that many use. */
  erase(): void {
    this.#draft.erase();
    this.#guard.hold(false);
    this.#idle?.watch(false);
  }

  /** The form stands on the page again, in another place of it. */
  reopen(): void {
    this.#onPage = true;
  }

  close(): void {
    this.#onPage = false;
    this.#guard.hold(false);
    this.#idle?.watch(false);
  }

  /** The question whether anybody is still there. */
  renderQuestion(): unknown {
    return this.#idle?.render();
  }

  /** Only where many use the device is anybody asked whether they are still there. */
  #watch(): void {
    if (this.shared) this.#idle ??= createIdleReset(this.host, { say: this.options.say, reset: this.options.reset });
    this.#idle?.watch(this.shared);
  }
}
