import { expect } from '@open-wc/testing';
import type { Goal, GoalReport } from '../../src/model/goals.ts';
import { cell, documentOf, number, only, read, readRows, table, type CellInput, type Reading } from './goal-documents.ts';

const HEADER = 'Toiminnallinen tavoite|Mittari|Toteuma|Tila|Toteutumaennuste';

/** Reads one goal: its measures, outcomes, state and forecast as cells. */
async function reading(measures: CellInput, actuals: CellInput, state: CellInput = '', forecast: CellInput = '', options = {}): Promise<Reading & { goal: Goal; report: GoalReport }> {
  const result = await read(documentOf([table([HEADER, ['Kirjastoauto kulkee joka kylässä', measures, actuals, state, forecast]])]), options);
  const goal = only(result.goals);
  return { ...result, goal, report: only(goal.reports) };
}

describe('measures and outcomes of a row', () => {
  it('are paired in order where there are as many of each', async () => {
    const { goal, report, codes } = await reading('12 pysäkkiä\nVähintään 2 käyntiä kuukaudessa', '12 pysäkkiä\n2 käyntiä kuukaudessa');
    expect(goal.measures).to.deep.equal([{ text: '12 pysäkkiä' }, { text: 'Vähintään 2 käyntiä kuukaudessa' }]);
    expect(report.actuals).to.deep.equal([{ text: '12 pysäkkiä', measure: 0 }, { text: '2 käyntiä kuukaudessa', measure: 1 }]);
    expect(codes).to.deep.equal([]);
  });

  it('are not paired where their numbers differ, and the editor is told', async () => {
    const { report, notes } = await reading('12 pysäkkiä\n2 käyntiä', 'Auto on ostettu\nReitti on suunniteltu\nKuljettaja on valittu');
    expect(report.actuals).to.deep.equal([{ text: 'Auto on ostettu' }, { text: 'Reitti on suunniteltu' }, { text: 'Kuljettaja on valittu' }]);
    expect(only(notes.filter(({ code }) => code === 'unpaired')).place).to.deep.equal({ table: 1, row: 2, column: 'Toteuma' });
  });

  it('all belong to a measure that is the only one', async () => {
    expect((await reading('12 pysäkkiä', 'Auto on ostettu\nReitti on suunniteltu')).report.actuals.map(({ measure }) => measure)).to.deep.equal([0, 0]);
  });

  it('may leave one out with a dash and still pair', async () => {
    const { report } = await reading('12 pysäkkiä\n2 käyntiä\n1 auto', '12\n–\n1');
    expect(report.actuals).to.deep.equal([{ text: '12', measure: 0 }, { text: '1', measure: 2 }]);
    expect((await reading('12 pysäkkiä', '—')).report.actuals).to.deep.equal([]);
  });

  for (const glued of ['Talvikampanja.Uusi tuote', '12 pysäkkiäVähintään 2 käyntiä', 'Kysely (syksyllä)Tulokset koottu']) {
    it(`are not split by guess where they came glued together: "${glued}"`, async () => {
      const { goal, notes } = await reading(glued, '12');
      expect(goal.measures).to.deep.equal([{ text: glued }]);
      expect(only(notes.filter(({ code }) => code === 'glued'))).to.deep.include({ place: { table: 1, row: 2, column: 'Mittari' }, values: { value: glued } });
    });
  }

  it('are not called glued for names and addresses', async () => {
    for (const text of ['VisitHeinola ja YouTube', 'www.Merilehto.fi', 'merilehto.example', 'Lainoja on 2.300', 'Kysely (syksy). Tulokset', 'iPad jokaiselle']) {
      expect((await reading(text, '12')).codes, text).to.deep.equal([]);
    }
  });

  it('are never turned into numbers', async () => {
    const { goal, report } = await reading('kolme (3) tapahtumaa', '12');
    expect(goal.measures).to.deep.equal([{ text: 'kolme (3) tapahtumaa' }]);
    expect(report.actuals).to.deep.equal([{ text: '12', measure: 0 }]);
  });

  it('keep bullets, which are text', async () => {
    expect((await reading('- 12 pysäkkiä\n• 2 käyntiä', '')).goal.measures.map(({ text }) => text)).to.deep.equal(['- 12 pysäkkiä', '• 2 käyntiä']);
  });
});

describe('number columns', () => {
  const NUMBERS = 'Toiminnallinen tavoite|Mittari|Tavoite (luku)|Toteuma (luku)|Yksikkö';
  const numbers = async (target: CellInput, actual: CellInput, unit: CellInput = 'h', measure: CellInput = 'Aukiolo') => {
    const result = await readRows(NUMBERS, ['Uimahalli', measure, target, actual, unit]);
    return { ...result, goal: only(result.goals), report: only(only(result.goals).reports) };
  };

  it('give targets, outcomes and units', async () => {
    const { goal, report } = await numbers('80', '76');
    expect(goal.measures).to.deep.equal([{ text: 'Aukiolo', target: 80, unit: 'h' }]);
    expect(report.actuals).to.deep.equal([{ value: 76, measure: 0 }]);
  });

  for (const [written, value] of [['12,5', 12.5], ['12.5', 12.5], ['1 234', 1234], ['1\u00A0234\u00A0567,5', 1234567.5], ['1\u202F234', 1234], ['−3', -3], ['-3', -3], ['– 3', -3], ['0', 0]] as const) {
    it(`read "${written}" as Finland writes it`, async () => {
      expect(only((await numbers(written, '')).goal.measures).target).to.equal(value);
    });
  }

  for (const written of ['noin 80', '80 h', '2 3', '1.234,5', '3/4', 'kolme', '1e3', '0x10']) {
    it(`keep "${written}" as text and say so`, async () => {
      const { goal, report, codes } = await numbers(written, written);
      expect(only(goal.measures)).to.deep.equal({ text: `Aukiolo: ${written}`, unit: 'h' });
      expect(report.actuals).to.deep.equal([{ text: written, measure: 0 }]);
      expect(codes).to.deep.equal(['not-a-number', 'not-a-number']);
    });
  }

  it('have one number per measure', async () => {
    const { goal, report } = await numbers('12\n2', '12\n–', 'pysäkkiä\nkäyntiä', 'Pysäkit\nKäynnit');
    expect(goal.measures).to.deep.equal([{ text: 'Pysäkit', target: 12, unit: 'pysäkkiä' }, { text: 'Käynnit', target: 2, unit: 'käyntiä' }]);
    expect(report.actuals).to.deep.equal([{ value: 12, measure: 0 }]);
  });

  it('that do not fit beside the measures are shown under their own header', async () => {
    const { goal, report, codes } = await numbers('12', '', '', 'Pysäkit\nKäynnit');
    expect(goal.measures).to.deep.equal([{ text: 'Pysäkit' }, { text: 'Käynnit' }]);
    expect(report.details).to.deep.equal([{ label: 'Tavoite (luku)', text: '12' }]);
    expect(codes).to.deep.equal(['unpaired']);
  });

  it('go with the words of the same outcome', async () => {
    const goal = only((await readRows('Toiminnallinen tavoite|Mittari|Toteuma|Toteuma (luku)', 'Uimahalli|Aukiolo|Avoinna 76 h viikossa|76')).goals);
    expect(only(goal.reports).actuals).to.deep.equal([{ text: 'Avoinna 76 h viikossa', value: 76, measure: 0 }]);
  });

  it('may be any column that holds numbers as data', async () => {
    const goal = only((await readRows('Toiminnallinen tavoite|Mittari|Tavoitetaso|Toteuma', ['Uimahalli', 'Aukiolo', number(80), number(76, '76 h')])).goals);
    expect(goal.measures).to.deep.equal([{ text: 'Aukiolo', target: 80 }]);
    expect(only(goal.reports).actuals).to.deep.equal([{ text: '76 h', value: 76, measure: 0 }]);
  });

  it('may stand without a measure in words', async () => {
    const goal = only((await readRows('Toiminnallinen tavoite|Tavoite (luku)|Toteuma (luku)|Yksikkö', 'Suurtapahtumia|3|2|kpl')).goals);
    expect(goal.measures).to.deep.equal([{ text: '', target: 3, unit: 'kpl' }]);
    expect(only(goal.reports).actuals).to.deep.equal([{ value: 2, measure: 0 }]);
  });

  for (const fault of ['#NIMI?', '#NAME?', '#ARVO!', '#VIITTAUS!', '#JAKO/0!', '#REF!', '#VÄRDEFEL!', '#N/A', '#####']) {
    it(`take Excel's fault ${fault} for an empty cell and say so`, async () => {
      const { report, codes } = await numbers('80', fault);
      expect(report.actuals).to.deep.equal([]);
      expect(codes).to.deep.equal(['cell-fault']);
    });
  }

  it('do not take a hashtag for a fault', async () => {
    expect((await reading('#merilehto näkyy', '#KUMMALLISTA')).codes).to.deep.equal([]);
  });

  it('say how much is done, as a share of one', async () => {
    const share = async (written: CellInput) => only(only((await readRows('Toiminnallinen tavoite|Toteutumisaste', ['Uimahalli', written])).goals).reports).completion;
    expect([await share('75 %'), await share('75'), await share('12,5 %'), await share(number(0.75, '75 %')), await share(number(0.75)), await share('100')]).to.deep.equal([0.75, 0.75, 0.125, 0.75, 0.75, 1]);
  });

  it('keep a share that is none, or past the whole, as text', async () => {
    for (const [written, codes] of [['melkein', ['not-a-number']], ['120 %', []]] as const) {
      const result = await readRows('Toiminnallinen tavoite|Toteutumisaste', ['Uimahalli', written]);
      const report = only(only(result.goals).reports);
      expect(report.completion).to.equal(undefined);
      expect(report.details).to.deep.equal([{ label: 'Toteutumisaste', text: written }]);
      expect(result.codes).to.deep.equal(codes);
    }
  });
});

describe('states and forecasts', () => {
  it('are two things', async () => {
    const { report } = await reading('a', 'b', 'Käynnissä', 'Vaarassa');
    expect(report.state).to.deep.equal({ code: 'in-progress', word: 'Käynnissä' });
    expect(report.forecast).to.deep.equal({ code: 'at-risk', word: 'Vaarassa' });
  });

  for (const [written, word, note] of [
    ['Toteutuu.', 'Toteutuu.', undefined],
    ['Toteutuu osittain, koska rahoitus puuttuu', 'Toteutuu osittain', 'koska rahoitus puuttuu'],
    ['Toteutuu osittain: auto viivästyi', 'Toteutuu osittain', 'auto viivästyi'],
    ['Toteutuu osittain; auto viivästyi', 'Toteutuu osittain', 'auto viivästyi'],
    ['Toteutuu osittain – auto viivästyi', 'Toteutuu osittain', 'auto viivästyi'],
    ['Toteutuu osittain (auto viivästyi)', 'Toteutuu osittain', 'auto viivästyi'],
    ['Toteutuu osittain\nAuto viivästyi.', 'Toteutuu osittain', 'Auto viivästyi.'],
  ] as const) {
    it(`are the whole cell, or what stands before the first punctuation: ${JSON.stringify(written)}`, async () => {
      const { forecast } = (await reading('a', 'b', '', written)).report;
      expect(forecast).to.deep.equal({ code: written === 'Toteutuu.' ? 'on-track' : 'partly', word, ...(note && { note }) });
    });
  }

  it('are not looked for in the middle of a text', async () => {
    const { report, codes } = await reading('a', 'Toteutunut kaksi tapahtumaa.', '', 'Toteutuu, jos rahoitus saadaan');
    expect(report.state).to.equal(undefined);
    expect(report.actuals).to.deep.equal([{ text: 'Toteutunut kaksi tapahtumaa.', measure: 0 }]);
    expect(report.forecast?.code).to.equal('on-track');
    expect(codes).to.deep.equal([]);
  });

  it('that stand alone as the outcome are the state, and stay readable', async () => {
    const { report } = await reading('Suunnitelma on hyväksytty', 'Toteutunut. Hallitus hyväksyi suunnitelman.', '', 'Toteutuu');
    expect(report.state).to.deep.equal({ code: 'achieved', word: 'Toteutunut' });
    expect(report.actuals).to.deep.equal([{ text: 'Toteutunut. Hallitus hyväksyi suunnitelman.', measure: 0 }]);
  });

  it('are not the state where other outcomes say more', async () => {
    expect((await reading('a\nb', 'Toteutunut\n12 tapahtumaa')).report.state).to.equal(undefined);
    expect((await reading('a\nb', 'Toteutunut\nToteutunut')).report.state?.code).to.equal('achieved');
    const rows = await readRows(HEADER, 'Tavoite yksi|a|Toteutunut||', '|b|12 tapahtumaa||');
    expect(only(only(rows.goals).reports).state).to.equal(undefined);
  });

  it('are what their word says, not their column, and the editor is told', async () => {
    const late = await reading('a', 'b', '', 'Toteutunut');
    expect([late.report.state, late.report.forecast]).to.deep.equal([{ code: 'achieved', word: 'Toteutunut' }, undefined]);
    expect(only(late.notes.filter(({ code }) => code === 'state-in-other-column'))).to.deep.include({ place: { table: 1, row: 2, column: 'Toteutumaennuste' } });
    for (const early of [await reading('a', 'b', 'Toteutuu'), await reading('a', 'Toteutuu')]) {
      expect(early.report.forecast?.code).to.equal('on-track');
      expect(early.codes).to.deep.equal(['forecast-in-other-column']);
    }
  });

  it('that stand in the other column make way for what stands in its own', async () => {
    const { report, codes } = await reading('a', 'b', 'Käynnissä', 'Toteutunut');
    expect(report.state).to.deep.equal({ code: 'in-progress', word: 'Käynnissä' });
    expect(report.forecast).to.deep.equal({ word: 'Toteutunut' });
    expect(codes).to.deep.equal(['state-in-other-column']);
    expect((await reading('a', 'b', 'Toteutuu', 'Vaarassa')).report.forecast?.code).to.equal('at-risk');
  });

  it('that both columns may have are what their column says', async () => {
    const { report, codes } = await reading('a', 'b', 'Ei arvioitu', 'Ei arvioitu');
    expect([report.state?.code, report.forecast?.code, codes]).to.deep.equal(['not-assessed', 'not-assessed', []]);
  });

  it('that nobody knows are shown as written, without a code', async () => {
    const { report, notes } = await reading('a', 'b', '', 'Hyvällä mallilla');
    expect(report.forecast).to.deep.equal({ word: 'Hyvällä mallilla' });
    expect(only(notes.filter(({ code }) => code === 'status-unknown')).values).to.deep.equal({ value: 'Hyvällä mallilla' });
  });

  it('that colours name have no code', async () => {
    expect((await reading('a', 'b', '', 'Vihreä')).report.forecast).to.deep.equal({ word: 'Vihreä' });
  });

  it('in per cent say how much is done', async () => {
    const { report, codes } = await reading('a', 'b', '', '75 %');
    expect([report.completion, report.forecast, codes]).to.deep.equal([0.75, undefined, []]);
  });

  it('that are one for each measure are one where they agree', async () => {
    expect((await reading('a\nb', 'c\nd', '', 'Toteutuu\nToteutuu')).report.forecast).to.deep.equal({ code: 'on-track', word: 'Toteutuu' });
    expect((await reading('a\nb', 'c\nd', '', 'Toteutuu\nEi toteudu')).report.forecast).to.deep.equal({ word: 'Toteutuu / Ei toteudu' });
  });

  for (const sign of ['●', '☺', '✓', 'J', 'K', 'L', '🟢']) {
    it(`that are only the sign ${sign} are not guessed; the editor is told`, async () => {
      const { report, notes } = await reading('a', 'b', '', sign);
      expect(report.forecast).to.equal(undefined);
      expect(only(notes.filter(({ code }) => code === 'status-wordless')).values).to.deep.equal({ value: sign });
    });
  }

  it('that are only a colour or a letter of a sign font are not guessed', async () => {
    expect((await reading('a', 'b', '', { lines: [], wordless: true })).codes).to.deep.equal(['status-wordless']);
    const { report, codes } = await reading('a', 'b', '', { lines: ['ü'], wordless: true });
    expect([report.forecast, codes]).to.deep.equal([undefined, ['status-wordless']]);
  });

  it('that have a sign beside their word are the word', async () => {
    const { report, codes } = await reading('a', 'b', '', '●\nToteutuu');
    expect([report.forecast, codes]).to.deep.equal([{ code: 'on-track', word: 'Toteutuu' }, []]);
  });

  it('that say nothing by a dash say nothing', async () => {
    const { report, codes } = await reading('a', 'b', '–', '-');
    expect([report.state, report.forecast, codes]).to.deep.equal([undefined, undefined, []]);
  });

  it('are what the attribute status-legend says of a sign, a letter or a word', async () => {
    const forecast = async (written: CellInput) => (await reading('a', 'b', '', written, { statusLegend: '●=on-track; K = Toteutuu osittain;Vihreä=on-track' })).report.forecast;
    expect(await forecast('●')).to.deep.equal({ code: 'on-track', word: 'on-track' });
    expect(await forecast('K')).to.deep.equal({ code: 'partly', word: 'Toteutuu osittain' });
    expect(await forecast('Vihreä')).to.deep.equal({ code: 'on-track', word: 'Vihreä' });
    expect(await forecast('Vihreä – etenee')).to.deep.equal({ code: 'on-track', word: 'Vihreä', note: 'etenee' });
  });

  it('are not explained by a legend that means nothing, and the editor is told', async () => {
    const { notes } = await reading('a', 'b', '', '●', { statusLegend: '●=loistava;jotain' });
    expect(notes.filter(({ code }) => code === 'legend-option-unknown').map(({ values }) => values?.value)).to.deep.equal(['●=loistava', 'jotain']);
  });
});

describe('a row whose cells are marked as headers', () => {
  it('is a goal all the same', async () => {
    const header = HEADER.split('|').map((text) => ({ ...cell(text), header: true }));
    const marked = ['Kirjastoauto', 'a', 'b', '', ''].map((text) => ({ ...cell(text), header: true }));
    expect(only((await readRows(header, marked)).goals).title).to.equal('Kirjastoauto');
  });
});
