import type { Block, BlockDocument, Cell, TableBlock } from '../../../src/model/document.ts';

/** What a document holds, short enough to compare: paragraphs as text, headings as `# text`, tables as rows of cells of lines. */
export function outline(document: BlockDocument): (string | string[][][])[] {
  return [...document.blocks].map((block) => (block.kind === 'text' ? `${'#'.repeat(block.level ?? 0)} ${block.text}`.trim() : linesOf(block)));
}

export function linesOf(table: TableBlock): string[][][] {
  return [...table.rows].map((row) => row.map((cell) => [...cell.lines]));
}

export function tablesOf(document: BlockDocument): TableBlock[] {
  return [...document.blocks].filter((block): block is TableBlock => block.kind === 'table');
}

/** The cells of the first table's row, counted from 0. */
export function rowOf(document: BlockDocument, index: number): readonly Cell[] {
  return [...(tablesOf(document)[0]?.rows ?? [])][index] ?? [];
}

export function textsOf(document: BlockDocument): Extract<Block, { kind: 'text' }>[] {
  return [...document.blocks].filter((block) => block.kind === 'text');
}
