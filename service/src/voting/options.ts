import type { Logger } from 'pino';
import type { ContentFolder } from '../content/folder.ts';
import type { Database } from '../database/database.ts';
import type { Clients } from '../http/clients.ts';
import type { Rate } from '../http/limits.ts';
import type { Secrets } from '../secrets.ts';
import type { VoteKeys } from './keys.ts';
import type { VerifyToken } from './tokens.ts';

export interface VotingSettings {
  readonly keys: VoteKeys;
  /** Absent where the city has no login of its own. */
  readonly verifyToken?: VerifyToken | undefined;
  readonly rate: Rate;
  /** The city's name, for files of votes. */
  readonly city: string;
  /** The language of ballots that name none, and of files of votes. */
  readonly lang: string;
}

export interface VotingOptions {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly clients: Clients;
  readonly clock: () => Date;
  readonly content: ContentFolder;
  readonly log: Pick<Logger, 'error'>;
  readonly voting: VotingSettings;
}
