import type { Database } from '../database/database.ts';

/** How long what is kept, in days. */
export interface Retention {
  /** Contact details, from their arrival: it is what the form tells the sender, whether or not the city has answered by then. */
  readonly contactDays: number;
  /** Photos, from when the city was done with their message. */
  readonly photoDays: number;
}

const DAY = 86_400_000;

/** How many messages lost what. */
export interface Retained {
  readonly contacts: number;
  readonly photos: number;
}

/** Deletes what is kept no longer, each with its line in the log. Run twice, or by two processes at once, it does no more. */
export async function applyRetention(database: Database, now: Date, { contactDays, photoDays }: Retention): Promise<Retained> {
  const before = (days: number) => new Date(now.getTime() - days * DAY);
  return database.transaction(async (tx) => {
    const contacts = await tx.query(
      `WITH past AS (
         UPDATE feedback SET name = NULL, email = NULL, phone = NULL, contact_erased_at = $1
         WHERE received_at < $2 AND (name IS NOT NULL OR email IS NOT NULL OR phone IS NOT NULL) RETURNING id
       )
       INSERT INTO office_log (at, actor, action, feedback_id, detail) SELECT $1, 'retention', 'retention', id, '{"fields": ["contact"]}' FROM past RETURNING id`,
      [now, before(contactDays)],
    );
    const photos = await tx.query(
      `WITH past AS (
         DELETE FROM feedback_photo USING feedback
         WHERE feedback.id = feedback_id AND state NOT IN ('received', 'in-handling') AND changed_at < $2 RETURNING feedback_id
       )
       INSERT INTO office_log (at, actor, action, feedback_id, detail) SELECT DISTINCT $1::timestamptz, 'retention', 'retention', feedback_id, '{"fields": ["photos"]}'::jsonb FROM past RETURNING id`,
      [now, before(photoDays)],
    );
    await tx.query('DELETE FROM office_session WHERE expires_at < $1', [now]);
    return { contacts: contacts.length, photos: photos.length };
  });
}

/** Does it now and then once a day, until it is stopped. @param run has its own answer to failure */
export function daily(run: () => Promise<void>): () => void {
  void run();
  const timer = setInterval(() => void run(), DAY).unref();
  return () => clearInterval(timer);
}
