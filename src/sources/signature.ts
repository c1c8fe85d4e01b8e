import type { DocumentFault } from './errors.ts';

/** What a file is by its first bytes, where they tell. `ole` is the container of Office files before 2007 and of encrypted ones. */
export type Signature = 'zip' | 'ole' | 'pdf' | 'html' | 'json';

const HTML = /^(?:<\?xml[^>]*>)?\s*(?:<!--[^]*?-->\s*)*<(?:!doctype html|html|head|body|meta|title|script)\b/i;

export function signatureOf(bytes: Uint8Array): Signature | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) return 'zip';
  if (start.startsWith('\u00D0\u00CF\u0011\u00E0')) return 'ole';
  // Some scanners write a line of their own before it.
  if (start.includes('%PDF-')) return 'pdf';
  const text = start.replace(/^\u00EF\u00BB\u00BF/, '').trimStart();
  if (HTML.test(text)) return 'html';
  return /^[[{]/.test(text) && !text.startsWith('{\\rtf') ? 'json' : undefined;
}

/** What is wrong with bytes that are nothing the asked reader could ever read; undefined where it should try. */
export function plainFault(bytes: Uint8Array, signature: Signature | undefined): DocumentFault | undefined {
  if (!bytes.length) return 'empty-file';
  if (signature === 'pdf') return 'pdf';
  if (signature === 'html') return 'html-instead';
  return signature === 'ole' ? oleFault(bytes) : undefined;
}

function oleFault(bytes: Uint8Array): DocumentFault {
  // The names of the streams in the container are UTF-16; their high bytes are 0.
  const text = new TextDecoder('latin1').decode(bytes).replaceAll('\0', '');
  if (text.includes('EncryptedPackage')) return 'encrypted';
  return text.includes('WordDocument') ? 'old-doc' : 'old-xls';
}
