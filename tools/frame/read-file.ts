import { documentOf, draftOf, type Draft } from '../../builder/draft.ts';
import { faultOf, readThrough, type Reading } from '../../builder/gate.ts';
import { goalTable } from '../../builder/goal-table.ts';
import { readingOptions, type ReadingOptions } from '../../builder/reading-options.ts';
import { editorNotes, type EditorSentences } from '../../src/core/editor-notes.ts';
import { loadChannelEditorMessages } from '../../src/i18n/channel-editor/languages.ts';
import { negotiate } from '../../src/i18n/languages.ts';
import { channelsResource } from '../../src/model/channels-resource.ts';
import { isBlockDocument } from '../../src/model/document.ts';
import type { Fault, Resource } from '../../src/model/gate.ts';
import type { GoalReports } from '../../src/model/goals.ts';
import { goalsResource } from '../../src/model/goals-resource.ts';
import { readDocument } from '../../src/sources/document.ts';
import { plainHtml } from './plain-html.ts';
import type { PrerenderedWidget } from './prerendered-page.ts';

/** A file as it was read. */
export interface FileRead {
  /** Plain HTML that the widget reads as it reads the file; none where the widget would show nothing. */
  readonly html?: string;
  /** The first heading. */
  readonly title?: string;
  /** How many goals or channels it gives. */
  readonly count: number;
  /** What its editor should mend, as sentences with row and column. */
  readonly notes: readonly string[];
}

interface Reader {
  readonly resource: Resource<unknown, unknown, ReadingOptions>;
  readonly sentences?: EditorSentences;
  /** What came as JSON, as a document with a table. */
  readonly tableOf?: (data: unknown, lang: string) => Promise<Draft>;
}

const READERS: Readonly<Record<PrerenderedWidget, Reader>> = {
  'goal-status': { resource: goalsResource, tableOf: (data, lang) => goalTable(data as GoalReports, negotiate(lang)) },
  'channel-directory': { resource: channelsResource, sentences: loadChannelEditorMessages },
};

/**
 * A file as plain HTML, after the gate that the widget has as well. Runs in a browser, whose parsers the readers use.
 * @param settings of the widget, by the names of its attributes
 */
export async function read(address: string, widget: PrerenderedWidget, lang: string, settings: Readonly<Record<string, string>>): Promise<FileRead> {
  const { signal } = new AbortController();
  const { resource, sentences, tableOf } = READERS[widget];
  const refused = async (faults: readonly Fault[]): Promise<FileRead> => ({ count: 0, notes: await sentencesOf(faults, lang, sentences) });
  let draft: Draft | undefined;
  let reading: Reading;
  try {
    const content = await readDocument(address, { signal, lang });
    draft = isBlockDocument(content) ? await draftOf(content) : undefined;
    reading = await readThrough(resource, draft ? documentOf(draft) : content, readingOptions(lang, new Map(Object.entries(settings))), signal);
  } catch (error) {
    return refused([faultOf(error)]);
  }
  const { accepted, faults } = reading;
  if (!accepted?.count) return refused(faults.length ? faults : [{ code: 'no-table' }]);
  draft ??= await tableOf?.(accepted.data, lang);
  if (!draft) return { count: 0, notes: ['JSON of a directory has no table that could be shown without script. Take the Word, Excel or CSV file.'] };
  const heading = draft.blocks.find((block) => block.kind === 'text' && block.level);
  return {
    html: plainHtml(documentOf(draft).blocks),
    ...(heading?.kind === 'text' && { title: heading.text }),
    count: accepted.count,
    notes: await sentencesOf(faults, lang, sentences),
  };
}

async function sentencesOf(faults: readonly Fault[], lang: string, own?: EditorSentences): Promise<string[]> {
  const notes = await editorNotes(faults, negotiate(lang), own);
  return notes.map(({ place, text }) => (place ? `${place}: ${text}` : text));
}
