import type { StoryObj } from '@storybook/web-components-vite';
import { SourceError, type SourceErrorKind } from '../src/sources/errors.ts';
import type { DataSource } from '../src/sources/source.ts';

/** Markup as an editor pasted it, as nodes for the inside of a widget. */
export function pasted(markup: string): DocumentFragment {
  return document.createRange().createContextualFragment(markup);
}

/** A source that answers with `raw`, whatever it is asked for. */
export function answering(raw: unknown): DataSource {
  return { read: () => Promise.resolve(raw) };
}

/** A source that never has anything but this trouble. */
export function failing(kind: SourceErrorKind): DataSource {
  return { read: () => Promise.reject(new SourceError(kind)) };
}

/** A source whose answer never comes. */
export const silent: DataSource = { read: () => new Promise<never>(() => {}) };

/**
 * The code beside a story, where what is rendered does not show what a page has to say. Also where it is made of nodes:
 * to show their code Storybook would take them from the story.
 */
export function written(code: string, language: 'html' | 'js' = 'html'): Pick<StoryObj, 'parameters'> {
  return { parameters: { docs: { source: { code, language, type: 'code' } } } };
}
