import type { FeedbackKey } from '../../i18n/feedback/languages.ts';
import type { FeedbackSendingKey } from '../../i18n/feedback-sending/languages.ts';
import type { MessageKey, MessageValues } from '../../i18n/languages.ts';
import type { SharedDeviceKey } from '../../i18n/shared-device/languages.ts';

/** The words that the form adds to those of every widget. */
export type Words = FeedbackKey | FeedbackSendingKey | SharedDeviceKey;

/** How the parts of the form put things into words, in the language of now. */
export interface Speaker {
  readonly language: string;
  readonly say: (key: MessageKey | Words, values?: MessageValues) => string;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  /** An ISO date. */
  readonly date: (iso: string) => string;
  /** An ISO instant. */
  readonly instant: (iso: string) => string;
}
