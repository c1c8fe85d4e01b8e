import { expect } from '@open-wc/testing';
import { documentOf, number, only, paragraph, read, readBlocks, readRows, table } from './goal-documents.ts';

const HEADER = 'Toiminnallinen tavoite 2026|Mittari ja tavoitetaso 2026|Toteuma|Toteutumaennuste';
const ROW = 'Kirjastoauto|12 pysäkkiä|9 pysäkkiä|Toteutuu';
const JULY = { id: '2026-01--2026-07', start: '2026-01-01', end: '2026-07-31' };

const missing = (notes: readonly { readonly code: string }[]) => notes.map(({ code }) => code).filter((code) => code.endsWith('-missing'));

describe('the period of a table', () => {
  for (const [from, reading] of [
    ['its caption', () => readBlocks(table([HEADER, ROW], { caption: 'Tavoitteet tammi–heinäkuu 2026' }))],
    ['its sheet', () => readBlocks(table([HEADER, ROW], { sheet: 'Tammi–heinäkuu 2026' }))],
    ['a line before it', () => readBlocks(paragraph('Raportointijakso: tammi–heinäkuu 2026'), table([HEADER, ROW]))],
    ['a line without a colon', () => readBlocks(paragraph('Raportointijakso 1.1.–31.7.2026'), table([HEADER, ROW]))],
    ['a line in Swedish', () => readBlocks(paragraph('Rapporteringsperiod: januari–juli 2026'), table([HEADER, ROW]))],
    ['a line in English', () => readBlocks(paragraph('Period: January–July 2026'), table([HEADER, ROW]))],
    ['the attribute period', () => read(documentOf([table([HEADER, ROW])]), { period: '1–7/2026' })],
  ] as const) {
    it(`comes from ${from}`, async () => {
      const { data, goals, notes } = await reading();
      expect(only(data.periods)).to.deep.include(JULY);
      expect(only(only(goals).reports).period).to.equal(JULY.id);
      expect(missing(notes)).not.to.include('period-missing');
    });
  }

  it('is that of the caption before that of the line and of the attribute', async () => {
    const { data } = await read(documentOf([paragraph('Raportointijakso: 2024'), table([HEADER, ROW], { caption: 'Tavoitteet 2025' }), table([HEADER, ROW])]), { period: '2023' });
    expect(data.periods.map(({ id }) => id)).to.deep.equal(['2025', '2024']);
  });

  it('that nobody names is one without a label, and the editor is told', async () => {
    const { data, goals, notes } = await readRows(HEADER, ROW);
    expect(data.periods).to.deep.equal([{ id: 'current' }]);
    expect(only(only(goals).reports).period).to.equal('current');
    expect(missing(notes)).to.deep.equal(['period-missing', 'body-missing', 'as-of-missing']);
  });

  it('may have a label that says no date', async () => {
    expect(only((await readBlocks(paragraph('Raportointijakso: Valtuustokausi'), table([HEADER, ROW]))).data.periods)).to.deep.equal({ id: 'valtuustokausi', label: 'Valtuustokausi' });
  });

  it('is no year that stands in a goal\'s header', async () => {
    expect((await readRows(HEADER, ROW)).data.periods.map(({ label }) => label)).to.deep.equal([undefined]);
  });

  it('makes one goal of the same line and title in two periods', async () => {
    const { goals, data } = await readBlocks(
      paragraph('Tavoitelinjaus: Lähellä'),
      table([HEADER, ROW], { caption: 'Tammi–maaliskuu 2026' }),
      table([HEADER, 'KIRJASTOAUTO.|12 pysäkkiä|12 pysäkkiä|Toteutuu'], { caption: 'Tammi–heinäkuu 2026' }),
    );
    const goal = only(goals);
    expect(goal.measures).to.have.length(1);
    expect(goal.reports.map(({ period, actuals }) => [period, actuals[0]?.text])).to.deep.equal([['2026-01--2026-03', '9 pysäkkiä'], [JULY.id, '12 pysäkkiä']]);
    expect(data.periods.map(({ id }) => id)).to.deep.equal(['2026-01--2026-03', JULY.id]);
  });

  it('may stand in a column of its own', async () => {
    const { goals } = await readRows('Raportointijakso|Toiminnallinen tavoite|Toteuma', '2025|Kirjastoauto|9', '1–6/2026|Kirjastoauto|12');
    expect(only(goals).reports.map(({ period, actuals }) => [period, actuals[0]?.text])).to.deep.equal([['2025', '9'], ['2026-01--2026-06', '12']]);
  });
});

describe('a period in a header', () => {
  it('is that column\'s period; what has none belongs to the newest', async () => {
    const { goals, data } = await readRows(
      'Toiminnallinen tavoite|Mittari|Tavoite (luku)|Toteuma 2025|Toteuma 1–6/2026|Yksikkö|Ennuste',
      ['Uimahalli', 'Aukiolo', number(80), number(70), number(76), 'h', 'Toteutuu osittain'],
    );
    const [before, now] = only(goals).reports;
    expect(before).to.deep.equal({ period: '2025', actuals: [{ value: 70, measure: 0 }], details: [] });
    expect(now).to.deep.include({ period: '2026-01--2026-06', actuals: [{ value: 76, measure: 0 }], forecast: { code: 'partly', word: 'Toteutuu osittain' } });
    expect(data.periods.map(({ label }) => label)).to.deep.equal(['2025', '1–6/2026']);
  });

  it('makes no report for a goal of which it says nothing', async () => {
    expect(only((await readRows('Toiminnallinen tavoite|Toteuma 2025|Toteuma 2026', 'Kirjastoauto||12')).goals).reports.map(({ period }) => period)).to.deep.equal(['2026']);
  });

  it('that holds the table\'s own period is that one', async () => {
    const { data } = await readBlocks(table(['Toiminnallinen tavoite|Toteuma 2026|Ennuste 2026', 'Kirjastoauto|9|Toteutuu'], { caption: 'Tammi–heinäkuu 2026' }));
    expect(data.periods.map(({ id }) => id)).to.deep.equal([JULY.id]);
  });

  it('of a forecast for the whole year belongs to the report that gives it', async () => {
    const { goals } = await readRows('Toiminnallinen tavoite|Toteuma 1–6/2026|Ennuste 2026', 'Kirjastoauto|9|Toteutuu');
    expect(only(only(goals).reports)).to.deep.include({ period: '2026-01--2026-06', forecast: { code: 'on-track', word: 'Toteutuu' } });
  });

  it('is found in each language of a bilingual header', async () => {
    expect((await readRows('Tavoite – Mål|Toteuma 2025 – Utfall 2025|Toteuma 2026 – Utfall 2026', 'Kirjastoauto|9|12')).data.periods.map(({ id }) => id)).to.deep.equal(['2025', '2026']);
  });

  for (const header of ['Toteuma vuonna 2025', 'Vuoden 2025 toteuma', 'TP2025', 'Utfall år 2025', 'Toteuma (2025)']) {
    it(`leaves the header's word: "${header}"`, async () => {
      const goal = only((await readRows(`Toiminnallinen tavoite|${header}|Toteuma 2026`, 'Kirjastoauto|9|12')).goals);
      expect(goal.reports.map(({ period, actuals }) => [period, actuals[0]?.text])).to.deep.equal([['2025', '9'], ['2026', '12']]);
    });
  }

  it('that nobody knows makes no period', async () => {
    const { data, goals } = await readRows('Toiminnallinen tavoite|Toteuma|Talousarvio 2027 (€)', 'Kirjastoauto|9|40 000');
    expect(data.periods).to.have.length(1);
    expect(only(only(goals).reports).details).to.deep.equal([{ label: 'Talousarvio 2027 (€)', text: '40 000' }]);
  });

  it('says which target is the newest; the older is shown under its own header', async () => {
    const goal = only((await readRows('Sitova tavoite|Mittari|Tavoitetaso 2025|Tavoitetaso 2026', 'Kirjastoauto|Pysäkit|9|12')).goals);
    expect(goal.measures).to.deep.equal([{ text: 'Pysäkit: 12' }]);
    expect(only(goal.reports).details).to.deep.equal([{ label: 'Tavoitetaso 2025', text: '9' }]);
  });
});

describe('whose report it is, and of when', () => {
  it('stands before the table', async () => {
    const { data, notes } = await readBlocks(paragraph('Hyvinvointilautakunta', 1), paragraph('Raportointijakso: tammi–heinäkuu 2026'), paragraph('Tilanne 31.7.2026'), table([HEADER, ROW]));
    expect(only(data.periods)).to.deep.include({ ...JULY, body: 'Hyvinvointilautakunta', asOf: '2026-07-31' });
    expect(missing(notes)).to.deep.equal([]);
  });

  for (const [line, body] of [['Toimielin: Hyvinvoinnin ja osallisuuden lautakunta', 'Hyvinvoinnin ja osallisuuden lautakunta'], ['Välfärdsnämnden', 'Välfärdsnämnden'], ['Wellbeing Committee', 'Wellbeing Committee'], ['Kaupunginhallitus', 'Kaupunginhallitus']] as const) {
    it(`is read from "${line}"`, async () => {
      expect(only((await readBlocks(paragraph(line), table([HEADER, ROW]))).data.periods).body).to.equal(body);
    });
  }

  it('is not read from a sentence about a body', async () => {
    for (const line of ['Hyvinvointilautakunnan tavoitteet', 'Tavoitteista päättää kaupungissamme ja kuntayhtymässämme vuosittain erikseen hyvinvointilautakunta', 'Hyväksyjä oli hallitus.']) {
      expect(only((await readBlocks(paragraph(line), table([HEADER, ROW]))).data.periods).body, line).to.equal(undefined);
    }
  });

  for (const line of ['Tilanne 31.7.2026', 'Tilanne: 31.7.2026', 'Läget 31.7.2026', 'Läget den 31 juli 2026', 'As of 31 July 2026']) {
    it(`is of the day in "${line}"`, async () => {
      expect(only((await readBlocks(paragraph(line), table([HEADER, ROW]))).data.periods).asOf).to.equal('2026-07-31');
    });
  }

  it('is of the day in a caption or in a header', async () => {
    const caption = await readBlocks(table([HEADER, ROW], { caption: 'Tavoitteet tammi–heinäkuu 2026, tilanne 15.8.2026' }));
    expect(only(caption.data.periods)).to.deep.include({ ...JULY, asOf: '2026-08-15' });
    const header = await readBlocks(paragraph('Raportointijakso: tammi–heinäkuu 2026'), table([HEADER.replace('Toteuma|', 'Tilanne 15.8.2026|'), ROW]));
    expect(only(header.data.periods)).to.deep.include({ ...JULY, asOf: '2026-08-15' });
  });

  it('makes two periods of two days in headers', async () => {
    const { data } = await readRows('Toiminnallinen tavoite|Tilanne 31.3.2026|Tilanne 31.7.2026', 'Kirjastoauto|9|12');
    expect(data.periods).to.deep.equal([
      { id: '2026-03-31', label: '31.3.2026', end: '2026-03-31', asOf: '2026-03-31' }, { id: '2026-07-31', label: '31.7.2026', end: '2026-07-31', asOf: '2026-07-31' },
    ]);
  });

  it('comes from attributes where the document does not say it', async () => {
    const options = { body: 'Elinvoimalautakunta', asOf: '15.8.2026', period: '1–7/2026' };
    expect(only((await read(documentOf([table([HEADER, ROW])]), options)).data.periods)).to.deep.include({ body: 'Elinvoimalautakunta', asOf: '2026-08-15' });
    expect(only((await read(documentOf([paragraph('Hyvinvointilautakunta'), table([HEADER, ROW])]), options)).data.periods).body).to.equal('Hyvinvointilautakunta');
  });
});
