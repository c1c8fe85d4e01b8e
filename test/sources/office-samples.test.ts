import { expect } from '@open-wc/testing';
import { readGoalBlocks } from '../../src/model/goal-blocks.ts';
import { isBlockDocument } from '../../src/model/document.ts';
import type { Goal, GoalReports } from '../../src/model/goals.ts';
import { readDocument } from '../../src/sources/document.ts';

/** Two files that were not made by this project's own tools: they lie beside it, where the test server reaches out of it. */
const FOLDER = '/__wds-outside-root__/1/shared/office/';
const present = (await fetch(`${FOLDER}goal-report.docx`)).ok;
if (!present) console.info('The files of ../shared/office are not here, so they are not read.');

async function read(name: string): Promise<GoalReports> {
  const document = await readDocument(FOLDER + name, { signal: new AbortController().signal, lang: 'fi' });
  if (!isBlockDocument(document)) throw new Error(`${name} is no document of blocks`);
  const reading = readGoalBlocks(document, { lang: 'fi' });
  for (;;) {
    const step = await reading.next();
    if (step.done) return step.value.data;
  }
}

if (present) describe('files from elsewhere', () => {
  it('of Word hold every goal under its line, with its measures, actuals and forecast', async () => {
    const { goals } = await read('goal-report.docx');
    const said = ({ title, focus, line, measures, responsible, reports: [report] }: Goal) => [title, focus, line, measures.map(({ text }) => text), responsible, report?.actuals.map(({ text }) => text), report?.forecast?.code];
    const services = 'Palvelut ovat lähellä ihmistä. Niitä kehitetään yhdessä asukkaiden kanssa.';
    expect(goals.map(said)).to.deep.equal([
      ['Uimahallin aukioloja laajennetaan', 'Hyvinvoiva kunta', services, ['Avoinna vähintään 80 h viikossa'], ['Liikuntapalvelut'], ['Avoinna 76 h viikossa'], 'partly'],
      ['Kirjastoauto kulkee joka kylässä', 'Hyvinvoiva kunta', services, ['12 pysäkkiä', 'Vähintään 2 käyntiä kuukaudessa'], ['Kirjastopalvelut'], ['12 pysäkkiä', '2 käyntiä kuukaudessa'], 'on-track'],
      ['Nuorisobudjetti otetaan käyttöön', 'Hyvinvoiva kunta', 'Nuoret mukaan päätöksiin.', ['Vähintään 200 äänestäjää'], ['Nuorisopalvelut'], ['Toteutunut kaksi kierrosta.'], 'at-risk'],
    ]);
  });

  it('of Excel hold the numbers of each period, beside their target and unit', async () => {
    const { goals, periods } = await read('goal-numbers.xlsx');
    expect(periods.map(({ label }) => label)).to.deep.equal(['2025', '1–6/2026']);
    expect(goals.map(({ title, measures, reports }) => [title, measures.map(({ target, unit }) => [target, unit]), reports.map(({ actuals }) => actuals.map(({ value }) => value)), reports.at(-1)?.forecast?.code])).to.deep.equal([
      ['Uimahallin aukioloja laajennetaan', [[80, 'h']], [[70], [76]], 'partly'],
      ['Kirjastoauto kulkee', [[12, 'kpl']], [[9], [12]], 'on-track'],
    ]);
  });
});
