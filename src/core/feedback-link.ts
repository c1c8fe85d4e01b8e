import type { Fault } from '../model/gate.ts';

/** What feedback is to be about. */
export interface FeedbackOpenDetail {
  /** As `about` of a feedback: `goal:<id>`, `channel:<id>`, … */
  readonly about: string;
  /** Its name as the resident read it. */
  readonly title: string;
}

/** Fired before a link to the feedback form is followed; a form on the same page takes it and cancels the journey. */
export class BeforeFeedbackOpenEvent extends CustomEvent<FeedbackOpenDetail> {
  constructor(detail: FeedbackOpenDetail) {
    super('aukio-before-feedback-open', { bubbles: true, composed: true, cancelable: true, detail });
  }
}

/** The names under which a form on another page finds what it is about in its address. */
export const ABOUT_PARAMETERS = { about: 'aukio-about', title: 'aukio-about-title' } as const;

/** The address of the page with the feedback form, about one thing. @param page as the editor wrote it */
export function feedbackAddress(page: string, { about, title }: FeedbackOpenDetail): string {
  const address = new URL(page, document.baseURI);
  address.searchParams.set(ABOUT_PARAMETERS.about, about);
  address.searchParams.set(ABOUT_PARAMETERS.title, title);
  return address.href;
}

/** A link to the feedback form, about one thing. */
export interface FeedbackLink {
  readonly href: string;
  /** Answers its click: a form on the same page takes it there. */
  readonly follow: (event: MouseEvent) => void;
}

/**
 * The link to the page with the feedback form, about one thing; nothing where no page is named.
 * @param host fires the event that a form on the same page takes
 * @param page the value of `feedback-href`, as the editor wrote it
 */
export function feedbackLink(host: EventTarget, page: string | undefined, about: FeedbackOpenDetail): FeedbackLink | undefined {
  if (!page || !isPage(page)) return undefined;
  return {
    href: feedbackAddress(page, about),
    follow: (event) => {
      // Whoever opens it in another tab wants it there.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const before = new BeforeFeedbackOpenEvent(about);
      if (!host.dispatchEvent(before)) event.preventDefault();
    },
  };
}

/** What the editor is told where `feedback-href` is no address of a page. */
export function feedbackFaults(page: string | undefined): readonly Fault[] {
  return page && !isPage(page) ? [{ code: 'feedback-href-unsafe', values: { value: page } }] : [];
}

function isPage(address: string): boolean {
  return URL.canParse(address, document.baseURI) && /^https?:$/.test(new URL(address, document.baseURI).protocol);
}

declare global {
  interface HTMLElementEventMap {
    'aukio-before-feedback-open': BeforeFeedbackOpenEvent;
  }
  interface DocumentEventMap {
    'aukio-before-feedback-open': BeforeFeedbackOpenEvent;
  }
}
