import type { Text } from '../../src/model/text.ts';
import { excelCsv } from './csv-report.ts';
import { addressOf, excelFile, SharedTexts } from './excel.ts';
import { cell, paragraph, row, runs, table, wordFile } from './word.ts';

/** A directory of channels as JSON has it, as far as the office's tables need it. */
export interface DirectoryJson {
  readonly channels: readonly {
    readonly name: Text;
    readonly group: Text;
    readonly children?: readonly (string | { readonly name: Text })[];
    readonly purposes: readonly Text[];
    readonly audiences: readonly Text[];
    readonly contents: readonly Text[];
    readonly needsInternet?: boolean;
    readonly direction?: string;
    readonly links?: readonly { readonly href: string; readonly text?: string }[];
  }[];
}

/** The four columns that a Finnish city's programme has. */
const COLUMNS = ['Viestintäkanava', 'Tavoite', 'Kohderyhmä', 'Sisältö'] as const;
/** Where the page ends in the Word file: rows from the third before it are written again under a new header. */
const PAGE = 9;

/** The programme's table as Word has it: bullets of two kinds, and rows repeated by hand after the page break. */
export function channelsWord({ channels }: DirectoryJson): Uint8Array {
  const header = row(COLUMNS.map((name) => cell([runs(name, '<w:b/>')])), '<w:tblHeader/>');
  const rows = channels.map(({ name, children = [], purposes, audiences, contents }, index) => {
    const bullet = index % 2 ? '- ' : '• ';
    const items = (texts: readonly Text[]) => texts.map((text) => runs(`${texts.length > 1 ? bullet : ''}${finnish(text)}`));
    return row([
      cell([runs(finnish(name)), ...children.map((child) => runs(`- ${nameOf(child)}`))]),
      cell(items(purposes)),
      cell([runs(audiencesIn(audiences))]),
      cell(items(contents)),
    ]);
  });
  const body = [
    paragraph(runs('Viestintäkanavat'), 'Otsikko1'),
    table([header, ...rows.slice(0, PAGE)]),
    paragraph(''),
    table([header, ...rows.slice(PAGE - 3)]),
  ];
  return wordFile(body.join(''));
}

/** The same as CSV, with line breaks and bullets in its cells. */
export function channelsCsv({ channels }: DirectoryJson): Uint8Array {
  const rows = channels.map(({ name, children = [], purposes, audiences, contents }) => [
    [finnish(name), ...children.map((child) => `- ${nameOf(child)}`)].join('\n'),
    purposes.map((text) => `• ${finnish(text)}`).join('\n'),
    audiencesIn(audiences),
    contents.map((text) => `• ${finnish(text)}`).join('\n'),
  ]);
  return excelCsv([['Merilehdon kaupunki'], [], COLUMNS, ...rows], COLUMNS.length);
}

/** As a workbook with a sheet for each group, and columns that an office adds for its own use. */
export function channelsExcel({ channels }: DirectoryJson): Uint8Array {
  const shared = new SharedTexts();
  const columns = [...COLUMNS, 'Vuorovaikutus', 'Tarvitsee netin', 'Puhelin'];
  const rowOf = (texts: readonly string[], number: number) => `<row r="${number}">${texts.map((text, column) => (text ? shared.cell(addressOf(column, number), text) : '')).join('')}</row>`;
  const sheets = [...new Set(channels.map(({ group }) => finnish(group)))].map((group) => ({
    name: group.slice(0, 31),
    rows: [columns, ...channels.filter((channel) => finnish(channel.group) === group).map((channel) => [
      [finnish(channel.name), ...(channel.children ?? []).map((child) => `- ${nameOf(child)}`)].join('\n'),
      channel.purposes.map(finnish).join('\n'),
      audiencesIn(channel.audiences),
      channel.contents.map(finnish).join('\n'),
      { 'one-way': 'yksisuuntainen', 'two-way': 'kaksisuuntainen' }[channel.direction ?? ''] ?? '',
      channel.needsInternet === undefined ? '' : channel.needsInternet ? 'kyllä' : 'ei',
      channel.links?.find(({ href }) => href.startsWith('tel:'))?.text ?? '',
    ])].map((texts, index) => rowOf(texts, index + 1)).join(''),
  }));
  return excelFile(sheets, { texts: shared.texts });
}

function nameOf(child: string | { readonly name: Text }): string {
  return typeof child === 'string' ? child : finnish(child.name);
}

/** `Asukkaat, yritykset ja matkailijat` */
function audiencesIn(audiences: readonly Text[]): string {
  const [first = '', ...others] = audiences.map(finnish);
  const more = others.map((name) => name.toLowerCase());
  const last = more.pop();
  return last === undefined ? first : `${[first, ...more].join(', ')} ja ${last}`;
}

function finnish(text: Text): string {
  return typeof text === 'object' ? (text['fi'] ?? '') : text;
}
