import { html, type TemplateResult } from 'lit';
import { announce } from '../../core/announcer.ts';
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
    const { say, number } = this.host.speaker;
    if (position) {
      const { latitude, longitude, accuracy = 0 } = position;
      return html`<p class="located">${say('located', { latitude: latitude.toFixed(5), longitude: longitude.toFixed(5), accuracy: number(Math.ceil(accuracy)) })}</p>
        <p><button type="button" class="quiet" @click=${this.#remove}>${say('location-remove')}</button></p>`;
    }
    return html`<button type="button" part="button" @click=${this.#ask}>${say('locate')}</button>
      ${this.#state === 'none' ? '' : html`<p class="hint">${say(this.#state === 'asking' ? 'locating' : `location-${this.#state}`)}</p>`}`;
  }

  readonly #ask = (): void => {
    const asked = ++this.#asked;
    this.#become('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        if (asked !== this.#asked) return;
        this.#state = 'none';
        this.host.change('position', { position: { latitude, longitude, accuracy } });
        announce(this.host.speaker.say('located', { latitude: latitude.toFixed(5), longitude: longitude.toFixed(5), accuracy: this.host.speaker.number(Math.ceil(accuracy)) }), this.host.speaker.language);
        void this.host.focusOn('position');
      },
      ({ code, PERMISSION_DENIED }) => {
        if (asked === this.#asked) this.#become(code === PERMISSION_DENIED ? 'denied' : 'failed');
      },
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 60_000 },
    );
  };

  readonly #remove = (): void => {
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
