import type { FeedbackService } from '../../../src/model/feedback.ts';
import type { Database } from '../database/database.ts';
import type { Secrets } from '../secrets.ts';
import type { Retention } from './retention.ts';

export interface OfficeOptions {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly clock: () => Date;
  readonly topics: () => Promise<readonly FeedbackService[]>;
  readonly retention: Retention;
}
