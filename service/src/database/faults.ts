/** Another transaction holds what this one waited for (`lock_timeout`). */
export const LOCK_NOT_AVAILABLE = '55P03';
/** The database gave up one of two transactions; tried again, it can succeed. */
const CONFLICTS = ['40001', '40P01'];
/** Classes of SQLSTATE: connection, resources, the server shutting down; and a statement that took too long. */
const UNAVAILABLE = /^(?:08|53|57P|57014)/;
const NETWORK = /^E[A-Z]+$/;

/** The SQLSTATE, or the operating system's code of a connection that failed. Told by `code`: the drivers' classes differ. */
export function faultCode(error: unknown): string | undefined {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

export function isConflict(error: unknown): boolean {
  return CONFLICTS.includes(faultCode(error) ?? '');
}

/** Whether the database is away for now. */
export function isUnavailable(error: unknown): boolean {
  const code = faultCode(error) ?? '';
  return UNAVAILABLE.test(code) || NETWORK.test(code);
}
