import type { Formats } from '../../core/formats.ts';
import type { BallotMessageKey } from '../../i18n/ballots/languages.ts';
import type { BudgetCastingKey } from '../../i18n/budget-casting/languages.ts';
import type { BudgetVoteKey } from '../../i18n/budget-vote/languages.ts';
import type { CountingRuleKey } from '../../i18n/counting-rules/languages.ts';
import type { MessageKey, MessageValues } from '../../i18n/languages.ts';
import type { SharedDeviceKey } from '../../i18n/shared-device/languages.ts';
import { wordingOf, type Text, type Wording } from '../../model/text.ts';
import { instantHere } from './instant-here.ts';

/** The words of the widget beside those of every widget. */
export type Words = BudgetVoteKey | CountingRuleKey | BudgetCastingKey | BallotMessageKey | SharedDeviceKey;

/** How far the vote has come: nothing, a draft, a draft that would change a vote that stands, a vote that stands, one of which nothing is left to vote on, one of which nobody knows whether it arrived, one that waits on the device. */
export type VoteState = 'none' | 'draft' | 'changed' | 'voted' | 'void' | 'unknown' | 'waiting';

/** How the parts of the widget put things into words, in the language of now. */
export interface Speaker {
  readonly language: string;
  readonly say: (key: MessageKey | Words, values?: MessageValues) => string;
  /** A text of the ballot's, with its language where that is another than the page's. */
  readonly word: (text: Text) => Wording;
  readonly number: (value: number) => string;
  /** Cents. */
  readonly money: (cents: number) => string;
  /** An ISO instant in Finland. */
  readonly instant: (iso: string) => string;
  /** An ISO instant by the device's clock, where that shows another time. */
  readonly instantHere: (iso: string) => string | undefined;
}

/** @param say the widget's own words */
export function speakerOf(language: string, say: Speaker['say'], formats: Formats): Speaker {
  return {
    language,
    say,
    word: (text) => wordingOf(text, language),
    number: (value) => formats.number(value),
    money: (cents) => formats.money(cents),
    instant: (iso) => formats.instant(iso),
    instantHere: (iso) => instantHere(iso, formats),
  };
}
