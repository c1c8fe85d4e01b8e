import type { AukioElement } from '../src/core/element.ts';
import { SourceError } from '../src/sources/errors.ts';
import type { DataSource } from '../src/sources/source.ts';
import { documentOf } from './draft.ts';
import type { AukioBuilder } from './builder.ts';

/** Kept out of the preview: they would change the builder's own address, or fetch what is not there yet. */
const NOT_HERE = new Set(['filters-in-address', 'src', 'endpoint', 'results-src', 'receipts-src', 'compare-src', 'ballot']);

const DEFINE = {
  'goal-status': () => import('../src/define/goal-status.ts'),
  'channel-directory': () => import('../src/define/channel-directory.ts'),
  'feedback-form': () => import('../src/define/feedback-form.ts'),
  'budget-vote': () => import('../src/define/budget-vote.ts'),
  'budget-results': () => import('../src/define/budget-results.ts'),
} as const;

/** The real widget, with what the editor brought as its source. */
export class Preview {
  #element: (AukioElement & { source?: DataSource | undefined }) | undefined;
  #data: unknown;
  #lang = '';

  /** The element that shows the builder's state of now; the same one as long as it is the same widget. */
  elementFor(builder: AukioBuilder): HTMLElement {
    const { widget, chosen, contentLang, draft, json, kind } = builder;
    const tag = `aukio-${widget}`;
    if (this.#element?.localName !== tag) {
      this.#element = document.createElement(tag) as AukioElement;
      this.#data = undefined;
      DEFINE[widget]().catch(() => {});
    }
    const element = this.#element;
    const wanted = new Map([...chosen].filter(([name]) => !NOT_HERE.has(name)));
    // What is to be mended stands beside the table already.
    wanted.set('debug', 'false').set('lang', contentLang);
    // An order that is drawn is remembered on the device, and from here nothing is.
    if (widget === 'budget-vote') wanted.set('keep-order', '');
    for (const name of element.getAttributeNames()) if (!wanted.has(name)) element.removeAttribute(name);
    for (const [name, value] of wanted) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    const data = draft ?? json ?? widget;
    if (data !== this.#data || contentLang !== this.#lang) {
      this.#data = data;
      this.#lang = contentLang;
      const own: unknown = draft ? documentOf(draft) : json;
      element.source = sourceOf(own, kind.samples);
    }
    return element;
  }
}

/** The editor's own data under the first name that the widget asks for; sample data where she has brought none. */
function sourceOf(own: unknown, samples: Readonly<Record<string, () => Promise<unknown>>>): DataSource {
  const [first] = Object.keys(samples);
  return {
    async read(resource) {
      if (own !== undefined && resource === first) return own;
      const sample = own === undefined ? samples[resource] : undefined;
      if (!sample) throw new SourceError('not-found');
      return sample();
    },
    submit: () => Promise.reject(new SourceError('closed')),
  };
}
