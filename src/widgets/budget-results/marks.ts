import { svg, html, type TemplateResult } from 'lit';
import type { FundingKind, ImplementationState } from '../../model/ballot.ts';

const RING = 'M8 .5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15Zm0 1.7a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2Z';
const DISC = 'M8 .5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15Z';
const TICK = 'M6.9 11.5 3.6 8.2l1.2-1.2 2.1 2.1 4.3-4.4L12.4 6Z';

/** A shape for each thing that is said of a project, so that it is told apart without colour. */
const SHAPES = {
  'chosen': DISC + TICK,
  'undecided': `${RING}M7.2 4h1.6v5.2H7.2Zm0 6.2h1.6v1.6H7.2Z`,
  'part': `${RING}M8 3.4a4.6 4.6 0 0 1 0 9.2Z`,
  'reserve': `${RING}M7.2 4.4h1.6v2.8h2.8v1.6H8.8v2.8H7.2V8.8H4.4V7.2h2.8Z`,
  'planned': RING,
  'in-progress': `${DISC}M6.2 4.6 11.6 8l-5.4 3.4Z`,
  'done': DISC + TICK,
  'dropped': `${DISC}M4.5 7.1h7v1.8h-7Z`,
} as const satisfies Record<ImplementationState | FundingKind | 'chosen' | 'undecided', string>;

/** A shape beside its word, which says the same. */
export function mark(name: keyof typeof SHAPES): TemplateResult {
  return html`<svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d=${SHAPES[name]}></path></svg>`;
}

/** How far along its track a bar reaches. @param limit where an upright line stands, of the same length as the bar */
export function bar(share: number, kind: 'chosen' | 'other', limit?: number): TemplateResult {
  const width = Math.max(0, Math.min(100, share * 100)).toFixed(2);
  const line = limit === undefined ? '' : Math.min(99.7, limit * 100).toFixed(2);
  return html`<svg class="bar ${kind}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="10"></rect>
    <rect class="fill" width=${width} height="10"></rect>
    ${line ? svg`<rect class="limit" x=${line} y="-3" width=".6" height="16"></rect>` : ''}
  </svg>`;
}
