import type { ReactiveController } from 'lit';
import type { ABOUT_PARAMETERS, BeforeFeedbackOpenEvent, FeedbackOpenDetail } from '../../core/feedback-link.ts';
import { tidy } from '../../model/text.ts';
import type { AukioFeedbackForm } from './feedback-form.ts';

/** Longest title of what feedback is about that is shown: it may come from an address that anyone can write. */
const TITLE_MAX = 150;

/** Written out, and held to those of the links by their type: what makes links is not loaded with the form. */
const PARAMETERS: typeof ABOUT_PARAMETERS = { about: 'aukio-about', title: 'aukio-about-title' };

/** What the feedback is about: the page says it, or a link to the form, on this page or on another one; the resident may take it off. */
export class Subject implements ReactiveController {
  /** What came with the event or the address; `null` where the resident took it off. */
  #opened: FeedbackOpenDetail | null | undefined;

  /** @param take a link to the form was followed on this very page. @returns whether the form is there to take it */
  constructor(private readonly host: AukioFeedbackForm, private readonly take: () => boolean) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('aukio-before-feedback-open', this.#follow);
    if (this.#opened === undefined) this.#opened = inAddress();
  }

  hostDisconnected(): void {
    document.removeEventListener('aukio-before-feedback-open', this.#follow);
  }

  get now(): FeedbackOpenDetail | undefined {
    if (this.#opened !== undefined) return this.#opened ?? undefined;
    const written = this.host.about?.trim();
    if (!written) return undefined;
    // A page may be named as in a link.
    const about = !/^\w+:/.test(written) && URL.canParse(written, document.baseURI) ? new URL(written, document.baseURI).href : written;
    return { about, title: tidy(this.host.aboutTitle ?? '') || written };
  }

  /** The resident writes about something else than what the page named. */
  drop(): void {
    this.#become(null);
    this.host.sending?.changed('about');
    void this.host.focusOn('message');
  }

  /** A feedback of earlier is written on, about what it was about. */
  keep(about: string | undefined): void {
    if (about !== this.now?.about) this.#become(about === undefined ? null : { about, title: about });
  }

  readonly #follow = (event: BeforeFeedbackOpenEvent): void => {
    if (event.defaultPrevented || !this.take()) return;
    event.preventDefault();
    this.#become(detailOf(event.detail));
  };

  #become(opened: FeedbackOpenDetail | null): void {
    this.#opened = opened;
    this.host.requestUpdate();
  }
}

function inAddress(): FeedbackOpenDetail | undefined {
  const parameters = new URLSearchParams(location.search);
  const about = parameters.get(PARAMETERS.about);
  return about ? detailOf({ about, title: parameters.get(PARAMETERS.title) ?? '' }) : undefined;
}

function detailOf({ about, title }: FeedbackOpenDetail): FeedbackOpenDetail {
  const plain = tidy(title);
  return { about, title: (plain.length > TITLE_MAX ? `${plain.slice(0, TITLE_MAX)}…` : plain) || about };
}
