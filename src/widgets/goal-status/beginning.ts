import { attributeOf, number } from '../../core/attributes.ts';
import { h } from '../../core/dom.ts';
import { Formats } from '../../core/formats.ts';
import { headingLevels } from '../../core/headings.ts';
import { languageTagOf } from '../../core/language.ts';
import { sentence } from '../../core/saying.ts';
import { loadMessages, negotiate } from '../../i18n/languages.ts';
import { FirstGoals, FIRST } from '../../model/goal-first.ts';
import { groupByLine } from '../../model/goal-lines.ts';
import { wordsOf } from '../../model/goal-words.ts';
import { languagesOf } from '../../model/text.ts';
import { readPlainHtml } from '../../sources/readers/plain-html.ts';
import { base } from '../../styles/base.ts';
import { tokens } from '../../styles/tokens.ts';
import { styles } from './goal-status.styles.ts';
import { GoalList } from './list.ts';
import { MANY, PATIENCE } from './patience.ts';
import { rowStyles } from './row.styles.ts';
import { speakerOf } from './row.ts';

/** With these it takes the widget itself to know what is to be shown. */
const ELABORATE = ['src', 'period', 'columns', 'status-legend', 'group-by', 'sort'];

/** The beginning of a report, as it stands in the shadow root of an element that is not defined yet. */
interface Beginning {
  readonly list: GoalList;
  /** Ends the building of the list. */
  readonly building: AbortController;
}

const beginnings = new WeakMap<Element, Beginning>();

/** Whether something stands in an element since before its class was there. */
export function hasBegun(widget: Element): boolean {
  return beginnings.has(widget);
}

/** Ends what `begin` began, and hands over the list as far as it is there. */
export function takeOver(widget: Element): GoalList | undefined {
  const beginning = beginnings.get(widget);
  beginnings.delete(widget);
  beginning?.building.abort();
  return beginning?.list;
}

/**
 * Shows the first goals of a plain table inside the element: what it takes comes without Lit and without what reads any
 * report, and is on the page while those are still on their way. Whatever is not plain waits for the widget itself.
 * @returns shows all of the page's own content again
 */
export function begin(widget: Element): () => void {
  const building = new AbortController();
  // Where it fails, the page's own content stays in view until the widget itself reads it.
  show(widget, building).catch(() => {});
  return () => {
    building.abort();
    if (takeOver(widget)) widget.shadowRoot?.replaceChildren(h('slot', {}));
  };
}

async function show(widget: Element, building: AbortController): Promise<void> {
  // The widget itself asks for it as soon as it is there.
  import('../../sources/readers/html.ts').catch(() => {});
  if (ELABORATE.some((name) => attributeOf(widget, name) !== null) || !widget.querySelector('table')) return;
  const lang = negotiate(languageTagOf(widget));
  const { blocks, lang: own } = readPlainHtml(widget);
  const [messages, words] = await Promise.all([loadMessages(lang), wordsOf(lang, own)]);
  const goals = [...new FirstGoals(words, languagesOf(lang, own).tag).read(blocks)].slice(0, FIRST);
  if (!goals.length) return;
  if (widget.querySelectorAll('tr').length <= MANY) await new Promise((resolve) => setTimeout(resolve, PATIENCE));
  // Whoever has come in the meantime shows more.
  if (building.signal.aborted || widget.shadowRoot || widget.matches(':defined')) return;

  const root = widget.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokens, base, rowStyles, styles].map(({ styleSheet }) => styleSheet!);
  const formats = new Formats(lang, attributeOf(widget, 'region') ?? 'FI');
  const speaker = speakerOf(lang, (key, values = {}) => sentence(widget, key, values, messages, formats), formats);
  const heading = attributeOf(widget, 'heading') ?? '';
  const levels = headingLevels(heading, number.fromAttribute!(attributeOf(widget, 'heading-level')));
  const list = new GoalList(speaker);
  beginnings.set(widget, { list, building });
  root.append(h('div', { class: 'base', part: 'base', lang, dir: attributeOf(widget, 'dir') ?? undefined },
    heading ? h(`h${levels.own}`, { class: `h${levels.own} heading`, part: 'heading' }, heading) : undefined, list.container));
  await list.show({ groups: groupByLine(goals), period: undefined, level: levels.groups, name: heading || speaker.say('goal') }, building.signal);
}
