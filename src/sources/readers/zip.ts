import { Inflate } from 'fflate';
import { decodeText } from '../../model/encoding.ts';
import { invalidDocument } from '../errors.ts';

/** More parts than an Office file with a picture on every page has. */
const MAX_ENTRIES = 4000;
/** What all parts that are read may hold together, unpacked; 10,000 goals in Word are about 40 MB. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Packed bytes that are inflated at a time. One byte becomes 1,032 at most, so a bomb is noticed after 8 MB. */
const STEP = 8 * 1024;
/** Unpacked bytes that are decoded at a time. */
const PIECE = 1024 * 1024;

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** A zip file of which parts are inflated as they are asked for. */
export interface Archive {
  /** A part as text, in steps, or undefined where there is none of that name, in whatever case. */
  text(name: string): Generator<void, string | undefined, void>;
}

/**
 * Opens a zip file.
 *
 * The directory is read here and not by fflate's `unzipSync`, which allocates what the file says of itself, and stops
 * writing but not working where a part is longer than it says.
 * @throws {SourceError} `invalid-data`: `not-a-zip`, `encrypted`, `too-large`; also from `text`
 */
export function openArchive(bytes: Uint8Array): Archive {
  const entries = guarded(() => readDirectory(bytes));
  let left = MAX_BYTES;
  return {
    *text(name) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) return undefined;
      left -= entry.size;
      if (left < 0) throw invalidDocument('too-large');
      const unpacking = guarded(() => unpack(bytes, entry));
      let step = guarded(() => unpacking.next());
      for (; !step.done; step = guarded(() => unpacking.next())) yield;
      return yield* decode(step.value);
    },
  };
}

/** Reading beyond the end of a truncated file is a `RangeError`, and fflate has errors of its own. */
function guarded<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof Error && 'kind' in error ? error : invalidDocument('not-a-zip', { cause: error });
  }
}

/** PKWARE's APPNOTE.TXT, 4.3.12 and 4.3.16. */
function readDirectory(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, end - 0xffff);
  while (view.getUint32(end, true) !== 0x06054b50) if (--end < first) throw invalidDocument('not-a-zip');
  const count = view.getUint16(end + 10, true);
  // Also the mark of the 64-bit format, which is for files beyond 4 GB or 65,534 parts.
  if (count > MAX_ENTRIES) throw invalidDocument('too-large');
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw invalidDocument('not-a-zip');
    if (view.getUint16(at + 8, true) & 1) throw invalidDocument('encrypted');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(name.toLowerCase(), {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function* unpack(bytes: Uint8Array, { method, packed, size, offset }: Entry): Generator<void, Uint8Array, void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, 30);
  const start = offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length < packed || (method !== 0 && method !== 8)) throw invalidDocument('not-a-zip');
  if (method === 0) return data;
  const result = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > size) throw invalidDocument('too-large');
    result.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed; at += STEP) {
    inflate.push(data.subarray(at, at + STEP), at + STEP >= packed);
    yield;
  }
  if (length < size) throw invalidDocument('not-a-zip');
  return result;
}

function* decode(bytes: Uint8Array): Generator<void, string, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      text += decoder.decode(bytes.subarray(at, at + PIECE), { stream: at + PIECE < bytes.length });
      yield;
    }
    return text;
  } catch {
    return decodeText(bytes).text;
  }
}
