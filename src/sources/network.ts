import { SourceError } from './errors.ts';

/** Ends a request that makes no progress, and tells that from one that nobody waits for any more. */
export class Patience {
  readonly #controller = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The server was silent for too long. */
  exhausted = false;

  constructor(private readonly silence: number) {
    this.renew();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Something has come. */
  renew(): void {
    this.end();
    this.#timer = setTimeout(() => {
      this.exhausted = true;
      this.#controller.abort();
    }, this.silence);
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  cancel(reason?: unknown): void {
    this.end();
    this.#controller.abort(reason);
  }
}

/**
 * Runs one request, and finds out why where it fails: browsers give one `TypeError` for a lost connection, a refusal by the
 * other site (CORS) and one by the page's own policy (CSP), and only for the last they also fire an event.
 * @throws {SourceError} from `run`, or `timeout`, `offline`, `blocked`, `unavailable`
 */
export async function attempt<Result>(url: URL, patience: Patience, run: () => Promise<Result>): Promise<Result> {
  const forbidden: string[] = [];
  const listen = ({ blockedURI, disposition }: SecurityPolicyViolationEvent) => {
    if (disposition === 'enforce' && blockedURI) forbidden.push(blockedURI);
  };
  document.addEventListener('securitypolicyviolation', listen);
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    const details = { url: url.href, cause };
    if (patience.exhausted) throw new SourceError('timeout', details);
    if (patience.signal.aborted) throw cause;
    if (navigator.onLine === false) throw new SourceError('offline', details);
    // The event comes in a task of its own, after the request has failed.
    await new Promise((resolve) => setTimeout(resolve, 50));
    // After a redirect only the origin is told.
    if (forbidden.some((blocked) => url.href.startsWith(blocked))) throw new SourceError('blocked', { ...details, fault: { code: 'csp', values: { address: url.origin } } });
    if (url.origin === location.origin) throw new SourceError('unavailable', details);
    throw new SourceError('blocked', { ...details, fault: { code: 'cors', values: { address: url.origin } } });
  } finally {
    patience.end();
    document.removeEventListener('securitypolicyviolation', listen);
  }
}
