import { createContext } from '@lit/context';
import type { Query, ResourceName, Submission, SubmissionName } from '../model/resources.ts';

export interface ReadOptions {
  readonly signal: AbortSignal;
  /** The page's language, a BCP 47 tag. */
  readonly lang: string;
  /** What the page answered to the widget's event; stored nowhere. */
  readonly authorization?: string;
  /** The query is a secret, such as a receipt code: it travels in the body of a POST and is in no address and no log. */
  readonly confidential?: boolean;
  /** Asked anew, whatever this page has read before: the answer serves once. */
  readonly fresh?: boolean;
}

export interface SubmitOptions {
  readonly signal: AbortSignal;
  /** Sent as `Idempotency-Key`: the same key counts once. */
  readonly idempotencyKey: string;
  readonly authorization?: string;
  readonly proof?: string;
  readonly files?: readonly { readonly name: string; readonly blob: Blob }[];
  readonly onProgress?: (file: number, sent: number, total: number) => void;
}

/** A receipt from the server: what was sent has arrived and is kept. */
export interface Receipt {
  readonly id: string;
  /** What people call it, such as on the telephone; without it they are told the `id`. */
  readonly number?: string;
  /** With it the state is asked for, without an account; 80 bits or more, see `model/codes.ts`. */
  readonly code?: string;
  /** ISO instant by the server's clock. */
  readonly receivedAt: string;
  /** ISO date by which the city answers, where it says so. */
  readonly dueOn?: string;
}

/**
 * Where data comes from and goes to.
 * @throws {SourceError} from both; anything else is taken as `unavailable`
 */
export interface DataSource {
  /** The absolute base address of a REST interface: what could not be sent through this source is sent there later, from any page of the site. */
  readonly address?: string;
  /** Returns the resource as it came; the gate in `model/` decides what of it is good. */
  read<R extends ResourceName>(resource: R, query: Query<R>, options: ReadOptions): Promise<unknown>;
  submit?<S extends SubmissionName>(kind: S, body: Submission<S>, options: SubmitOptions): Promise<Receipt>;
}

/** A key of the registry, so that two bundles on one page find each other; the version keeps majors apart. */
export const sourceContext = createContext<DataSource>(Symbol.for('aukio/source/v1'));
