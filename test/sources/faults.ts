import { SourceError } from '../../src/sources/errors.ts';

/** The error that a call ends with; it fails where there is none or one of another class. */
export async function errorOf(call: () => unknown): Promise<SourceError> {
  try {
    await call();
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

export async function faultOf(call: () => unknown): Promise<string | undefined> {
  return (await errorOf(call)).fault?.code;
}
