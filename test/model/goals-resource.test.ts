import { expect } from '@open-wc/testing';
import type { Block, Cell } from '../../src/model/document.ts';
import { goalsResource } from '../../src/model/goals-resource.ts';
import { documentOf, only, paragraph, read, readRows, table } from './goal-documents.ts';

const OPTIONS = { lang: 'fi' };
const GOALS = table(['Toiminnallinen tavoite|Mittari|Toteutumaennuste', 'Kirjastoauto|12 pysäkkiä|Toteutuu']);
const MANY = 10_000;

/** A table whose rows are counted as they are asked for. */
function countedTable(): { block: Block; rows: () => number } {
  let asked = 0;
  const cells = (...texts: readonly string[]): Cell[] => texts.map((text) => ({ lines: [text] }));
  function* rows(): Generator<readonly Cell[]> {
    asked = 1;
    yield cells('Toiminnallinen tavoite', 'Mittari', 'Toteutumaennuste');
    for (let n = 1; n <= MANY; n++) {
      asked++;
      yield cells(`Tavoite numero ${n}`, `Mittari ${n}`, 'Toteutuu');
    }
  }
  return { block: { kind: 'table', rows: { [Symbol.iterator]: rows } }, rows: () => asked };
}

describe('the reading of goals', () => {
  it('gives the first of 10,000 after a few rows, and all of them in the end', async () => {
    const { block, rows } = countedTable();
    const reading = goalsResource.accept(documentOf([block]), OPTIONS);
    let step = await reading.next();
    expect(step.done ? '' : step.value.title).to.equal('Tavoite numero 1');
    expect(rows()).to.be.below(4);
    let goals = 0;
    for (; !step.done; step = await reading.next()) goals++;
    expect(goals).to.equal(MANY);
    expect(step.value.count).to.equal(MANY);
    expect(new Set(step.value.data.goals.map(({ id }) => id)).size).to.equal(MANY);
  });

  it('gives the first of 10,000 in JSON before the others are checked', async () => {
    let checked = 0;
    const items = Array.from({ length: MANY }, (_, n) => ({ get title() { checked++; return `Tavoite numero ${n}`; } }));
    const step = await goalsResource.accept(items, OPTIONS).next();
    expect(step.done ? '' : step.value).to.have.property('title', 'Tavoite numero 0');
    expect(checked).to.be.below(4);
  });

  it('yields the same object again when a later row adds to it', async () => {
    const { yielded, goals } = await readRows('Toiminnallinen tavoite|Mittari', 'Kirjastoauto|12 pysäkkiä', '|2 käyntiä');
    expect(yielded).to.have.length(2);
    expect(yielded[0]).to.equal(yielded[1]);
    expect(yielded[0]).to.equal(only(goals));
  });

  it('needs nothing more to be loaded for a table', () => {
    expect(goalsResource.accept(documentOf([GOALS]), OPTIONS)).not.to.be.instanceOf(Promise);
  });

  it('passes on what the file\'s reader noticed', async () => {
    expect((await read({ ...documentOf([GOALS]), notes: [{ code: 'wrong-encoding' }] })).notes[0]).to.deep.equal({ code: 'wrong-encoding' });
  });

  it('gives a goal the same id in two documents, whatever stands around it there', async () => {
    const again = table(['Toiminnallinen tavoite 2027|Vastuutaho', 'Tori|Kaupunkisuunnittelu', 'KIRJASTOAUTO.|Kirjastopalvelut']);
    const line = paragraph('Tavoitelinjaus: Palvelut ovat lähellä');
    const [first, second] = [await read(documentOf([line, GOALS])), await read(documentOf([paragraph('Strateginen painopiste: Elävä kunta'), line, again]))];
    expect(second.goals[1]?.id).to.equal(only(first.goals).id);
    expect(only(first.goals).id).to.match(/^kirjastoauto-[a-z0-9]{4}$/);
  });
});

describe('a document of goals', () => {
  const recognises = (blocks: Iterable<Block>, options = {}) => goalsResource.recognises(blocks, { ...OPTIONS, ...options });

  it('is recognised by a header row', async () => {
    expect(await recognises([paragraph('Tavoitteet'), GOALS])).to.equal(true);
    expect(await recognises([table(['Tavoitteet 2026||', 'Tavoite|Mittari|Toteuma', 'a|b|c'])])).to.equal(true);
    expect(await recognises([table(['Tavoite|Eteneminen', 'a|b'])])).to.equal(true);
  });

  it('is recognised where only the goal column is missing, so that the editor is told just that', async () => {
    expect(await recognises([table(['Mittari|Toteuma|Ennuste', 'a|b|c'])])).to.equal(true);
  });

  it('is recognised by what the attribute columns names', async () => {
    const strange = [table(['Asia|Arvio', 'a|b'])];
    expect(await recognises(strange)).to.equal(false);
    expect(await recognises(strange, { columns: 'Asia=goal;Arvio=forecast' })).to.equal(true);
  });

  it('is not any other table, list or text', async () => {
    for (const blocks of [
      [], [paragraph('Strateginen painopiste: Hyvinvoiva kunta')],
      [table(['Viestintäkanava|Tavoite|Kohderyhmä|Sisältö', 'a|b|c|d'])], [table(['Channel|Goal|Audience|Owner', 'a|b|c|d'])],
      [table(['Toimenpide|Hinta', 'a|b'])], [table(['Title|Author', 'a|b'])], [table(['Nimi|Status', 'a|b'])],
    ]) expect(await recognises(blocks), JSON.stringify(blocks)).to.equal(false);
  });

  it('is recognised by its headers alone, however many rows follow', async () => {
    const { block, rows } = countedTable();
    expect(await recognises([block])).to.equal(true);
    expect(rows()).to.equal(1);
    const { block: other, rows: otherRows } = countedTable();
    expect(await recognises([{ ...other, rows: skipFirst((other as { rows: Iterable<readonly Cell[]> }).rows) } as Block])).to.equal(false);
    expect(otherRows()).to.be.below(6);
  });

  it('that can be gone through only once is left for the reading', async () => {
    function* once(): Generator<Block> {
      yield GOALS;
    }
    const blocks = once();
    expect(await recognises(blocks)).to.equal(false);
    expect(only((await read(documentOf(blocks))).goals).title).to.equal('Kirjastoauto');
    const rows = (GOALS.rows as readonly (readonly Cell[])[]).values();
    expect(await recognises([{ kind: 'table', rows }])).to.equal(false);
    expect(only((await read(documentOf([{ kind: 'table', rows }]))).goals).title).to.equal('Kirjastoauto');
  });
});

function skipFirst<T>(items: Iterable<T>): Iterable<T> {
  return { *[Symbol.iterator]() {
    let first = true;
    for (const item of items) {
      if (!first) yield item;
      first = false;
    }
  } };
}
