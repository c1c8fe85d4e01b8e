import { SourceError, type FieldError, type SourceErrorKind } from './errors.ts';

export const PROBLEM = 'application/problem+json';
/** The problem of a submission whose idempotency key has come with other words before. */
export const KEY_REUSED = 'idempotency-mismatch';

const KINDS: Readonly<Record<number, SourceErrorKind>> = {
  400: 'invalid-data', 401: 'forbidden', 403: 'forbidden', 407: 'forbidden', 408: 'timeout', 409: 'conflict', 412: 'conflict',
  413: 'invalid-data', 415: 'invalid-data', 422: 'invalid-data', 429: 'too-many', 451: 'forbidden',
};

/** What a server answered to a request. */
export interface Answer {
  readonly status: number;
  readonly mediaType: string;
  readonly body: string;
  readonly url: string;
  /** The header as it came. */
  readonly retryAfter?: string | null;
}

/**
 * The error that a server's refusal stands for. A problem document (RFC 9457) tells what the status does not:
 * its `type` ends in `closed` where voting or commenting is over, and in `idempotency-mismatch` where other words have arrived under
 * the same idempotency key; its `errors` are what is wrong with a submission, by field; its `title` is for the console.
 * @param gone what 410 means: a file that is no more, or a submission that is not taken any more
 */
export function refusalError({ status, mediaType, body, url, retryAfter }: Answer, gone: SourceErrorKind = 'not-found'): SourceError {
  const problem = mediaType === PROBLEM ? parseProblem(body) : {};
  const type = typeof problem.type === 'string' ? /[^/#:]*$/.exec(problem.type)?.[0] : undefined;
  const errors = fieldErrors(problem.errors);
  const kind = type === 'closed' ? 'closed' : type === KEY_REUSED ? 'conflict' : status === 410 ? gone : status >= 500 ? 'unavailable' : (KINDS[status] ?? 'not-found');
  const wait = secondsOf(retryAfter);
  return new SourceError(kind, {
    status,
    url,
    ...(wait !== undefined && { retryAfter: wait }),
    cause: problem.title ?? problem.detail,
    ...(type && { problem: type }),
    ...(errors.length && { errors }),
    ...(status === 413 && { fault: { code: 'too-large' } }),
  });
}

/** `Retry-After` is a number of seconds or a date (RFC 9110). */
function secondsOf(header: string | null | undefined): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

function fieldErrors(list: unknown): FieldError[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((error: Partial<Record<keyof FieldError, unknown>> | null) => {
    const { code, field, values, group, projects } = error ?? {};
    if (typeof code !== 'string' || typeof field !== 'string') return [];
    return {
      code, field,
      ...(typeof values === 'object' && values && { values: values as NonNullable<FieldError['values']> }),
      ...(typeof group === 'string' && { group }),
      ...(Array.isArray(projects) && { projects: projects.map(String) }),
    };
  });
}

function parseProblem(body: string): { type?: unknown; title?: unknown; detail?: unknown; errors?: unknown } {
  try {
    return Object(JSON.parse(body)) as object;
  } catch {
    return {};
  }
}

/** `text/csv` of `text/csv; charset=utf-8`. */
export function mediaTypeOf(header: string | null): string {
  return header?.split(';')[0]?.trim().toLowerCase() ?? '';
}
