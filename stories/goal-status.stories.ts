import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { waitFor } from 'storybook/test';
import '../src/define/goal-status.ts';
import '../src/embed.ts';
import type { DataSource } from '../src/sources/source.ts';
import type { SourceErrorKind } from '../src/sources/errors.ts';
import bilingualTable from '../fixtures/goals/bilingual-table.html?raw';
import { manyGoals } from '../fixtures/goals/make-many.ts';
import wordTableInEnglish from '../fixtures/goals/word-table-en.html?raw';
import wordTableInSwedish from '../fixtures/goals/word-table-sv.html?raw';
import wordTable from '../fixtures/goals/word-table.html?raw';
import { attributes, type Attributes } from './attributes.ts';
import { answering, failing, pasted, silent, written } from './content.ts';
import './pages.css';

type Story = StoryObj<Attributes>;

/** `content` is what stands inside the element, `source` what a developer gave it. */
function goalStatus(args: Attributes, content: unknown = nothing, source?: DataSource): TemplateResult {
  return html`<aukio-goal-status ${attributes(args)} .source=${source}>${content}</aukio-goal-status>`;
}

function from(source: DataSource): Pick<Story, 'render'> {
  return { render: (args) => goalStatus(args, nothing, source) };
}

const WORD_TABLES: Readonly<Record<string, string>> = { fi: wordTable, sv: wordTableInSwedish, en: wordTableInEnglish };
const REPORT = 'fixtures/goals/report-2026.json';

const LIBRARY_TABLE = `<table>
  <tr><th>Tavoite</th><th>Toteuma</th><th>Ennuste</th></tr>
  <tr><td>Kirjasto on auki sunnuntaisin</td><td>Pääkirjasto on ollut auki joka sunnuntai.</td><td>Toteutuu</td></tr>
  <tr><td>Kylissä on lukupiirejä</td><td>Lukupiiri kokoontuu kahdessa kylässä neljästä.</td><td>Vaarassa</td></tr>
</table>`;

const SIGNS_TABLE = LIBRARY_TABLE.replace('Toteutuu', '●').replace('Vaarassa', '▲');

const OWN_HEADERS_TABLE = LIBRARY_TABLE.replace('Tavoite', 'Lupaus').replace('Toteuma', 'Miten kävi').replace('Ennuste', 'Arviomme');

const meta: Meta<Attributes> = {
  title: 'Widgets/Goal status',
  component: 'aukio-goal-status',
  tags: ['autodocs'],
  render: (args) => goalStatus(args),
};
export default meta;

/** A JSON report with texts in three languages, two periods, numbers and targets. Change the page’s language in the toolbar. */
export const JsonFile: Story = { name: 'Data: JSON', args: { src: REPORT } };

/** Tables pasted out of Word with everything that Word leaves in them, wrapped in the element. Without script the tables are read as they are. */
export const PastedFromWord: Story = {
  name: 'Data: pasted from Word',
  args: { body: 'Hyvinvointilautakunta', 'as-of': '2026-08-18' },
  render: (args, { globals }) => goalStatus(args, pasted(WORD_TABLES[String(globals['lang'])] ?? wordTable)),
  ...written('<aukio-goal-status body="Hyvinvointilautakunta" as-of="2026-08-18">\n  … paragraphs and tables as pasted from Word …\n</aukio-goal-status>'),
};

/** The Word file itself, as the editor uploaded it. */
export const WordFile: Story = { name: 'Data: Word file', args: { src: 'fixtures/files/tavoitteet-tammi-heinakuu-2026.docx' } };

/** A workbook with numbers in columns of their own: *Tavoite (luku)*, *Toteuma (luku)* and *Yksikkö*. */
export const ExcelFile: Story = { name: 'Data: Excel file', args: { src: 'fixtures/files/tavoitteiden-luvut-2026.xlsx', body: 'Hyvinvointilautakunta' } };

/** CSV as Excel saves it in Finland: semicolons, Windows-1252, line breaks inside cells. */
export const CsvFile: Story = { name: 'Data: CSV file', args: { src: 'fixtures/files/tavoitteet-tammi-heinakuu-2026.csv', 'as-of': '2026-08-18' } };

/** Headers such as *Mittari – Mätare* give each goal two texts. The page’s language chooses which one is shown. */
export const BilingualTable: Story = {
  name: 'Data: bilingual table',
  args: { body: 'Hyvinvointilautakunta', 'as-of': '2026-08-18' },
  render: (args) => goalStatus(args, pasted(bilingualTable)),
  ...written('<aukio-goal-status>\n  <table>\n    <tr><th>Tavoite</th><th>Mål</th><th>Mittari</th><th>Mätare</th>…</tr>\n    …\n  </table>\n</aukio-goal-status>'),
};

/** A source that a developer wrote. See the guide *Write a data source*. */
export const OwnSource: Story = {
  name: 'Data: a source of your own',
  ...from(answering(manyGoals(6))),
  ...written(`document.querySelector('aukio-goal-status').source = {\n  async read(resource, query, { signal }) {\n    const response = await fetch('/own/api', { signal });\n    return response.json();\n  },\n};`, 'js'),
};

/** Form B: the class in WordPress’s field *Additional CSS class(es)*. The loader finds it on the table, its figure or the group around it. */
export const ClassOnTable: Story = {
  name: 'Form: a class on the table',
  render: () => html`<div class="wp-block-group aukio-goal-status" data-body="Hyvinvointilautakunta" data-as-of="2026-08-18">${pasted(wordTable)}</div>`,
  ...written('<div class="wp-block-group aukio-goal-status">\n  … the pasted tables …\n</div>'),
};

/** Form B: a marked area, where the editor keeps `div` and `data-…`. */
export const MarkedArea: Story = {
  name: 'Form: a marked area',
  render: () => html`<div data-aukio="goal-status" data-heading="Tavoitteet: tammi–heinäkuu 2026" data-body="Hyvinvointilautakunta" data-as-of="2026-08-18">${pasted(wordTable)}</div>`,
  ...written('<div data-aukio="goal-status" data-heading="Tavoitteet: tammi–heinäkuu 2026" data-body="Hyvinvointilautakunta" data-as-of="2026-08-18">\n  … the pasted tables …\n</div>'),
};

/** Form C: a plain link to the uploaded file. It survives every editor and filter, and without script it is still the file. */
export const LinkToFile: Story = {
  name: 'Form: a link to the file',
  render: () => html`<p><a href="fixtures/files/tavoitteet-tammi-heinakuu-2026.docx#aukio=goal-status&heading=Tavoitteet%202026">Tavoiteraportti 2026 (Word)</a></p>`,
  ...written('<p><a href="/files/tavoitteet-2026.docx#aukio=goal-status&heading=Tavoitteet%202026">Tavoiteraportti 2026 (Word)</a></p>'),
};

/** Form D: the tables after a link, up to the next heading of the same or a higher level. */
export const LinkWithTables: Story = {
  name: 'Form: a link and the tables after it',
  render: () => html`<div>
    <p>Lautakunta seuraa tavoitteita kaksi kertaa vuodessa. <a href="#aukio=goal-status&from=next&body=Hyvinvointilautakunta&as-of=2026-08-18">Tietoa tavoitteista</a></p>
    ${pasted(wordTable)}
  </div>`,
  ...written('<p>… <a href="/tavoitteet/#aukio=goal-status&from=next">Tietoa tavoitteista</a></p>\n… the pasted tables …'),
};

/** What has changed in each goal since an earlier period of the same report, and how much in all. */
export const ComparedPeriods: Story = { name: 'Compare: two periods of one report', args: { src: REPORT, 'compare-with': 'tammi-maaliskuu-2026' } };

/** The earlier report is a file of its own. */
export const ComparedFiles: Story = {
  name: 'Compare: two files',
  args: { src: 'fixtures/files/tavoitteet-tammi-heinakuu-2026.docx', 'compare-src': 'fixtures/files/tavoitteet-tammi-maaliskuu-2026.docx' },
};

/** The earlier report is another committee’s. A goal that is in one of them only is neither new nor gone, and the widget says why. */
export const ComparedBodies: Story = { name: 'Compare: reports of two committees', args: { src: REPORT, 'compare-src': 'fixtures/goals/other-body.json' } };

/** The earlier report cannot be read: the goals are shown, the changes are not, and the widget says so. */
export const ComparisonMissing: Story = { name: 'Compare: the earlier report is missing', args: { src: REPORT, 'compare-src': 'fixtures/files/puuttuu.docx' } };

/** An earlier period instead of the newest one. */
export const OlderPeriod: Story = { name: 'Option: period', args: { src: REPORT, period: 'tammi–maaliskuu 2026' } };

/** Whose report it is and of when, where the document does not say it itself. */
export const BodyAndDate: Story = {
  name: 'Option: body and as-of',
  args: { body: 'Hyvinvointilautakunta', 'as-of': '2026-08-18', period: 'tammi–heinäkuu 2026' },
  render: (args) => goalStatus(args, pasted(LIBRARY_TABLE)),
  ...written('<aukio-goal-status body="Hyvinvointilautakunta" as-of="2026-08-18" period="tammi–heinäkuu 2026">\n  <table>…</table>\n</aukio-goal-status>'),
};

/** With `heading`, groups are one level below it; without it they begin at `heading-level`. */
export const Heading: Story = { name: 'Option: heading and heading-level', args: { src: REPORT, heading: 'Kaupungin tavoitteet 2026', 'heading-level': 3 } };

export const GroupedByFocus: Story = { name: 'Option: group-by focus', args: { src: REPORT, 'group-by': 'focus' } };
/** A goal with several responsibles stands under the first of them. */
export const GroupedByResponsible: Story = { name: 'Option: group-by responsible', args: { src: REPORT, 'group-by': 'responsible' } };
export const GroupedByForecast: Story = { name: 'Option: group-by forecast', args: { src: REPORT, 'group-by': 'forecast' } };
export const GroupedByState: Story = { name: 'Option: group-by state', args: { src: 'fixtures/goals/states.json', 'group-by': 'state' } };
export const NotGrouped: Story = { name: 'Option: group-by none', args: { src: REPORT, 'group-by': 'none' } };

export const SortedByTitle: Story = { name: 'Option: sort title', args: { src: REPORT, 'group-by': 'none', sort: 'title' } };
/** What needs attention comes first. */
export const SortedByForecast: Story = { name: 'Option: sort forecast', args: { src: REPORT, 'group-by': 'none', sort: 'forecast' } };
export const SortedByState: Story = { name: 'Option: sort state', args: { src: 'fixtures/goals/states.json', 'group-by': 'none', sort: 'state' } };
export const SortedByResponsible: Story = { name: 'Option: sort responsible', args: { src: REPORT, 'group-by': 'none', sort: 'responsible' } };

/** What the city’s own signs mean. The widget shows a word and a shape instead of them. */
export const StatusLegend: Story = {
  name: 'Option: status-legend',
  args: { 'status-legend': '●=on-track;▲=at-risk', period: 'tammi–heinäkuu 2026', body: 'Hyvinvointilautakunta', 'as-of': '2026-08-18' },
  render: (args) => goalStatus(args, pasted(SIGNS_TABLE)),
  ...written(`<aukio-goal-status status-legend="●=on-track;▲=at-risk">\n${SIGNS_TABLE}\n</aukio-goal-status>`),
};

/** What headers mean that the dictionary does not know. */
export const ColumnsNamed: Story = {
  name: 'Option: columns',
  args: { columns: 'Lupaus=goal;Miten kävi=actual;Arviomme=forecast', period: 'tammi–heinäkuu 2026', body: 'Hyvinvointilautakunta', 'as-of': '2026-08-18' },
  render: (args) => goalStatus(args, pasted(OWN_HEADERS_TABLE)),
  ...written(`<aukio-goal-status columns="Lupaus=goal;Miten kävi=actual;Arviomme=forecast">\n${OWN_HEADERS_TABLE}\n</aukio-goal-status>`),
};

export const WithoutSearch: Story = { name: 'Option: hide-search', args: { src: REPORT, 'hide-search': true } };
export const WithoutFilters: Story = { name: 'Option: hide-filters', args: { src: REPORT, 'hide-filters': true } };
/** States and forecasts are then filtered by fields. */
export const WithoutSummary: Story = { name: 'Option: hide-summary', args: { src: REPORT, 'hide-summary': true } };
export const WithoutDownload: Story = { name: 'Option: hide-download', args: { src: REPORT, 'hide-download': true } };
/** The table alone, as a page may want it that shows only the state of things. */
export const TableAlone: Story = {
  name: 'Option: the table alone',
  args: { src: REPORT, 'hide-search': true, 'hide-filters': true, 'hide-summary': true, 'hide-download': true },
};
/** Search and filters go into the address, so that a view can be shared. Filter, then look at the address of the story’s own frame. */
export const FiltersInAddress: Story = { name: 'Option: filters-in-address', args: { src: REPORT, 'filters-in-address': true } };

/** Each goal has a link to the page with the feedback form; a form on the same page takes the goal without leaving it. */
export const FeedbackOnGoals: Story = { name: 'Option: feedback-href', args: { src: REPORT, 'feedback-href': '/palaute/' } };

/** Numbers are said first and drawn beside: 7 of 20, 12 where 3 were meant. */
export const Numbers: Story = { name: 'Content: numbers and targets', args: { src: 'fixtures/files/tavoitteiden-luvut-2026.xlsx', body: 'Hyvinvointilautakunta', 'group-by': 'none' } };

/** Every actual state and every forecast, and at the end a word that nobody knows: shown as written, without a colour or a shape. */
export const EveryStatus: Story = { name: 'Content: every state and forecast', args: { src: 'fixtures/goals/states.json' } };

/** Markup in a field is text, and a `javascript:` link is left out. */
export const HostileContent: Story = { name: 'Content: markup in a field', args: { src: 'fixtures/goals/faulty.json' } };

/** Said after a second; the page’s own content stays in view until the goals are there. */
export const Loading: Story = { name: 'State: loading', ...from(silent), ...written('<aukio-goal-status src="…"></aukio-goal-status>') };

/** The report is there, and no goal is in it yet. */
export const Empty: Story = { name: 'State: empty', args: { src: 'fixtures/goals/empty.json' } };

/** The reader searched for something that no goal says. */
export const NothingMatches: Story = {
  name: 'State: nothing matches',
  args: { src: REPORT },
  play: async ({ canvasElement }) => {
    const field = await waitFor(() => {
      const found = canvasElement.querySelector('aukio-goal-status')?.shadowRoot?.querySelector<HTMLInputElement>('input[type="search"]');
      if (!found) throw new Error('the search field is not there yet');
      return found;
    });
    field.value = 'avaruusasema';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  },
};

function trouble(kind: SourceErrorKind): Story {
  return {
    name: `Error: ${kind}`,
    args: { help: 'Kysy tavoitteista: puhelin 06 000 1200, arkisin kello 9–15' },
    ...from(failing(kind)),
    ...written(`throw new SourceError('${kind}');`, 'js'),
  };
}

export const Offline: Story = trouble('offline');
export const Timeout: Story = trouble('timeout');
export const NotFound: Story = trouble('not-found');
export const Forbidden: Story = trouble('forbidden');
export const Blocked: Story = trouble('blocked');
export const InvalidData: Story = trouble('invalid-data');
export const TooMany: Story = trouble('too-many');
export const Unavailable: Story = trouble('unavailable');

/** The file cannot be read, so the table on the page comes back under the message, with another way to reach the city. */
export const ErrorWithContent: Story = {
  name: 'Error: the page’s own content stays',
  args: { src: 'fixtures/files/puuttuu.docx' },
  render: (args) => goalStatus(args, html`${pasted(LIBRARY_TABLE)}<a slot="help" href="mailto:asiakaspalvelu@merilehto.example">asiakaspalvelu@merilehto.example</a>`),
  ...written('<aukio-goal-status src="/files/missing.docx">\n  <table>…</table>\n  <a slot="help" href="mailto:asiakaspalvelu@merilehto.example">asiakaspalvelu@merilehto.example</a>\n</aukio-goal-status>'),
};

/** Nobody said where the goals come from. */
export const NoSource: Story = { name: 'Error: no source' };

/** What is not as it may have been meant, as a list for the editor: on `localhost`, and anywhere with `debug`. */
export const Notes: Story = { name: 'Preview: a faulty file', args: { src: 'fixtures/goals/faulty.json', debug: true } };

/** Signs without words, no period, no body: each has its sentence. */
export const NotesOfTable: Story = {
  name: 'Preview: a faulty table',
  args: { debug: true },
  render: (args) => goalStatus(args, pasted(SIGNS_TABLE)),
  ...written(`<aukio-goal-status debug>\n${SIGNS_TABLE}\n</aukio-goal-status>`),
};

/** An attribute’s unknown value: the default is used, and the editor is told which values there are. */
export const NotesOfAttributes: Story = { name: 'Preview: an unknown value', args: { src: REPORT, debug: true, 'group-by': 'lautakunta', period: 'kesä 2031' } };

export const InFinnish: Story = { name: 'Language: Finnish', args: { src: REPORT }, globals: { lang: 'fi' } };
export const InSwedish: Story = { name: 'Language: Swedish', args: { src: REPORT }, globals: { lang: 'sv' } };
export const InEnglish: Story = { name: 'Language: English', args: { src: REPORT }, globals: { lang: 'en' } };
/** A text that the report has in Finnish alone is shown in Finnish and marked as such, so that it is read aloud as Finnish. */
export const InAnotherLanguage: Story = { name: 'Language: a Finnish report on a Swedish page', args: { src: 'fixtures/goals/one-goal.json' }, globals: { lang: 'sv' } };

/** Where there is no room for a table, each goal is a card. The layout follows the width of the widget, not of the window. */
export const Narrow: Story = {
  name: 'Look: a narrow column',
  args: { src: REPORT, 'compare-with': 'tammi-maaliskuu-2026' },
  decorators: [(story) => html`<div class="narrow">${story()}</div>`],
};

/** Follows the page’s `color-scheme`. */
export const Dark: Story = { name: 'Look: dark', args: { src: REPORT, 'compare-with': 'tammi-maaliskuu-2026' }, globals: { scheme: 'dark' } };

/** Colours come from the reader’s system. In Chromium: DevTools, *Rendering*, *Emulate CSS media feature forced-colors: active*. */
export const ForcedColours: Story = { name: 'Look: forced colours', args: { src: 'fixtures/goals/states.json' } };

/** Tokens and parts of a city’s theme. See the guide *Theming*. */
export const Themed: Story = {
  name: 'Look: a theme',
  args: { src: REPORT, heading: 'Kaupungin tavoitteet 2026', 'compare-with': 'tammi-maaliskuu-2026' },
  decorators: [(story) => html`<div class="themed">${story()}</div>`],
};

/** All 10,000 are in the document: the browser’s search finds them and print prints them. */
export const ManyGoals: Story = {
  name: 'Stress: 10,000 goals',
  tags: ['!autodocs'],
  parameters: { a11y: { test: 'off' }, ...written("import { manyGoals } from '../fixtures/goals/make-many.ts';\nwidget.source = { read: async () => manyGoals(10_000) };", 'js').parameters },
  globals: { a11y: { manual: true } },
  ...from({ read: () => Promise.resolve(manyGoals(10_000)) }),
};
