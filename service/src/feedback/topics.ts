import type { FeedbackService } from '../../../src/model/feedback.ts';
import type { FeedbackServices } from '../../../src/model/feedback-services.ts';
import { BrokenFile, type Copy } from '../content/document.ts';
import type { ContentFolder } from '../content/folder.ts';
import { retryLater } from '../http/problems.ts';

/** Until an editor has mended the file: the health check names it meanwhile. */
const RETRY_SECONDS = 60;

/**
 * The topics that editors keep.
 * @throws {Problem} `unavailable` where there are none that can be read: nothing is refused because of our own fault
 */
export async function readTopics(content: ContentFolder): Promise<readonly FeedbackService[]> {
  const copy = await content.read('feedback-services').catch((error: unknown): Copy | undefined => {
    if (error instanceof BrokenFile) return undefined;
    throw error;
  });
  if (!copy) throw retryLater('unavailable', RETRY_SECONDS);
  return (copy.accepted.data as FeedbackServices).services;
}
