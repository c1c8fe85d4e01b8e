import { escapeXml, packOffice, type Relationship } from './package.ts';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

export interface Sheet {
  readonly name: string;
  /** XML of `row` elements. */
  readonly rows: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** XML between `sheetData` and the end: merged cells, links. */
  readonly more?: string;
  /** XML before `sheetData`: columns. */
  readonly columns?: string;
  readonly links?: readonly Relationship[];
}

export interface ExcelOptions {
  /** XML of the `si` elements. */
  readonly texts?: readonly string[];
  /** XML inside `styleSheet`. */
  readonly styles?: string;
  /** The date system of old Macintosh workbooks. */
  readonly from1904?: boolean;
}

/** An `.xlsx` of these sheets. */
export function excelFile(sheets: readonly Sheet[], { texts = [], styles = '', from1904 = false }: ExcelOptions = {}): Uint8Array {
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook ${MAIN}><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(({ name, state }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/styles.xml': `<styleSheet ${MAIN}>${styles}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${MAIN} count="${texts.length}" uniqueCount="${texts.length}">${texts.join('')}</sst>`,
  };
  const relationships: Record<string, Relationship[]> = {
    '': [{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }],
    'xl/workbook.xml': [
      ...sheets.map((_, index) => ({ id: `rId${index + 1}`, type: 'worksheet', target: `worksheets/sheet${index + 1}.xml` })),
      { id: 'rIdStyles', type: 'styles', target: 'styles.xml' },
      { id: 'rIdTexts', type: 'sharedStrings', target: 'sharedStrings.xml' },
    ],
  };
  sheets.forEach(({ rows, columns = '', more = '', links }, index) => {
    const part = `xl/worksheets/sheet${index + 1}.xml`;
    parts[part] = `<worksheet ${MAIN}>${columns}<sheetData>${rows}</sheetData>${more}</worksheet>`;
    if (links) relationships[part] = [...links];
  });
  return packOffice(parts, relationships);
}

/** Texts that cells share, as Excel keeps them. */
export class SharedTexts {
  readonly #index = new Map<string, number>();

  /** A cell with a text. */
  cell(address: string, text: string, look = 0): string {
    if (!this.#index.has(text)) this.#index.set(text, this.#index.size);
    return `<c r="${address}" s="${look}" t="s"><v>${this.#index.get(text)}</v></c>`;
  }

  get texts(): string[] {
    return [...this.#index.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
  }
}

export function numberCell(address: string, value: number, look = 0): string {
  return `<c r="${address}" s="${look}"><v>${value}</v></c>`;
}

/** `C7` of the third column, counted from 0, and row 7. */
export function addressOf(column: number, row: number): string {
  return `${String.fromCharCode(65 + column)}${row}`;
}
