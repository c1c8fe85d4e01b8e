import { SourceError, type SourceErrorKind } from './errors.ts';

export const PROBLEM = 'application/problem+json';

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
}

/**
 * The error that a server's refusal stands for. A problem document (RFC 9457) tells what the status does not:
 * its `type` ends in `closed` where voting or commenting is over, and its `title` is for the console.
 * @param gone what 410 means: a file that is no more, or a submission that is not taken any more
 */
export function refusalError({ status, mediaType, body, url }: Answer, gone: SourceErrorKind = 'not-found'): SourceError {
  const problem = mediaType === PROBLEM ? parseProblem(body) : {};
  const closed = typeof problem.type === 'string' && /(?:^|[/#:])closed$/.test(problem.type);
  const kind = closed ? 'closed' : status === 410 ? gone : status >= 500 ? 'unavailable' : (KINDS[status] ?? 'not-found');
  return new SourceError(kind, {
    status,
    url,
    cause: problem.title ?? problem.detail,
    ...(status === 413 && { fault: { code: 'too-large' } }),
  });
}

function parseProblem(body: string): { type?: unknown; title?: unknown; detail?: unknown } {
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
