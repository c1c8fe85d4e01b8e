import { resolveAddress } from './address.ts';
import { decodeText } from '../model/encoding.ts';
import type { DocumentOptions, DocumentType } from './document.ts';
import { download, type Download } from './download.ts';
import { invalidDocument, SourceError, unreachable } from './errors.ts';
import { parseMarkup } from './markup.ts';
import { readLongJson } from './readers/json.ts';
import { plainFault, signatureOf } from './signature.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const MEDIA_TYPES: Readonly<Record<string, DocumentType>> = {
  'application/json': 'json',
  'text/csv': 'csv',
  'application/csv': 'csv',
  [`${OFFICE}wordprocessingml.document`]: 'docx',
  [`${OFFICE}spreadsheetml.sheet`]: 'xlsx',
};

/** Those that only such a file needs. */
const readers = {
  csv: () => import('./readers/csv.ts'),
  docx: () => import('./readers/docx.ts'),
  html: () => import('./readers/html.ts'),
  xlsx: () => import('./readers/xlsx.ts'),
};

/** Fetches a document and gives it to its reader. What is said of `readDocument` holds. */
export async function openDocument(src: string, { type, lang, ...options }: DocumentOptions): Promise<unknown> {
  const url = resolveAddress(src);
  const arriving = download(url, options);
  // Its reader is fetched beside the file, not after it; what is wrong with that is said when it is needed.
  const expected = type ?? endingOf(url.pathname);
  if (expected && expected in readers) readers[expected as keyof typeof readers]().catch(() => {});
  const file = await arriving;
  try {
    return await readBytes(file, url.pathname, { type, lang });
  } catch (error) {
    if (!(error instanceof SourceError) || error.url) throw error;
    throw new SourceError(error.kind, { ...(error.fault && { fault: error.fault }), url: url.href, cause: error.cause });
  }
}

/**
 * Gives a file that is there already to its reader.
 * @param path its name; the ending tells what it is where its media type does not
 * @throws {SourceError} `invalid-data` with what is wrong with the file
 */
export async function readBytes(file: Download, path: string, { type, lang }: { readonly type?: DocumentType | undefined; readonly lang: string }): Promise<unknown> {
  const { bytes } = file;
  switch (type ?? typeOf(file, path)) {
    case 'json': return readLongJson(bytes);
    case 'html': return (await readers.html().catch(unreachable)).readHtml(contentOf(file));
    case 'csv': return (await readers.csv().catch(unreachable)).readCsv(bytes);
    case 'docx': return (await readers.docx().catch(unreachable)).readLongDocx(bytes);
    case 'xlsx': return (await readers.xlsx().catch(unreachable)).readXlsx(bytes, lang);
  }
}

function contentOf({ bytes, url }: Download): Element {
  const fault = plainFault(bytes, signatureOf(bytes));
  if (fault && fault !== 'html-instead') throw invalidDocument(fault);
  const page = parseMarkup(decodeText(bytes).text, 'text/html');
  // They are written for the page that they stand on.
  for (const link of page.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    if (URL.canParse(href, url)) link.setAttribute('href', new URL(href, url).href);
  }
  return page.querySelector('main') ?? page.body;
}

/**
 * By the media type, else by the ending of the address, else by the first bytes. HTML under another ending is most often a
 * login page instead of the file; the reader of that ending says so.
 */
function typeOf({ bytes, mediaType }: Download, path: string): DocumentType {
  const named = MEDIA_TYPES[mediaType] ?? (mediaType.endsWith('+json') ? 'json' : endingOf(path));
  if (named) return named;
  const signature = signatureOf(bytes);
  if (signature === 'json' || signature === 'html') return signature;
  // The names of its parts stand in clear in a zip file.
  const names = signature === 'zip' ? new TextDecoder('latin1').decode(bytes.subarray(-65_536)) : '';
  if (names.includes('word/')) return 'docx';
  if (names.includes('xl/')) return 'xlsx';
  const fault = plainFault(bytes, signature);
  if (!fault && signature === undefined && mediaType.startsWith('text/')) return mediaType === 'text/html' ? 'html' : 'csv';
  throw invalidDocument(fault ?? 'type-unknown');
}

function endingOf(path: string): DocumentType | undefined {
  return /\.(json|csv|docx|xlsx|html?)$/i.exec(path)?.[1]?.toLowerCase().replace(/^htm$/, 'html') as DocumentType | undefined;
}
