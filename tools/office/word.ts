import { escapeXml, packOffice } from './package.ts';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"';

/** A style as a Finnish Word names it: the id is in Finnish, the name in English. */
function style(id: string, name: string, properties = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normaali' ? '' : '<w:basedOn w:val="Normaali"/>'}${properties}</w:style>`;
}

const STYLES = `<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>${[
  style('Normaali', 'Normal', '<w:qFormat/>'),
  style('Otsikko1', 'heading 1', '<w:qFormat/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
  style('Otsikko2', 'heading 2', '<w:qFormat/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
  style('Kuvaotsikko', 'caption'),
  style('Sisluet1', 'toc 1'),
  style('Luettelokappale', 'List Paragraph'),
].join('')}<w:style w:type="table" w:styleId="TaulukkoRuudukko"><w:name w:val="Table Grid"/></w:style></w:styles>`;

export interface WordOptions {
  /** XML of `w:styles`; a Finnish Word's where it is not given. */
  readonly styles?: string;
  /** Addresses of links by their relationship's id. */
  readonly links?: Readonly<Record<string, string>>;
}

/** A `.docx` with this XML as the content of its body. */
export function wordFile(body: string, { styles = STYLES, links = {} }: WordOptions = {}): Uint8Array {
  return packOffice(
    { 'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`, 'word/styles.xml': styles },
    {
      '': [{ id: 'rId1', type: 'officeDocument', target: 'word/document.xml' }],
      'word/document.xml': [
        { id: 'rId1', type: 'styles', target: 'styles.xml' },
        ...Object.entries(links).map(([id, target]) => ({ id, type: 'hyperlink', target, external: true })),
      ],
    },
  );
}

const FINNISH = '<w:lang w:val="fi-FI"/>';

/**
 * Text as Word saves it after a few rounds of editing: in runs that end in the middle of words, with marks of the
 * spelling checker between them.
 */
export function runs(text: string, properties = ''): string {
  const pieces = text.match(/.{1,37}/gsu) ?? [];
  return pieces
    .map((piece, index) => {
      const run = `<w:r w:rsidR="00A1${(index * 37 + 4096).toString(16).toUpperCase()}"><w:rPr>${properties}${FINNISH}</w:rPr><w:t xml:space="preserve">${escapeXml(piece)}</w:t></w:r>`;
      return index % 2 ? `<w:proofErr w:type="spellStart"/>${run}<w:proofErr w:type="spellEnd"/>` : run;
    })
    .join('');
}

/** A paragraph of runs that are given as XML. */
export function paragraph(content: string, styleId?: string): string {
  return `<w:p w:rsidR="00A11000" w:rsidRDefault="00A11000">${styleId ? `<w:pPr><w:pStyle w:val="${styleId}"/></w:pPr>` : ''}${content}</w:p>`;
}

export interface CellOptions {
  /** More properties of the cell, as XML. */
  readonly properties?: string;
}

/** A cell of paragraphs that are given as XML of their runs. Word demands one paragraph at least. */
export function cell(paragraphs: readonly string[], { properties = '' }: CellOptions = {}): string {
  return `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${properties}</w:tcPr>${(paragraphs.length ? paragraphs : ['']).map((content) => paragraph(content)).join('')}</w:tc>`;
}

export function row(cells: readonly string[], properties = ''): string {
  return `<w:tr w:rsidR="00A11000"><w:trPr><w:cantSplit/>${properties}</w:trPr>${cells.join('')}</w:tr>`;
}

export function table(rows: readonly string[]): string {
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TaulukkoRuudukko"/><w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid/>${rows.join('')}</w:tbl>`;
}
