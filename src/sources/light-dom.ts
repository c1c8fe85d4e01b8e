import type { BlockDocument } from '../model/document.ts';
import { unreachable } from './errors.ts';
import { readPlainHtml } from './readers/plain-html.ts';

/** The content of an element as a document: its plain beginning at once, and what reads all of it. */
export function readLightDom(root: Element): BlockDocument & Required<Pick<BlockDocument, 'whole'>> {
  return { ...readPlainHtml(root), whole: async () => (await import('./readers/html.ts').catch(unreachable)).readHtml(root) };
}
