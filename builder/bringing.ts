import { csvDocument } from '../src/model/csv-document.ts';
import { isBlockDocument } from '../src/model/document.ts';
import { readDocument } from '../src/sources/document.ts';
import { parseMarkup } from '../src/sources/markup.ts';
import { readJson } from '../src/sources/readers/json.ts';
import { draftOf, type Draft } from './draft.ts';
import { readSnippet, type OldSnippet } from './snippet-reading.ts';

/** What the editor brought: tables that she can mend, JSON of another kind, or a snippet that she made before. */
export type Brought = { readonly draft: Draft } | { readonly json: unknown } | { readonly snippet: OldSnippet };

/**
 * Reads what was pasted, be it HTML from a page or from Word, JSON, or rows as Excel and text editors give them.
 * @throws {SourceError} where JSON cannot be parsed
 */
export async function readPasted(text: string): Promise<Brought> {
  const start = text.trimStart();
  if (/^<(?:[a-z!?]|\/)/i.test(start)) return readMarkup(text);
  if (/^[[{]/.test(start)) return { json: readJson(new TextEncoder().encode(text)) };
  return { draft: await draftOf(csvDocument(text)) };
}

/** Reads what the clipboard holds as HTML. */
export async function readMarkup(html: string): Promise<Brought> {
  const snippet = await readSnippet(html);
  if (snippet) return { snippet };
  const { readHtml } = await import('../src/sources/readers/html.ts');
  return { draft: await draftOf(readHtml(parseMarkup(html, 'text/html').body)) };
}

/** Reads a file from the editor's own device; it is sent nowhere. @throws {SourceError} with what is wrong with it */
export async function readOwnFile(file: File, lang: string): Promise<Brought> {
  const { readBytes } = await import('../src/sources/file.ts');
  const bytes = new Uint8Array(await file.arrayBuffer());
  return broughtOf(await readBytes({ bytes, mediaType: file.type.toLowerCase(), url: '', status: 200 }, file.name, { lang }));
}

/** Fetches a file as the widget will. @throws {SourceError} of every kind that reading has; the signal's reason */
export async function readAddress(address: string, lang: string, signal: AbortSignal): Promise<Brought> {
  return broughtOf(await readDocument(address, { signal, lang }));
}

async function broughtOf(raw: unknown): Promise<Brought> {
  return isBlockDocument(raw) ? { draft: await draftOf(raw) } : { json: raw };
}
