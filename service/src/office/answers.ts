import type { FeedbackService } from '../../../src/model/feedback.ts';
import { wordingOf } from '../../../src/model/text.ts';
import type { Message } from './message.ts';

/**
 * The answers to the questions of a topic, in words of the city's; by their codes where the topic does not have them any more.
 * @returns question and answer of each
 */
export function answersInWords({ answers }: Message, topic: FeedbackService | undefined, lang: string): readonly (readonly [question: string, answer: string])[] {
  const asked = topic?.questions.map(({ code }) => code) ?? [];
  // The database gives them in an order of its own.
  const inOrder = Object.entries(answers ?? {}).toSorted(([one], [other]) => asked.indexOf(one) - asked.indexOf(other));
  return inOrder.map(([code, answer]) => {
    const question = topic?.questions.find((one) => one.code === code);
    const chosen = [answer].flat().map((one) => {
      const option = question?.options?.find((other) => other.code === one);
      return option ? wordingOf(option.name, lang).text : one;
    });
    return [question ? wordingOf(question.label, lang).text : code, chosen.join(', ')];
  });
}
