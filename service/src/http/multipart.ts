import { Problem } from './problems.ts';

/** A submission with files: the part `body` as bytes of JSON, each part `file` as bytes. What names and types a browser gave is not taken on trust, so it is left out. */
export interface Parts {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly files: readonly Uint8Array<ArrayBuffer>[];
}

/** Far more than a form has. Each part takes the parser's time, however small it is: a few megabytes of empty ones would hold up everybody for a minute. */
const PARTS_MAX = 100;
const BEFORE_PART = '\r\n--';

/** @throws {Problem} `too-large` where it has very many parts; `malformed` where it is no form data, or has another part, no `body` or two of them */
export async function parseMultipart(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<Parts> {
  if (countsMore(bytes, PARTS_MAX)) throw new Problem('too-large', { detail: `At most ${PARTS_MAX} parts.` });
  let form: FormData;
  try {
    form = await new Response(bytes, { headers: { 'Content-Type': contentType } }).formData();
  } catch {
    throw new Problem('malformed', { detail: 'The body is not multipart/form-data.' });
  }
  const names = [...form.keys()];
  if (names.some((name) => name !== 'body' && name !== 'file') || names.filter((name) => name === 'body').length !== 1) {
    throw new Problem('malformed', { detail: 'One part "body" and parts "file" are expected.' });
  }
  return { body: await bytesOf(form.get('body')!), files: await Promise.all(form.getAll('file').map(bytesOf)) };
}

function countsMore(bytes: Uint8Array<ArrayBuffer>, max: number): boolean {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = body.indexOf(BEFORE_PART);
  for (let count = 0; at >= 0; at = body.indexOf(BEFORE_PART, at + 1)) if (++count > max) return true;
  return false;
}

async function bytesOf(part: FormDataEntryValue): Promise<Uint8Array<ArrayBuffer>> {
  return typeof part === 'string' ? new TextEncoder().encode(part) : new Uint8Array(await part.arrayBuffer());
}
