import { ContextConsumer, ContextRoot } from '@lit/context';
import type { ReactiveElement } from 'lit';
import { sourceContext, type DataSource } from '../sources/source.ts';

let root: ContextRoot | undefined;

/** Tells an element which source is nearest to it, now and whenever that changes. */
export function consumeSource(host: ReactiveElement, callback: (source: DataSource | undefined) => void): void {
  // Before the first consumer asks, so that a provider may come later than the widgets that need it.
  if (!root) (root = new ContextRoot()).attach(document as unknown as HTMLElement);
  new ContextConsumer(host, { context: sourceContext, subscribe: true, callback });
}
