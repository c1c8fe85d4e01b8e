import { resolveAddress } from './address.ts';
import { decodeText } from './encoding.ts';
import type { DocumentOptions, DocumentType } from './document.ts';
import { download, type Download } from './download.ts';
import { invalidDocument, SourceError, unreachable } from './errors.ts';
import { parseMarkup } from './markup.ts';
import { readHtml } from './readers/html.ts';
import { readJson } from './readers/json.ts';
import { plainFault, signatureOf } from './signature.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const MEDIA_TYPES: Readonly<Record<string, DocumentType>> = {
  'application/json': 'json',
  'text/csv': 'csv',
  'application/csv': 'csv',
  [`${OFFICE}wordprocessingml.document`]: 'docx',
  [`${OFFICE}spreadsheetml.sheet`]: 'xlsx',
};

/** Fetches a document and gives it to its reader. What is said of `readDocument` holds. */
export async function openDocument(src: string, { type, lang, ...options }: DocumentOptions): Promise<unknown> {
  const url = resolveAddress(src);
  const file = await download(url, options);
  try {
    return await read(file, type ?? typeOf(file, url.pathname), lang);
  } catch (error) {
    if (!(error instanceof SourceError) || error.url) throw error;
    throw new SourceError(error.kind, { ...(error.fault && { fault: error.fault }), url: url.href, cause: error.cause });
  }
}

async function read(file: Download, type: DocumentType, lang: string): Promise<unknown> {
  const { bytes } = file;
  switch (type) {
    case 'json': return readJson(bytes);
    case 'html': return readPage(file);
    case 'csv': return (await import('./readers/csv.ts').catch(unreachable)).readCsv(bytes);
    case 'docx': return (await import('./readers/docx.ts').catch(unreachable)).readDocx(bytes);
    case 'xlsx': return (await import('./readers/xlsx.ts').catch(unreachable)).readXlsx(bytes, lang);
  }
}

function readPage({ bytes, url }: Download): unknown {
  const fault = plainFault(bytes, signatureOf(bytes));
  if (fault && fault !== 'html-instead') throw invalidDocument(fault);
  const page = parseMarkup(decodeText(bytes).text, 'text/html');
  // They are written for the page that they stand on.
  for (const link of page.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    if (URL.canParse(href, url)) link.setAttribute('href', new URL(href, url).href);
  }
  return readHtml(page.querySelector('main') ?? page.body);
}

/**
 * By the media type, else by the ending of the address, else by the first bytes. HTML under another ending is most often a
 * login page instead of the file; the reader of that ending says so.
 */
function typeOf({ bytes, mediaType }: Download, path: string): DocumentType {
  const ending = /\.(json|csv|docx|xlsx|html?)$/i.exec(path)?.[1]?.toLowerCase().replace(/^htm$/, 'html') as DocumentType | undefined;
  const named = MEDIA_TYPES[mediaType] ?? (mediaType.endsWith('+json') ? 'json' : ending);
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
