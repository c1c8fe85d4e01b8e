import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import '../src/define/channel-directory.ts';
import '../src/embed.ts';
import type { SourceErrorKind } from '../src/sources/errors.ts';
import type { DataSource } from '../src/sources/source.ts';
import type { AukioChannelDirectory } from '../src/widgets/channel-directory/channel-directory.ts';
import links from '../fixtures/channels/links.html?raw';
import wordTableInEnglish from '../fixtures/channels/word-table-en.html?raw';
import wordTableInSwedish from '../fixtures/channels/word-table-sv.html?raw';
import wordTable from '../fixtures/channels/word-table.html?raw';
import { attributes, type Attributes } from './attributes.ts';
import { failing, pasted, silent, written } from './content.ts';
import './pages.css';

type Story = StoryObj<Attributes>;

/** `content` is what stands inside the element, `source` what a developer gave it, `clock` an instant instead of now. */
function directory(args: Attributes, content: unknown = nothing, source?: DataSource, clock?: string): TemplateResult {
  const time: AukioChannelDirectory['clock'] = () => (clock ? new Date(clock) : new Date());
  return html`<aukio-channel-directory ${attributes(args)} .source=${source} .clock=${time}>${content}</aukio-channel-directory>`;
}

function at(clock: string): Pick<Story, 'render'> {
  return { render: (args) => directory(args, nothing, undefined, clock) };
}

const WORD_TABLES: Readonly<Record<string, string>> = { fi: wordTable, sv: wordTableInSwedish, en: wordTableInEnglish };
const DIRECTORY = 'fixtures/channels/directory.json';

const NEEDS_TABLE = `<table>
  <tr><th>Kanava</th><th>Tarve</th><th>Kohderyhmä</th><th>Vuorovaikutus</th><th>Tarvitsee netin</th><th>Puhelin</th><th>Aukioloajat</th><th>Tarkistettu</th></tr>
  <tr><td>Asiakaspalvelu</td><td>Kysy neuvoa, anna palautetta</td><td>Asukkaat, yritykset</td><td>kaksisuuntainen</td><td>ei</td><td>06 000 1200</td><td>ma–to 9–16, pe 9–14</td><td>5.10.2026</td></tr>
  <tr><td>Radio Meri</td><td>Poikkeustilanne</td><td>Asukkaat</td><td>yksisuuntainen</td><td>ei</td><td></td><td></td><td></td></tr>
</table>`;

const meta: Meta<Attributes> = {
  title: 'Widgets/Channel directory',
  component: 'aukio-channel-directory',
  tags: ['autodocs'],
  render: (args) => directory(args),
};
export default meta;

/** Texts in three languages, needs, links and opening hours with exceptions. Change the page’s language in the toolbar. */
export const JsonFile: Story = { name: 'Data: JSON', args: { src: DIRECTORY, 'feedback-href': '/palaute/' } };

/** The four columns of a city’s programme, pasted out of Word: search and audiences come from the table’s own words. */
export const PastedFromWord: Story = {
  name: 'Data: pasted from Word',
  render: (args, { globals }) => directory(args, pasted(WORD_TABLES[String(globals['lang'])] ?? wordTable)),
  ...written('<aukio-channel-directory>\n  … the table as pasted from Word …\n</aukio-channel-directory>'),
};

/** Further columns say what the four cannot: needs, whether people can answer, contact details, hours, the last check. */
export const FurtherColumns: Story = {
  name: 'Data: a table with needs and contact details',
  render: (args) => directory(args, pasted(NEEDS_TABLE), undefined, '2026-10-07T12:00+03:00'),
  ...written(NEEDS_TABLE),
};

/** A plain list of links: each item is a channel, headings are groups, a list inside an item its sub-channels. */
export const ListOfLinks: Story = {
  name: 'Data: a list of links',
  render: (args) => directory(args, pasted(links)),
  ...written(links),
};

/** The Word file itself, as the editor uploaded it. */
export const WordFile: Story = { name: 'Data: Word file', args: { src: 'fixtures/files/viestintakanavat.docx' } };

/** A workbook with a sheet for each group. */
export const ExcelFile: Story = { name: 'Data: Excel file', args: { src: 'fixtures/files/viestintakanavat.xlsx' } };

/** CSV as Excel saves it in Finland, with line breaks and bullets in its cells. */
export const CsvFile: Story = { name: 'Data: CSV file', args: { src: 'fixtures/files/viestintakanavat.csv' } };

/** Form C: a plain link to the uploaded file. */
export const LinkToFile: Story = {
  name: 'Form: a link to the file',
  render: () => html`<p><a href="fixtures/files/viestintakanavat.docx#aukio=channel-directory&heading=Kanavat">Viestintäkanavat (Word)</a></p>`,
  ...written('<p><a href="/files/viestintakanavat.docx#aukio=channel-directory&heading=Kanavat">Viestintäkanavat (Word)</a></p>'),
};

/** An ordinary Wednesday. */
export const OpenNow: Story = { name: 'Hours: open now', args: { src: DIRECTORY }, ...at('2026-10-07T12:00+03:00') };

/** What the city has not said of Midsummer Eve is not claimed; where it has, that holds. */
export const MidsummerEve: Story = { name: 'Hours: Midsummer Eve', args: { src: DIRECTORY }, ...at('2026-06-19T10:00+03:00') };

/** A day with hours of its own, and a closing over the holidays to come. */
export const Exceptions: Story = { name: 'Hours: an exception', args: { src: DIRECTORY }, ...at('2026-12-23T11:00+02:00') };

/** A channel stands under every need that it serves; emergencies begin with 112. */
export const ByNeed: Story = { name: 'Option: grouped by need', args: { src: DIRECTORY, 'group-by': 'need' } };

export const ByAudience: Story = { name: 'Option: grouped by audience', args: { src: DIRECTORY, 'group-by': 'audience' } };

/** A list without search, filters and print, as on a front page. */
export const Bare: Story = { name: 'Option: the list alone', args: { src: DIRECTORY, 'hide-search': true, 'hide-filters': true, 'hide-print': true } };

/** What the editor reads in preview: a bad link, an exception that says nothing, a channel without a name. */
export const Faulty: Story = { name: 'State: faults, for the editor', args: { src: 'fixtures/channels/faulty.json', debug: true } };

export const Empty: Story = { name: 'State: no channels', args: { src: 'fixtures/channels/empty.json', help: 'Soita 06 000 1200' } };

export const Loading: Story = { name: 'State: loading', render: (args) => directory(args, html`<p>Asiakaspalvelu: 06 000 1200</p>`, silent) };

function failed(kind: SourceErrorKind): Story {
  return { name: `State: ${kind}`, args: { help: 'Soita 06 000 1200' }, render: (args) => directory(args, html`<p>Asiakaspalvelu: 06 000 1200</p>`, failing(kind)) };
}

export const NotFound: Story = failed('not-found');
export const Unavailable: Story = failed('unavailable');
