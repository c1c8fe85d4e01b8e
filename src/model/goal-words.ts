import { Synonyms } from './synonyms.ts';
import { primary } from './text.ts';

/** The words by which a report is read at first: those of the page's language and of the document's own. */
export async function wordsOf(page: string, own = page): Promise<Synonyms> {
  const words = new Synonyms();
  await words.learn([primary(page), primary(own)]);
  return words;
}
