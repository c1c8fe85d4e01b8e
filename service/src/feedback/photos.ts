import { fileTypeFromBuffer } from 'file-type';
import type { PhotoFacts } from '../../../src/model/feedback-rules.ts';

/** A photo as it came. Its type is told by its bytes; what the sender says of name and type is not looked at. */
export interface Photo extends PhotoFacts {
  readonly bytes: Uint8Array;
}

export function photosOf(files: readonly Uint8Array<ArrayBuffer>[]): Promise<Photo[]> {
  return Promise.all(files.map(async (bytes) => ({ bytes, size: bytes.byteLength, type: (await sniffed(bytes)) ?? 'application/octet-stream' })));
}

/** The beginning is enough for images, and keeps what a hostile file can make the parser do small. */
const BEGINNING = 4_100;

async function sniffed(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(bytes.subarray(0, BEGINNING)))?.mime;
  } catch {
    return undefined;
  }
}
