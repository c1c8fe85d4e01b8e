import { expect } from '@open-wc/testing';
import type { BlockDocument, ListItem } from '../../../src/model/document.ts';
import { readDocx } from '../../../src/sources/readers/docx.ts';
import { readHtml } from '../../../src/sources/readers/html.ts';
import { paragraph, runs, wordFile } from '../../../tools/office/word.ts';

/** Each text with the number of its list item, its depth, and its links. */
function texts({ blocks }: BlockDocument): unknown[] {
  const items: ListItem[] = [];
  return [...blocks].flatMap((block) => {
    if (block.kind !== 'text') return [];
    if (block.item && !items.includes(block.item)) items.push(block.item);
    return [[block.text, block.item ? items.indexOf(block.item) + 1 : 0, block.item?.depth ?? 0, block.links?.map(({ href }) => href) ?? []]];
  });
}

describe('lists', () => {
  it('on a page keep which texts are of one item, how deep it is, and the links of each text', () => {
    const home = document.createElement('div');
    home.innerHTML = `<p>Johdanto, <a href="/a">linkki</a></p>
      <ul><li>Vaihde <a href="tel:112">112</a><br>aina auki</li><li>Verkko<ul><li><a href="https://b.example">B</a></li></ul></li><li>Viimeinen</li></ul>
      <p>Loppu</p>`;
    expect(texts(readHtml(home))).to.deep.equal([
      ['Johdanto, linkki', 0, 0, ['/a']],
      ['Vaihde 112', 1, 1, ['tel:112']],
      ['aina auki', 1, 1, []],
      ['Verkko', 2, 1, []],
      ['B', 3, 2, ['https://b.example']],
      ['Viimeinen', 4, 1, []],
      ['Loppu', 0, 0, []],
    ]);
  });

  it('in a Word file are its numbered and bulleted paragraphs', () => {
    const item = (level: number, content: string) => paragraph(content).replace(/(<w:p[^>]*>)/, `$1<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>`);
    const link = `<w:hyperlink r:id="rId9">${runs('Palaute')}</w:hyperlink>`;
    const file = wordFile([paragraph(runs('Johdanto')), item(0, runs('Verkko')), item(1, link), paragraph(runs('Loppu'))].join(''), { links: { rId9: 'https://b.example' } });
    expect(texts(readDocx(file))).to.deep.equal([['Johdanto', 0, 0, []], ['Verkko', 1, 1, []], ['Palaute', 2, 2, ['https://b.example']], ['Loppu', 0, 0, []]]);
  });
});
