import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../core/announcer.ts';
import type { Entries } from './entries.ts';
import type { AukioFeedbackForm } from './feedback-form.ts';

/** How long the device may look for where it is, in milliseconds. */
const PATIENCE = 20_000;

/** Where the resident is: asked for only by the button, never required, and taken away by another. */
export class Location {
  #state: 'none' | 'asking' | 'denied' | 'failed' = 'none';
  /** Counts questions: an answer that comes after the form was emptied is nothing for the next person. */
  #asked = 0;

  constructor(private readonly host: AukioFeedbackForm) {}

  clear(): void {
    this.#asked++;
    this.#state = 'none';
  }

  render(): TemplateResult {
    const { position } = this.host.entries;
    const { say } = this.host.speaker;
    // One button for both: who pressed it still has the focus on it, and who has gone on writing is not called back.
    return html`${position ? html`<p class="located">${this.#found(position)}</p>` : nothing}
      <button type="button" part="button" class=${position ? 'quiet' : ''} @click=${position ? this.#remove : this.#ask}>${say(position ? 'location-remove' : 'locate')}</button>
      ${position || this.#state === 'none' ? nothing : html`<p class="hint">${say(this.#state === 'asking' ? 'locating' : `location-${this.#state}`)}</p>`}`;
  }

  #found({ latitude, longitude, accuracy = 0 }: NonNullable<Entries['position']>): string {
    const { say, number } = this.host.speaker;
    return say('located', { latitude: latitude.toFixed(5), longitude: longitude.toFixed(5), accuracy: number(Math.ceil(accuracy)) });
  }

  readonly #ask = (): void => {
    const asked = ++this.#asked;
    this.#become('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        if (asked !== this.#asked) return;
        this.#state = 'none';
        const position = { latitude, longitude, accuracy };
        this.host.change('position', { position });
        announce(this.#found(position), this.host.speaker.language);
      },
      ({ code, PERMISSION_DENIED }) => {
        if (asked === this.#asked) this.#become(code === PERMISSION_DENIED ? 'denied' : 'failed');
      },
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 60_000 },
    );
  };

  readonly #remove = ({ detail }: UIEvent): void => {
    // A double click on the button that asked.
    if (detail > 1) return;
    this.host.change('position', { position: undefined });
    void this.host.focusOn('address');
  };

  #become(state: 'asking' | 'denied' | 'failed'): void {
    const { say, language } = this.host.speaker;
    this.#state = state;
    announce(say(state === 'asking' ? 'locating' : `location-${state}`), language);
    this.host.requestUpdate();
  }
}
