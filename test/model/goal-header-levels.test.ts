import { expect } from '@open-wc/testing';
import { above, left, readRows } from './goal-documents.ts';

describe('a header row in two levels', () => {
  it('with years under what is merged gives each year its own actuals', async () => {
    const { goals, data, codes } = await readRows(
      ['Toiminnallinen tavoite', 'Mittari', 'Toteuma', left('Toteuma'), 'Ennuste'],
      [above('Toiminnallinen tavoite'), above('Mittari'), '2025', '2026', above('Ennuste')],
      'Kirjastoauto kulkee|Pysäkkejä|9 pysäkkiä|12 pysäkkiä|Toteutuu',
    );
    expect(data.periods.map(({ id }) => id)).to.deep.equal(['2025', '2026']);
    expect(goals.map(({ title, reports }) => [title, reports.map(({ actuals }) => actuals.map(({ text }) => text))])).to.deep.equal([['Kirjastoauto kulkee', [['9 pysäkkiä'], ['12 pysäkkiä']]]]);
    expect(goals[0]!.reports.at(-1)!.forecast!.code).to.equal('on-track');
    expect(codes).to.deep.equal([]);
  });

  it('with empty cells beside it, and the period above, is read as well', async () => {
    const { goals, data } = await readRows(
      ['Toiminnallinen tavoite', 'Tammi–kesäkuu 2026', left('Tammi–kesäkuu 2026')],
      ['', 'Toteuma', 'Ennuste'],
      'Kirjastoauto kulkee|12 pysäkkiä|Vaarassa',
    );
    expect(data.periods).to.have.length(1);
    expect([goals[0]!.reports[0]!.actuals[0]!.text, goals[0]!.reports[0]!.forecast!.code]).to.deep.equal(['12 pysäkkiä', 'at-risk']);
  });

  it('under a text that says nothing by itself has what stands below', async () => {
    const { goals, codes } = await readRows(['Toiminnallinen tavoite', 'Seuranta', left('Seuranta')], ['', 'Toteuma', 'Ennuste'], 'Kirjastoauto kulkee|12 pysäkkiä|Toteutuu');
    expect([goals[0]!.reports[0]!.actuals[0]!.text, goals[0]!.reports[0]!.forecast!.code]).to.deep.equal(['12 pysäkkiä', 'on-track']);
    expect(codes).to.deep.equal([]);
  });

  it('counts as two rows where a fault is named', async () => {
    const { notes } = await readRows(['Toiminnallinen tavoite', 'Toteuma', left('Toteuma'), 'Ennuste'], ['', '2025', '2026', ''], 'Kirjastoauto kulkee|a|b|Kenties');
    expect(notes.find(({ code }) => code === 'status-unknown')?.place?.row).to.equal(3);
  });

  it('repeated after a page break is dropped', async () => {
    const header = [['Toiminnallinen tavoite', 'Toteuma', left('Toteuma')], ['', '2025', '2026']];
    const { goals } = await readRows(...header, 'Kirjastoauto kulkee|a|b', ...header, 'Uimahalli aukeaa|c|d');
    expect(goals.map(({ title, reports }) => [title, ...reports.map(({ actuals }) => actuals[0]!.text)])).to.deep.equal([['Kirjastoauto kulkee', 'a', 'b'], ['Uimahalli aukeaa', 'c', 'd']]);
  });

  it('is not seen in rows of goals that merge cells', async () => {
    const { goals } = await readRows('Toiminnallinen tavoite|Mittari|Toteuma', ['Kirjastoauto kulkee', 'Pysäkkejä', left('Pysäkkejä')], ['', 'Käyntejä', '2 kuussa'], 'Uimahalli aukeaa|Tunteja|80');
    expect(goals.map(({ title }) => title)).to.deep.equal(['Kirjastoauto kulkee', 'Uimahalli aukeaa']);
    expect(goals[0]!.measures.map(({ text }) => text)).to.include('Käyntejä');
  });
});
