import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FeedbackError } from '../../../src/model/feedback.ts';
import type { VoteError } from '../../../src/model/vote-rules.ts';

/** Every refusal, by its code: the status, and what the developer reads. Residents read the widget's sentence for the code. */
const PROBLEMS = {
  'malformed': [400, 'The request cannot be read'],
  'key-missing': [400, 'Idempotency-Key has to be a UUID'],
  'not-found': [404, 'There is nothing here'],
  'code-unknown': [404, 'No feedback has this code'],
  'identification-missing': [401, 'This ballot asks who votes'],
  'identification-wrong': [401, 'What was shown does not tell who votes'],
  'token-wrong': [401, 'The token is not valid'],
  'scope-missing': [403, 'The token does not allow this'],
  'not-eligible': [403, 'This person may not vote in this ballot'],
  'results-hidden': [403, 'The results are not public yet'],
  'method-not-allowed': [405, 'This method is not for this address'],
  'in-progress': [409, 'A request with the same Idempotency-Key is still running'],
  'closed': [409, 'Voting has closed'],
  'stale-rules': [409, 'The vote was made under other rules'],
  'too-large': [413, 'The request is too large'],
  'media-type': [415, 'The media type is not understood'],
  'feedback-invalid': [422, 'The feedback breaks a rule'],
  'vote-invalid': [422, 'The vote breaks a rule'],
  'batch-invalid': [422, 'The batch breaks a rule'],
  'idempotency-mismatch': [422, 'The Idempotency-Key was used for other words'],
  'too-many': [429, 'Too many requests'],
  'internal': [500, 'The service failed'],
  'unavailable': [503, 'The service is not available for now'],
} as const satisfies Readonly<Record<string, readonly [ContentfulStatusCode, string]>>;
export type ProblemCode = keyof typeof PROBLEMS;

/** A rule that a vote breaks, with the part of the body that it stands in. */
export interface VoteFieldError extends VoteError {
  readonly field: string;
}

export interface ProblemDetails {
  /** What is wrong, for the developer. No word of what a person wrote. */
  readonly detail?: string;
  /** Each breach of the rules, for the widget to show beside its field. */
  readonly errors?: readonly (FeedbackError | VoteFieldError)[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal on its way to the client, as a problem document (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(readonly code: ProblemCode, readonly details: ProblemDetails = {}) {
    super(code);
  }
}

/** A refusal that passes by itself. @param seconds after which trying again can help */
export function retryLater(code: 'in-progress' | 'too-many' | 'unavailable', seconds: number): Problem {
  return new Problem(code, { headers: { 'Retry-After': String(Math.max(1, Math.ceil(seconds))) } });
}

export function problemResponse(c: Context, { code, details: { detail, errors, headers } }: Problem): Response {
  const [status, title] = PROBLEMS[code];
  return c.json({ type: `urn:aukio:problem:${code}`, title, status, code, ...(detail !== undefined && { detail }), ...(errors && { errors }) }, status, {
    ...headers,
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  });
}
