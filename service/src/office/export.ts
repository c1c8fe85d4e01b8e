import { CSV_START, csvLine, textCell } from '../../../src/model/csv-writing.ts';
import type { FeedbackService } from '../../../src/model/feedback.ts';
import { wordingOf } from '../../../src/model/text.ts';
import type { Database } from '../database/database.ts';
import { answersInWords } from './answers.ts';
import { record } from './audit.ts';
import { conditionOf, type Filter } from './message-list.ts';
import { readMessages, type Message } from './message.ts';
import type { Language } from './words/words.ts';
import { WORDS } from './words/words.ts';
import type { Words } from './words/en.ts';

/** Messages that are read at a time, so that no export holds the database or the memory for long. */
const BATCH = 200;

interface Column {
  readonly header: (words: Words) => string;
  readonly cell: (message: Message, words: Words, lang: Language, topic: FeedbackService | undefined) => string;
}

const column = (header: Column['header'], cell: Column['cell']): Column => ({ header, cell });
const text = (value: string | null | undefined) => textCell((value ?? '').split('\n').filter((line) => line.trim()));

const COLUMNS: readonly Column[] = [
  column((words) => words.number, ({ number }) => text(number)),
  column((words) => words.received, ({ receivedAt }) => moment(receivedAt)),
  column((words) => words.dueOn, ({ dueOn }) => dueOn ?? ''),
  column((words) => words.state, ({ state }, words) => text(words[`state-${state}`])),
  column((words) => words.topic, ({ topicName }, _, lang) => text(wordingOf(topicName, lang).text)),
  column((words) => words.message, ({ message }) => text(message)),
  column((words) => words.about, ({ about }) => text(about)),
  column((words) => words.place, ({ place }) => text(place?.address)),
  column((words) => words.position, ({ place }) => text(place?.position && `${place.position.latitude}, ${place.position.longitude}`)),
  column((words) => words.answers, (message, _, lang, topic) => textCell(answersInWords(message, topic, lang).map(([question, answer]) => `${question}: ${answer}`))),
  column((words) => words.name, ({ name }) => text(name)),
  column((words) => words.email, ({ email }) => text(email)),
  column((words) => words.phone, ({ phone }) => text(phone)),
  column((words) => words.answerBy, ({ answerBy }, words) => text(words[`answer-${answerBy}`])),
  column((words) => words.permission, ({ mayPublish }, words) => text(mayPublish ? words.yes : words.no)),
  column((words) => words.writtenIn, ({ language }) => text(language)),
  column((words) => words.queue, ({ suspicion }, words) => text(suspicion.map((code) => words[`suspicion-${code}`]).join('; '))),
  column((words) => words.reply, ({ reply }) => text(reply)),
  column((words) => words.reason, ({ reason }) => text(reason)),
  column((words) => words.caseNumber, ({ caseNumber }) => text(caseNumber)),
];

/**
 * All messages that a filter finds, oldest first, as the CSV that Excel opens in Finland. The line of the log names each of
 * them, and is written before the first leaves the database.
 * @param topics those whose words are known; answers to others have codes
 */
export async function exportCsv(database: Database, now: Date, actor: string, filter: Filter, lang: Language, topics: readonly FeedbackService[]): Promise<AsyncGenerator<string>> {
  const ids = await database.transaction(async (tx) => {
    const { where, values } = conditionOf(filter, now);
    const rows = await tx.query<{ id: string }>(`SELECT id FROM feedback WHERE ${where} ORDER BY received_at, id`, values);
    const found = rows.map(({ id }) => id);
    await record(tx, now, { actor, action: 'export', detail: { ids: found } });
    return found;
  });
  return lines(database, ids, lang, topics);
}

async function* lines(database: Database, ids: readonly string[], lang: Language, topics: readonly FeedbackService[]): AsyncGenerator<string> {
  const words = WORDS[lang];
  yield CSV_START + csvLine(COLUMNS.map(({ header }) => textCell([header(words)])));
  for (let first = 0; first < ids.length; first += BATCH) {
    const batch = await readMessages(database, 'id IN (SELECT jsonb_array_elements_text($1::jsonb)::uuid)', [JSON.stringify(ids.slice(first, first + BATCH))]);
    yield batch.map((message) => csvLine(COLUMNS.map(({ cell }) => cell(message, words, lang, topics.find(({ code }) => code === message.topic))))).join('');
  }
}

/** Finnish time in a form that Excel takes for a time in every language. */
function moment(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short', timeStyle: 'short' }).format(instant);
}
