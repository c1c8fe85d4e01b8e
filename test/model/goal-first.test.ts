import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Block } from '../../src/model/document.ts';
import { FirstGoals } from '../../src/model/goal-first.ts';
import { Synonyms } from '../../src/model/synonyms.ts';
import { languagesOf } from '../../src/model/text.ts';
import type { Goal } from '../../src/model/goals.ts';
import { above, number, paragraph, readBlocks, table, type CellInput } from './goal-documents.ts';

const HEADER = 'Toiminnallinen tavoite 2026|Mittari ja tavoitetaso 2026|Vastuutaho|Toteuma 1–7/2026|Toteutumaennuste';

async function firstOf(...blocks: readonly Block[]): Promise<readonly Goal[]> {
  const words = new Synonyms();
  await words.learn(['fi']);
  return [...new FirstGoals(words, languagesOf('fi').tag).read(blocks)];
}

/** What the first reading and the whole one must agree on: the period is for the whole one alone. */
function shown({ id, title, focus, line, responsible, measures, reports }: Goal): unknown {
  return { id, title, focus, line, responsible, measures, reports: reports.map(({ actuals, state, forecast }) => ({ actuals, state, forecast })) };
}

describe('the first goals of a plain document', () => {
  it('are those that the whole reading finds, under their focus and line', async () => {
    const blocks = [
      paragraph('Toiminnalliset tavoitteet 2026', 2),
      paragraph('Raportointijakso: tammi–heinäkuu 2026'),
      paragraph('Strateginen painopiste: Yhdessä tehty Merilehto'),
      paragraph('Tavoitelinjaus'),
      paragraph('Jokainen voi vaikuttaa.'),
      table([
        HEADER,
        'Kokeilemme uusia tapoja|Kahta tapaa on kokeiltu\nKokemukset on koottu|Viestintä|Kysely tehtiin\nKoottu|Toteutuu',
        ['Avaamme tiloja', 'Kokeilu on tehty', 'Nuorisopalvelut\nKirjastopalvelut', '–', 'Toteutuu osittain'],
        [above('Avaamme tiloja'), 'Kokeilu on arvioitu', above('Nuorisopalvelut'), 'Arviointi on lokakuussa', above('Toteutuu osittain')],
        HEADER,
        'Avaamme tiloja|Kokeilu on tehty|Nuorisopalvelut|–|Toteutuu osittain',
        'Kuulemme asukkaita|Kohteita\nIltoja\nKyselyjä|Viestintä|Seitsemän\nKaksi|Vaarassa',
      ]),
    ];
    const first = await firstOf(...blocks);
    expect(first).to.have.length(3);
    expect(first.map(shown)).to.deep.equal((await readBlocks(...blocks)).goals.map(shown));
  });

  it('are no more than a first view shows', async () => {
    expect(await firstOf(table([HEADER, ...Array.from({ length: 50 }, (_, n) => `Tavoite ${n + 1}|Mittari|Viestintä|Etenee hyvin|Toteutuu`)]))).to.have.length(30);
  });

  const plain: readonly CellInput[] = ['Kuulemme asukkaita', 'Kohteita', 'Viestintä', 'Seitsemän', 'Toteutuu'];
  const unusual: readonly (readonly [what: string, column: number, cell: CellInput])[] = [
    ['a number that a cell holds as data', 3, number(7)],
    ['a link', 3, { lines: ['Seitsemän'], links: [{ text: 'Seitsemän', href: '/x' }] }],
    ['a cell in another language', 0, { lines: ['Vi hör invånarna'], lang: 'sv' }],
    ['a cell that speaks by its colour', 4, { lines: [], wordless: true }],
    ['a word of judgement that nobody knows', 4, 'Kesken jäi'],
    ['a judgement with an explanation', 4, 'Toteutuu. Aikataulussa.'],
    ['an actual state in the column of forecasts', 4, 'Toteutunut'],
    ['a judgement among the outcomes', 3, 'Toteutunut'],
    ['a formula that failed', 3, '#NIMI?'],
    ['a dash that holds the place of an outcome', 3, 'Seitsemän\n–'],
    ['a text merged across columns', 1, { lines: ['Kuulemme asukkaita'], spannedFrom: 'left' }],
  ];
  for (const [what, column, cell] of unusual) {
    it(`end at ${what}, which is left to the whole reading`, async () => {
      const other = ['Avaamme tiloja', ...plain.slice(1)].with(column, cell);
      expect(await firstOf(table([HEADER, plain, other]))).to.have.length(1);
    });
  }

  it('are none under headers of two languages, of two periods, with numbers or with a name that nobody knows', async () => {
    for (const header of ['Tavoite – Mål|Mittari|Ennuste', 'Tavoite|Toteuma 2025|Toteuma 2026', 'Tavoite|Toteuma (luku)|Ennuste', 'Tavoite|Toteuma tammikuu 2026|Ennuste', 'Tavoite|Mittari|Kommentit', 'Kanava|Tavoite|Kohderyhmä']) {
      expect(await firstOf(table([header, 'a|b|c']))).to.deep.equal([]);
    }
  });

  it('say nothing that the whole reading does not say, whatever the rows are', async () => {
    const cell = fc.oneof(
      fc.constantFrom<CellInput>('', '–', 'Yksi', 'Kaksi', 'Yksi\nKaksi', 'Yksi\nKaksi\nKolme', 'Toteutuu', 'Toteutunut', 'Vaarassa', '#N/A', above('Yksi'), above('Toteutuu'), number(3), HEADER.split('|')[0]!),
    );
    await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 6 }), async (rows) => {
      const blocks = [table([HEADER, ...rows])];
      const first = await firstOf(...blocks);
      if (!first.length) return;
      const { goals } = await readBlocks(...blocks);
      for (const goal of first) {
        const whole = goals.find(({ id }) => id === goal.id);
        expect(whole?.title).to.deep.equal(goal.title);
        expect(whole?.measures.slice(0, goal.measures.length)).to.deep.equal(goal.measures);
        expect(whole?.responsible).to.include.deep.members(goal.responsible as string[]);
        expect(whole?.reports[0]?.actuals.map(({ text }) => text)).to.include.deep.members(goal.reports[0]!.actuals.map(({ text }) => text));
        if (goal.reports[0]?.forecast) expect(whole?.reports[0]?.forecast?.word).to.include(goal.reports[0].forecast.word);
      }
    }), { numRuns: 500 });
  });
});
