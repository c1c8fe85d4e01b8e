import { isConflict } from './faults.ts';

const ATTEMPTS = 4;

/** Runs a whole transaction again where the database gave it up for another one. */
export async function withRetries<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (!isConflict(error) || attempt === ATTEMPTS) throw error;
    }
  }
}
