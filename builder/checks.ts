import { isHeaderRow } from '../src/model/header-row.ts';
import { folded } from '../src/model/text.ts';
import { languageOf, tablesOf, type Draft } from './draft.ts';
import type { Form } from './cms.ts';
import { BUILDER_WIDGETS, type WidgetName } from './widgets.ts';

/** What keeps a snippet from being accessible, or from working: EN 301 549, 11.8.2–11.8.4. */
export interface Check {
  readonly code: 'heading' | 'caption' | 'header' | 'header-row' | 'link-text' | 'link-text-vague' | 'frame-title' | 'language' | 'privacy' | 'endpoint' | 'address' | 'page' | 'folder' | 'nothing-read' | 'fallback' | 'source' | 'count' | 'periods' | 'judgements';
  /** The id of the field in which it is mended. */
  readonly field: string;
  /** Without it the snippet cannot work. */
  readonly needed?: true;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface Checked {
  readonly widget: WidgetName;
  readonly attributes: ReadonlyMap<string, string>;
  readonly draft: Draft | undefined;
  /** How many items of the draft the widget reads; undefined while that is not known. */
  readonly count: number | undefined;
  readonly form: Form | undefined;
  readonly lang: string;
  readonly linkText: string;
  readonly address: string;
  readonly page: string;
  readonly folder: string;
  /** Whether links have to name their site. */
  readonly wholeAddresses: boolean;
}

/** Words that say nothing of where a link leads: WCAG 2.4.4. */
const VAGUE = new Set(['tästä', 'täältä', 'tässä', 'lue lisää', 'lisää', 'linkki', 'klikkaa', 'klikkaa tästä', 'här', 'härifrån', 'läs mer', 'mer', 'länk', 'klicka här', 'here', 'click here', 'read more', 'more', 'link', 'download', 'lataa', 'ladda ner']);

export function checksOf(checked: Checked): readonly Check[] {
  return [...ofContent(checked), ...ofPlace(checked)];
}

function ofContent({ widget, attributes, draft, count, lang }: Checked): Check[] {
  const checks: Check[] = [];
  if (draft && count === 0) checks.push({ code: 'nothing-read', field: 'step-mend', needed: true });
  if (!attributes.get('heading') && widget !== 'budget-vote') checks.push({ code: 'heading', field: 'option-heading' });
  const tables = draft ? tablesOf(draft) : [];
  const nameless = tables.flatMap(({ caption }, at) => (caption ? [] : [at]));
  if (nameless.length) checks.push({ code: 'caption', field: `caption-${nameless[0]}`, values: { count: nameless.length, tables: nameless.map((at) => at + 1).join(', ') } });
  tables.forEach(({ rows }, at) => {
    const header = rows.find(isHeaderRow);
    if (!header) checks.push({ code: 'header-row', field: `headers-${at}`, values: { table: at + 1 } });
    const headless = header?.findIndex((cell, column) => !cell.lines.length && rows.some((row) => row !== header && row[column]?.lines.length)) ?? -1;
    if (headless >= 0) checks.push({ code: 'header', field: `cell-${at}-${rows.indexOf(header!)}-${headless}`, values: { table: at + 1, column: headless + 1 } });
  });
  const own = draft && languageOf(draft);
  if (own && own !== lang) checks.push({ code: 'language', field: 'language', values: { lang: own } });
  if (BUILDER_WIDGETS[widget].sends && !attributes.get('privacy-href')) checks.push({ code: 'privacy', field: 'option-privacy-href' });
  if (BUILDER_WIDGETS[widget].sends && !attributes.get('endpoint')) checks.push({ code: 'endpoint', field: 'option-endpoint' });
  return checks;
}

function ofPlace({ widget, form, linkText, address, page, folder, wholeAddresses, draft }: Checked): Check[] {
  const checks: Check[] = [];
  if (form === 'frame') {
    if (!linkText.trim()) checks.push({ code: 'frame-title', field: 'link-text', needed: true });
    if (!folder.trim()) checks.push({ code: 'folder', field: 'folder', needed: true });
  }
  if ((form === 'link' || form === 'frame') && !address.trim()) checks.push({ code: 'address', field: 'address', needed: true });
  if ((form === 'placeholder' || form === 'element') && !draft && !address.trim()) {
    if (widget === 'budget-results') checks.push({ code: 'source', field: 'address' });
    if (!linkText.trim()) checks.push({ code: 'fallback', field: widget === 'budget-results' ? 'address' : 'link-text' });
  }
  if (form === 'link' || form === 'link-next' || ((form === 'placeholder' || form === 'element') && !draft && address)) {
    if (!linkText.trim()) checks.push({ code: 'link-text', field: 'link-text', needed: true });
    else if (VAGUE.has(folded(linkText)) || /^(?:https?:|www\.)\S*$/i.test(linkText.trim())) checks.push({ code: 'link-text-vague', field: 'link-text', values: { text: linkText.trim() } });
  }
  if (form === 'link-next' && wholeAddresses && !/^https?:\/\//.test(page.trim())) checks.push({ code: 'page', field: 'page', needed: true });
  return checks;
}
