/** Of an answer that no cache may keep. */
export const NOT_KEPT = { 'Cache-Control': 'no-store' };

/** Of the answer to a submission that had arrived before. */
export const REPLAYED = { ...NOT_KEPT, 'Idempotency-Replayed': 'true' };

/** What a program shows of itself; undefined where there is nothing. */
export function bearerOf(request: Request): string | undefined {
  return /^Bearer +(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
}
