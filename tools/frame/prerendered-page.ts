import { escape, framePage } from './frame-page.mjs';

/** The widgets whose content can be read where nothing runs; without script a form has nowhere to send to. */
export const PRERENDERED_WIDGETS = ['goal-status', 'channel-directory'] as const;
export type PrerenderedWidget = (typeof PRERENDERED_WIDGETS)[number];

export interface Prerendered {
  readonly widget: PrerenderedWidget;
  readonly lang: string;
  /** The address of the script tag's folder, with a slash at its end. */
  readonly aukio: string;
  /** What the widget is set to, by the names of its attributes. */
  readonly settings: Readonly<Record<string, string>>;
  readonly title: string;
  /** The content as plain HTML. */
  readonly html: string;
}

/** A page for an iframe with the content in it: it can be read where nothing runs, and the widget reads it where scripts may. */
export function prerenderedPage({ widget, lang, aukio, settings, title, html }: Prerendered): string {
  const data = Object.entries(settings).map(([name, value]) => ` data-${name}="${escape(value)}"`).join('');
  return framePage({ aukio, lang, title, main: `<main><div data-aukio="${widget}"${data}>\n${html}</div></main>` });
}
