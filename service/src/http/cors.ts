import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

/** How long a browser remembers a preflight, in seconds. */
const PREFLIGHT_AGE = 3600;

/**
 * Lets pages of the named origins use the service from a browser; `*` lets any. No cookie is ever involved.
 * @param origins as `https://www.merilehto.example`
 */
export function crossOrigin(origins: readonly string[]): MiddlewareHandler {
  const answer = cors({
    origin: origins.includes('*') ? '*' : [...origins],
    allowMethods: ['GET', 'HEAD', 'POST'],
    allowHeaders: ['Content-Type', 'Idempotency-Key', 'Aukio-Proof', 'Authorization'],
    exposeHeaders: ['Idempotency-Replayed', 'Retry-After', 'ETag'],
    maxAge: PREFLIGHT_AGE,
  });
  return async (c, next) => {
    // An OPTIONS that is no preflight asks what an address allows.
    if (c.req.method === 'OPTIONS' && !c.req.header('access-control-request-method')) await next();
    else return answer(c, next);
  };
}
