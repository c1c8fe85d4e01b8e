import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { csvDocument } from '../../../src/model/csv-document.ts';
import { decodeText } from '../../../src/model/encoding.ts';
import { RefusedDocument, type Accepted, type Fault } from '../../../src/model/gate.ts';
import type { Gate } from './gates.ts';

const compressed = promisify(gzip);

/** The formats that editors keep, in the order in which they are looked for. */
export const FORMATS = ['json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** A body as it is sent. */
export interface Packed {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer>;
  /** Without quotes; of `body`. */
  readonly hash: string;
}

/** One document as it is sent. */
export interface Copy extends Packed {
  /** What the gate accepted. */
  readonly accepted: Accepted<unknown>;
}

/** A file that cannot be served. The place is in the file, so that the editor finds it. */
export class BrokenFile extends Error {
  override readonly name = 'BrokenFile';
  constructor(readonly fault: Fault) {
    super(fault.code);
  }
}

/**
 * Takes a file through its gate. JSON is sent as it was written, a table as the gate has read it: as JSON of the same shape.
 * @throws {BrokenFile} `not-json` and what the gate refuses; `nothing-accepted` where every item was left out
 */
export async function readCopy(bytes: Uint8Array, format: Format, gate: Gate, lang: string): Promise<Copy> {
  const { text } = decodeText(bytes);
  const accepted = await accept(format === 'csv' ? csvDocument(text) : parsed(text), gate, lang);
  if (!accepted.count && accepted.skipped[0]) throw new BrokenFile({ ...accepted.skipped[0], code: 'nothing-accepted' });
  const json = format === 'csv' ? JSON.stringify({ lang, ...(accepted.data as object) }) : text;
  return { ...(await packed(json)), accepted };
}

export async function packed(text: string): Promise<Packed> {
  const body = new TextEncoder().encode(text);
  return { body, gzipped: new Uint8Array(await compressed(body)), hash: createHash('sha256').update(body).digest('base64url').slice(0, 22) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BrokenFile({ code: 'not-json' });
  }
}

async function accept(raw: unknown, gate: Gate, lang: string): Promise<Accepted<unknown>> {
  const items = gate(raw, lang);
  try {
    for (;;) {
      const { done, value } = await items.next();
      if (done) return value;
    }
  } catch (error) {
    if (error instanceof RefusedDocument) throw new BrokenFile(error.fault);
    throw error;
  }
}
