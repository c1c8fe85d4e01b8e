import { inSlices } from '../src/core/slices.ts';
import { RefusedDocument, type Accepted, type Fault, type Resource } from '../src/model/gate.ts';
import { asSourceError, SourceError } from '../src/sources/errors.ts';

/** What the gate said of what the editor brought. */
export interface Reading {
  /** Undefined where all of it was refused. */
  readonly accepted: Accepted<unknown> | undefined;
  /** What she should mend: first what was left out, then what may not be what she meant. */
  readonly faults: readonly Fault[];
}

/** Reads what was brought through the same gate that the widget uses. @throws the signal's reason */
export async function readThrough<Options>(resource: Resource<unknown, unknown, Options>, raw: unknown, options: Options, signal: AbortSignal): Promise<Reading> {
  try {
    const accepted = await inSlices(resource.accept(raw, options), signal);
    return { accepted, faults: [...accepted.skipped, ...accepted.notes] };
  } catch (error) {
    signal.throwIfAborted();
    return { accepted: undefined, faults: [faultOf(error)] };
  }
}

/** The editor's fault of whatever went wrong while something was read. */
export function faultOf(error: unknown): Fault {
  if (error instanceof RefusedDocument) return error.fault;
  const { fault, kind } = error instanceof SourceError ? error : asSourceError(error);
  return fault ?? { code: `source-${kind}` };
}
