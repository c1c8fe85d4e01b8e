import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { destination, pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import { faultCode } from './database/faults.ts';

/**
 * Lines of JSON on standard error, without personal data: no address of a client, no body, no address of a page, no code, no
 * user agent. Standard output has one line, for whoever started the service.
 */
export function createLog(level: string, to: DestinationStream = destination({ dest: 2, sync: true })): Logger {
  return pino({ level, base: null, timestamp: stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } }, to);
}

/** One line per request: which route, how it went, how long it took in milliseconds. */
export function requestLog(log: Pick<Logger, 'info'>): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now();
    await next();
    // The route, not the address: that may hold what somebody searched for, or typed by mistake.
    log.info({ method: c.req.method, route: routePath(c), status: c.res.status, ms: Math.round(performance.now() - start) }, 'request');
  };
}

/** Where it happened. Messages are left out: those of a database quote the values that a person wrote. */
export function traceOf(error: unknown): { readonly name: string; readonly code: string | undefined; readonly frames: readonly string[] } {
  const { name, stack = '' } = error instanceof Error ? error : new Error();
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { name, code: faultCode(error), frames: frames.map((frame) => frame.trim()) };
}
