import type { Block, BlockDocument } from '../../model/document.ts';
import { formatCode } from './number-format.ts';
import { attribute, child, children, OfficeFile, targetId, type Target } from './office.ts';
import { ended } from '../steps.ts';
import { rowsOnce, sheetBlocks } from '../../model/sheet.ts';
import { textOf, worksheetRows, type Look, type Workbook } from './worksheet.ts';

/**
 * Reads an Excel workbook (`.xlsx`): each sheet that is shown, with the lone texts above its table as paragraphs before it.
 * Rows are read when they are asked for; a fault can name them, since an empty or hidden row is counted too.
 * @param lang the page's language, for `TRUE` and `FALSE`, which Excel shows in the language it runs in
 * @throws {SourceError} `invalid-data` with what is wrong with the file
 */
export function readXlsx(bytes: Uint8Array, lang = 'fi'): BlockDocument {
  const file = new OfficeFile(bytes, 'not-excel');
  const { part, element } = ended(file.main('workbook'));
  const targets = file.targets(part);
  const sheets = children(child(element, 'sheets'), 'sheet').filter((sheet) => (attribute(sheet, 'state') ?? 'visible') === 'visible');
  const root = (type: string) => file.xml(targets.find((target) => target.type === type)?.address ?? '');
  const book: Workbook = {
    texts: children(root('sharedStrings'), 'si').map(textOf),
    looks: readLooks(root('styles')),
    from1904: /^(?:1|true)$/.test(attribute(child(element, 'workbookPr'), 'date1904') ?? ''),
    truth: lang.startsWith('sv') ? ['FALSKT', 'SANT'] : lang.startsWith('en') ? ['FALSE', 'TRUE'] : ['EPÄTOSI', 'TOSI'],
  };
  const shown = sheets.flatMap((sheet) => {
    const target = targets.find(({ id, type }) => id === targetId(sheet) && type === 'worksheet');
    return target ? [readSheet(file, target, book, sheets.length > 1 ? attribute(sheet, 'name') : undefined)] : [];
  });
  return { kind: 'blocks', blocks: { *[Symbol.iterator]() { for (const blocks of shown) yield* blocks(); } } };
}

/** The sheet's part is parsed when its blocks are first asked for. */
function readSheet(file: OfficeFile, { address }: Target, book: Workbook, name: string | undefined): () => Iterable<Block> {
  let at: ReturnType<typeof rowsOnce> | undefined;
  return () => {
    at ??= rowsOnce(worksheetRows(file.xml(address), file.targets(address), book));
    return sheetBlocks(at, name);
  };
}

function readLooks(styles: Element | undefined): Look[] {
  const custom = new Map(children(child(styles, 'numFmts'), 'numFmt').map((format) => [Number(attribute(format, 'numFmtId')), attribute(format, 'formatCode') ?? '']));
  const fills = children(child(styles, 'fills'), 'fill').map(colourOf);
  return children(child(styles, 'cellXfs'), 'xf').map((look) => ({
    format: formatCode(Number(attribute(look, 'numFmtId') ?? 0), custom),
    colour: fills[Number(attribute(look, 'fillId') ?? 0)] ?? '',
  }));
}

function colourOf(fill: Element): string {
  const pattern = child(fill, 'patternFill');
  const colour = attribute(pattern, 'patternType') === 'solid' ? child(pattern, 'fgColor') : undefined;
  // Theme colour 0 is the paper.
  return attribute(colour, 'rgb')?.slice(-6) ?? (attribute(colour, 'theme') === '0' ? '' : [...(colour?.attributes ?? [])].map(({ value }) => value).join(' '));
}
