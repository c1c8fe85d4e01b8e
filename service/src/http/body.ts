import { Problem } from './problems.ts';

/**
 * How much more than allowed is read, and let fall, before the answer: who is answered while still sending often sees a
 * broken connection instead of the answer, and takes it for a fault of the network.
 */
const LET_FALL = 32_000_000;

/**
 * The whole body of a request. A limit holds whether or not the request says how long it is.
 * @throws {Problem} `too-large`; `media-type` where it is compressed, so that nothing small unfolds into something large
 */
export async function readBody(request: Request, max: number): Promise<Uint8Array<ArrayBuffer>> {
  if (request.headers.has('content-encoding')) throw new Problem('media-type', { detail: 'Content-Encoding is not understood.' });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size <= max) chunks.push(chunk);
    else chunks.length = 0;
    if (size > max + LET_FALL) break;
  }
  if (size > max) throw new Problem('too-large', { detail: `At most ${max} bytes.` });
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** The media type without parameters. */
export function mediaTypeOf(request: Request): string {
  return request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
}

/** @throws {Problem} `malformed` where the bytes are not JSON in UTF-8 */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Problem('malformed', { detail: 'The body is not JSON in UTF-8.' });
  }
}
