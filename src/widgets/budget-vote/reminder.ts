import { saveFile } from '../../core/save-file.ts';
import { calendarText } from '../../model/calendar.ts';
import type { AukioBudgetVote } from './budget-vote.ts';

const HOUR = 3_600_000;

/** Gives the reader an entry for the hour before voting closes; the calendar reminds a day before that. */
export function saveReminder({ ballot, round: { now }, speaker: { say, word, instant } }: AukioBudgetVote): void {
  const closes = Date.parse(ballot.closesAt);
  const title = word(ballot.title).text;
  // The vote is not in the calendar, only that there is one.
  const text = calendarText({
    id: `${ballot.id}@${location.host}`,
    title: say('reminder-title', { title }),
    description: say('reminder-text', { time: instant(ballot.closesAt) }),
    url: location.href,
    start: closes - HOUR,
    end: closes,
    remindBefore: 24,
    now,
  });
  saveFile(`${say('reminder-file')}-${ballot.id}.ics`, text, 'text/calendar;charset=utf-8');
}
