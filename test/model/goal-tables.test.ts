import { expect } from '@open-wc/testing';
import { wordingsOf } from '../../src/model/text.ts';
import { above, across, cell, documentOf, left, only, paragraph, read, readBlocks, readRows, refusalOf, table } from './goal-documents.ts';

const HEADER = 'Toiminnallinen tavoite|Mittari ja tavoitetaso|Vastuutaho|Toteuma|Toteutumaennuste';
const HALL = 'Uimahallin aukioloja laajennetaan|Avoinna vähintään 80 h viikossa|Liikuntapalvelut|Avoinna 76 h viikossa|Toteutuu osittain';
const BUS = 'Kirjastoauto kulkee joka kylässä|12 pysäkkiä|Kirjastopalvelut|12 pysäkkiä|Toteutuu';

const titles = (goals: readonly { readonly title: unknown }[]) => goals.map(({ title }) => title);

describe('a table of goals', () => {
  it('gives a goal per row, with measure, responsible, outcome and forecast', async () => {
    const goal = only((await readRows(HEADER, HALL)).goals);
    expect(goal).to.deep.include({
      title: 'Uimahallin aukioloja laajennetaan',
      responsible: ['Liikuntapalvelut'],
      measures: [{ text: 'Avoinna vähintään 80 h viikossa' }],
    });
    expect(only(goal.reports)).to.deep.include({
      actuals: [{ text: 'Avoinna 76 h viikossa', measure: 0 }],
      forecast: { code: 'partly', word: 'Toteutuu osittain' },
    });
  });

  it('is read in Swedish', async () => {
    const goal = only((await readRows(
      'Verksamhetsmål 2026|Mätare|Målnivå|Ansvarig|Utfall|Prognos',
      'Simhallens öppettider utökas|Öppettimmar i veckan|80 h|Idrottstjänster|76 h|Uppnås delvis',
    )).goals);
    expect(goal.measures).to.deep.equal([{ text: 'Öppettimmar i veckan: 80 h' }]);
    expect(only(goal.reports).forecast).to.deep.equal({ code: 'partly', word: 'Uppnås delvis' });
  });

  it('is read in English', async () => {
    const goal = only((await readRows('Objective|Target|Lead|Progress|RAG', 'Longer opening hours|80 h a week|Sports Services|76 h a week|Under way')).goals);
    expect(goal).to.deep.include({ title: 'Longer opening hours', measures: [{ text: '80 h a week' }], responsible: ['Sports Services'] });
    expect(only(goal.reports).state).to.deep.equal({ code: 'in-progress', word: 'Under way' });
  });

  for (const header of ['Toteutuma-ennuste', 'Toteuma- ennuste', 'Toteutuma-\nennuste', 'TOTEUTUMA\u00ADENNUSTE', 'Toteutumaennuste 2026', 'Toteutumaennuste:']) {
    it(`knows the header ${JSON.stringify(header)}`, async () => {
      const goal = only((await readRows(['Toiminnallinen tavoite', cell(header)], 'Kirjastoauto|Toteutuu')).goals);
      expect(goal.reports.map(({ forecast }) => forecast?.code)).to.deep.equal(['on-track']);
    });
  }

  it('takes "Tavoite" for the goal, and for the target beside another goal column', async () => {
    expect(only((await readRows('Tavoite|Mittari|Toteuma', 'Kirjastoauto|Pysäkit|12')).goals).title).to.equal('Kirjastoauto');
    const goal = only((await readRows('Sitova tavoite|Mittari|Tavoite|Toteuma', 'Kirjastoauto|Pysäkit|12 kylää|12')).goals);
    expect(goal).to.deep.include({ title: 'Kirjastoauto', measures: [{ text: 'Pysäkit: 12 kylää' }] });
  });

  it('takes "Toimenpide" for the goal only where there is no other', async () => {
    expect(only((await readRows('Toimenpide|Mittari|Toteuma', 'Pysäkit uusitaan|Pysäkit|12')).goals).title).to.equal('Pysäkit uusitaan');
    const goal = only((await readRows('Toimenpide|Tavoite|Mittari', 'Pysäkit uusitaan|Kirjastoauto|Pysäkit')).goals);
    expect(goal.title).to.equal('Kirjastoauto');
    expect(only(goal.reports).details).to.deep.equal([{ label: 'Toimenpide', text: 'Pysäkit uusitaan' }]);
  });

  it('takes "Läge" for the state beside an outcome', async () => {
    const goal = only((await readRows('Mål|Utfall|Läge', 'Bokbussen|12 hållplatser|Pågår')).goals);
    expect(only(goal.reports).state?.code).to.equal('in-progress');
    expect(only(goal.reports).actuals).to.deep.equal([{ text: '12 hållplatser' }]);
  });

  it('keeps a column that nobody knows, under its own header, and says so', async () => {
    const reading = await readRows('Toiminnallinen tavoite|Mittari|Kustannusarvio', 'Kirjastoauto|Pysäkit|40 000 €');
    expect(only(only(reading.goals).reports).details).to.deep.equal([{ label: 'Kustannusarvio', text: '40 000 €' }]);
    expect(only(reading.notes.filter(({ code }) => code === 'column-unknown'))).to.deep.include({ place: { table: 1, row: 1, column: 'Kustannusarvio' } });
  });

  it('keeps schedule, explanation, actions and baseline without a word to the editor', async () => {
    const reading = await readRows('Toiminnallinen tavoite|Mittari|Aikataulu|Selite|Toimenpiteet|Lähtötaso', 'Kirjastoauto|Pysäkit|Syksy|Uusi auto\nUusi reitti|Kilpailutus|9');
    expect(only(only(reading.goals).reports).details).to.deep.equal([
      { label: 'Aikataulu', text: 'Syksy' }, { label: 'Selite', text: 'Uusi auto\nUusi reitti' }, { label: 'Toimenpiteet', text: 'Kilpailutus' }, { label: 'Lähtötaso', text: '9' },
    ]);
    expect(reading.codes).to.deep.equal([]);
  });

  it('keeps both of two columns with one name, and says so', async () => {
    const reading = await readRows('Toiminnallinen tavoite|Toteuma|Toteuma', 'Kirjastoauto|12 pysäkkiä|9 kylää');
    const report = only(only(reading.goals).reports);
    expect(report.actuals).to.deep.equal([{ text: '12 pysäkkiä' }]);
    expect(report.details).to.deep.equal([{ label: 'Toteuma', text: '9 kylää' }]);
    expect(reading.codes).to.deep.equal(['column-twice']);
  });

  it('loses empty rows and columns without a word', async () => {
    const reading = await readRows(HEADER + '||', '||||||', HALL + '||', '||||||');
    expect(reading.goals).to.have.length(1);
    expect(reading.codes.concat(reading.skipped.map(({ code }) => code))).to.deep.equal([]);
  });

  it('keeps what stands beyond its headers', async () => {
    const goal = only((await readRows('Toiminnallinen tavoite|Toteuma', 'Kirjastoauto|12|Uusi reitti')).goals);
    expect(only(goal.reports).details).to.deep.equal([{ label: '', text: 'Uusi reitti' }]);
  });

  it('may have titles above its headers, which go for it', async () => {
    const reading = await readRows('Hyvinvointilautakunta||||', 'Tavoitteet tammi–kesäkuu 2026||||', 'Strateginen painopiste:|Hyvinvoiva kunta|||', '||||', HEADER, HALL);
    expect(only(reading.goals).focus).to.equal('Hyvinvoiva kunta');
    expect(only(reading.data.periods)).to.deep.include({ label: 'tammi–kesäkuu 2026', body: 'Hyvinvointilautakunta' });
  });

  it('drops its header row when it comes again after a page break', async () => {
    const reading = await readRows(HEADER, HALL, HEADER.replace('Toteutumaennuste', 'Toteuma- ennuste').replace('tavoite|', 'tavoite 2026|'), BUS);
    expect(titles(reading.goals)).to.deep.equal(['Uimahallin aukioloja laajennetaan', 'Kirjastoauto kulkee joka kylässä']);
    expect(reading.skipped).to.deep.equal([]);
  });

  it('takes a goal that comes again after a page break once', async () => {
    const reading = await readRows(HEADER, HALL, HEADER, HALL, BUS);
    expect(reading.goals).to.have.length(2);
    expect(only(reading.goals[0]!.reports).actuals).to.have.length(1);
    expect(reading.codes).to.deep.equal([]);
  });

  it('takes up what is new where a goal comes again in another table', async () => {
    const reading = await readBlocks(table([HEADER, HALL]), table([HEADER, 'Uimahallin aukioloja laajennetaan.|Avoinna vähintään 80 h viikossa\nYksi iltavuoro|Nuorisopalvelut|Avoinna 76 h viikossa\nYksi vuoro|Toteutuu osittain']));
    const goal = only(reading.goals);
    expect(goal.measures.map(({ text }) => text)).to.deep.equal(['Avoinna vähintään 80 h viikossa', 'Yksi iltavuoro']);
    expect(goal.responsible).to.deep.equal(['Liikuntapalvelut', 'Nuorisopalvelut']);
    expect(only(goal.reports).actuals).to.deep.equal([{ text: 'Avoinna 76 h viikossa', measure: 0 }, { text: 'Yksi vuoro', measure: 1 }]);
  });

  it('says two different forecasts for one goal as written, without a code', async () => {
    const reading = await readRows(HEADER, HALL, HALL.replace('Toteutuu osittain', 'Vaarassa'));
    expect(only(only(reading.goals).reports).forecast).to.deep.equal({ word: 'Toteutuu osittain / Vaarassa' });
    expect(reading.codes).to.deep.equal(['status-unknown']);
  });

  it('keeps equal titles under different lines apart', async () => {
    const reading = await readBlocks(paragraph('Tavoitelinjaus: Viestimme selkeästi'), table([HEADER, BUS]), paragraph('Tavoitelinjaus: Kuljemme kaikkialle'), table([HEADER, BUS]));
    expect(new Set(reading.goals.map(({ id }) => id)).size).to.equal(2);
  });

  it('without a single row is named', async () => {
    const reading = await readRows(HEADER, '||||');
    expect(reading.count).to.equal(0);
    expect(reading.codes).to.deep.equal(['empty-table']);
  });

  it('skips a row without a goal and says which, and keeps the others', async () => {
    const reading = await readBlocks(paragraph('Johdanto'), table([HEADER, '|80 h|Liikuntapalvelut||', BUS]));
    expect(reading.skipped).to.deep.equal([{ code: 'row-without-goal', place: { table: 1, row: 2 } }]);
    expect(titles(reading.goals)).to.deep.equal(['Kirjastoauto kulkee joka kylässä']);
  });

  it('counts rows as the editor does, from where the table begins in her file', async () => {
    const reading = await readBlocks(table([HEADER, [], '|80 h|Liikuntapalvelut||', BUS], { firstRow: 4, sheet: 'Taul1' }));
    expect(only(reading.skipped).place).to.deep.equal({ table: 1, row: 6, sheet: 'Taul1' });
  });

  it('keeps links to the web, mail and telephone, and drops all others with a word', async () => {
    const hrefs = ['https://merilehto.example/', '/palvelut/', 'liite.pdf#s2', 'mailto:kirjasto@merilehto.example', 'tel:+358401234567'];
    const bad = ['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///c:/x'];
    const links = [...hrefs, ...bad].map((href) => ({ text: 'linkki', href }));
    const reading = await readRows(HEADER, [{ lines: ['Kirjastoauto'], links }, 'a', 'b', 'c', 'Toteutuu']);
    expect(only(reading.goals).links.map(({ href }) => href)).to.deep.equal(hrefs);
    expect(reading.codes).to.deep.equal(bad.map(() => 'link-unsafe'));
  });

  it('cuts a cell of a megabyte and says where', async () => {
    const reading = await readRows(HEADER, ['Kirjastoauto', 'a', 'b', 'x'.repeat(1_000_000), 'Toteutuu']);
    const [actual] = only(only(reading.goals).reports).actuals;
    expect(wordingsOf(actual?.text ?? '')[0]).to.have.length.within(1000, 30_000);
    expect(only(reading.notes.filter(({ code }) => code === 'cell-too-long')).place).to.deep.equal({ table: 1, row: 2, column: 'Toteuma' });
  });

  it('takes markup for text', async () => {
    expect(only((await readRows(HEADER, '<script>alert(1)</script>|<b>x</b>|||')).goals).title).to.equal('<script>alert(1)</script>');
  });
});

describe('tables that are not of goals', () => {
  const CHANNELS = table(['Viestintäkanava|Tavoite|Kohderyhmä|Sisältö|Vastuuhenkilö', 'Puhelin|Henkilökohtainen palvelu|Asukkaat|Kaikki asiat|Asiakaspalvelu']);

  it('are passed over', async () => {
    const reading = await readBlocks(CHANNELS, table(['Aika|Paikka', '12.5.|Kirjasto']), table([HEADER, HALL]));
    expect(titles(reading.goals)).to.deep.equal(['Uimahallin aukioloja laajennetaan']);
    expect(reading.skipped).to.deep.equal([]);
  });

  it('but lack only the goal column are skipped with a word, and the others are read', async () => {
    const reading = await readBlocks(table(['Mittari|Vastuutaho|Toteuma|Ennuste', '80 h|Liikuntapalvelut|76 h|Toteutuu']), table([HEADER, BUS]));
    expect(reading.skipped).to.deep.equal([{ code: 'no-goal-column', place: { table: 1, row: 1 } }]);
    expect(reading.goals).to.have.length(1);
  });

  it('make a document without any other refused', async () => {
    expect(await refusalOf(readBlocks(CHANNELS))).to.have.deep.property('fault', { code: 'no-goal-column' });
    expect(await refusalOf(readBlocks(paragraph('Tavoitteet')))).to.have.deep.property('fault', { code: 'no-table' });
    expect(await refusalOf(readBlocks(table(['Mittari|Toteuma', '80 h|76 h'])))).to.have.nested.property('fault.place.table', 1);
  });
});

describe('groups of goals', () => {
  it('are named by a paragraph or heading before the table', async () => {
    const goal = only((await readBlocks(paragraph('Strateginen painopiste: Hyvinvoiva kunta', 2), paragraph('Tavoitelinjaus: Palvelut ovat lähellä. Niitä kehitetään yhdessä.', 3), paragraph('Alla tavoitteet.'), table([HEADER, HALL]))).goals);
    expect(goal).to.deep.include({ focus: 'Hyvinvoiva kunta', line: 'Palvelut ovat lähellä. Niitä kehitetään yhdessä.' });
  });

  it('are named by the paragraph after a label that stands alone', async () => {
    const goal = only((await readBlocks(paragraph('Strateginen painopiste', 2), paragraph('Hyvinvoiva kunta'), paragraph('Tavoitelinjaus:'), paragraph('Palvelut ovat lähellä'), table([HEADER, HALL]))).goals);
    expect(goal).to.deep.include({ focus: 'Hyvinvoiva kunta', line: 'Palvelut ovat lähellä' });
  });

  it('are not named by what follows the table, where a label stands alone before it', async () => {
    const reading = await readBlocks(paragraph('Tavoitelinjaus:'), table([HEADER, HALL]), paragraph('Lisätietoja antaa viestintä'), table([HEADER, BUS]));
    expect(reading.goals.map(({ line }) => line)).to.deep.equal([undefined, undefined]);
  });

  it('are named by a numbered label and in Swedish and English', async () => {
    for (const label of ['Painopiste 2: Hyvinvoiva kunta', '1. Strategisk tyngdpunkt: Hyvinvoiva kunta', 'Strategic focus: Hyvinvoiva kunta', 'Strateginen painopiste – Strategisk tyngdpunkt: Hyvinvoiva kunta']) {
      expect(only((await readBlocks(paragraph(label), table([HEADER, HALL]))).goals).focus, label).to.equal('Hyvinvoiva kunta');
    }
  });

  it('are named by a caption', async () => {
    expect(only((await readBlocks(table([HEADER, HALL], { caption: 'Tavoitelinjaus: Palvelut ovat lähellä' }))).goals).line).to.equal('Palvelut ovat lähellä');
  });

  it('are named by rows across the table', async () => {
    const reading = await readRows(HEADER, across('Strateginen painopiste: Hyvinvoiva kunta', 5), across('Tavoitelinjaus: Lähellä', 5), HALL, across('Tavoitelinjaus:', 5), across('Yhdessä', 5), BUS);
    expect(reading.goals.map(({ focus, line }) => [focus, line])).to.deep.equal([['Hyvinvoiva kunta', 'Lähellä'], ['Hyvinvoiva kunta', 'Yhdessä']]);
  });

  it('are named as lines by rows across the table that do not say what they are', async () => {
    expect((await readRows(HEADER, across('Lähellä', 5), HALL, across('Yhdessä', 5), BUS)).goals.map(({ line }) => line)).to.deep.equal(['Lähellä', 'Yhdessä']);
  });

  it('are named by columns, where an empty cell means the same as above', async () => {
    const reading = await readRows(
      'Strateginen painopiste|Tavoitelinjaus|Toiminnallinen tavoite|Mittari',
      'Hyvinvoiva kunta|Lähellä|Uimahalli|80 h', '|Yhdessä|Kirjastoauto|12', [above('Hyvinvoiva kunta'), above('Yhdessä'), 'Nuorisotila', '3 iltaa'], 'Elävä keskusta||Tori|katos',
    );
    expect(reading.goals.map(({ focus, line }) => [focus, line])).to.deep.equal([
      ['Hyvinvoiva kunta', 'Lähellä'], ['Hyvinvoiva kunta', 'Yhdessä'], ['Hyvinvoiva kunta', 'Yhdessä'], ['Elävä keskusta', undefined],
    ]);
  });

  it('may be several lines under one focus; a new focus begins without a line', async () => {
    const reading = await readBlocks(
      paragraph('Strateginen painopiste: Hyvinvoiva kunta'), paragraph('Tavoitelinjaus: Lähellä'), table([HEADER, HALL]),
      paragraph('Tavoitelinjaus: Yhdessä'), table([HEADER, BUS]),
      paragraph('Strateginen painopiste: Elävä keskusta'), table([HEADER, 'Torille katos||||']),
    );
    expect(reading.goals.map(({ focus, line }) => [focus, line])).to.deep.equal([['Hyvinvoiva kunta', 'Lähellä'], ['Hyvinvoiva kunta', 'Yhdessä'], ['Elävä keskusta', undefined]]);
  });

  it('with nearly the same name are two', async () => {
    const reading = await readBlocks(
      paragraph('Strateginen painopiste: Kasvun ja opetuksen kunta'), table([HEADER, 'Kirjasto kouluun||||']),
      paragraph('Strateginen painopiste: Kasvun ja koulutuksen kunta'), table([HEADER, 'Kirjasto kouluun||||']),
    );
    expect(reading.goals.map(({ focus }) => focus)).to.deep.equal(['Kasvun ja opetuksen kunta', 'Kasvun ja koulutuksen kunta']);
  });
});

describe('the attribute columns', () => {
  const rows = table(['Mål|Arvio|Läge', 'Bokbussen|76|Uppnås']);

  it('says what a header means', async () => {
    const reading = await read(documentOf([rows]), { columns: 'Mål=goal; Arvio=actual ;Läge=forecast' });
    const report = only(only(reading.goals).reports);
    expect(report.actuals).to.deep.equal([{ text: '76' }]);
    expect(report.forecast?.code).to.equal('on-track');
    expect(reading.codes).to.deep.equal([]);
  });

  it('makes goals of a table whose headers nobody knows', async () => {
    const reading = await read(documentOf([table(['Asia|Arvio', 'Kirjastoauto|Toteutuu'])]), { columns: 'Asia=goal;Arvio=forecast' });
    expect(only(reading.goals).title).to.equal('Kirjastoauto');
  });

  it('says what it cannot use: a field that is none, and a header that no table has', async () => {
    const reading = await read(documentOf([rows]), { columns: 'Läge=colour;Puuttuu=actual' });
    expect(reading.notes.filter(({ values }) => values).map(({ code, values }) => [code, values?.value])).to.deep.include.members([
      ['columns-option-unknown', 'Läge=colour'], ['column-missing', 'Puuttuu'],
    ]);
  });
});

describe('a table in two languages', () => {
  it('has bilingual headers that match by either half', async () => {
    for (const header of ['Toiminnallinen tavoite – Operativt mål|Mittari / Mätare|Toteutumaennuste (Prognos)', 'Operativt mål / Toiminnallinen tavoite|Xyz – Mätare|Prognos – Toteutumaennuste']) {
      const goal = only((await readRows(header, 'Kirjastoauto|12 pysäkkiä|Toteutuu')).goals);
      expect(goal.measures, header).to.deep.equal([{ text: '12 pysäkkiä' }]);
      expect(only(goal.reports).forecast?.code, header).to.equal('on-track');
    }
  });

  it('keeps one goal with two texts where each cell has both', async () => {
    const goal = only((await readRows('Tavoite – Mål|Mittari – Mätare|Vastuutaho – Ansvarig|Ennuste – Prognos', [cell('Kirjastoauto käy kylissä\nBokbussen kör till byarna'), '12 pysäkkiä – 12 hållplatser', 'Kirjastopalvelut', 'Toteutuu – Uppnås'])).goals);
    expect(goal.title).to.deep.equal({ fi: 'Kirjastoauto käy kylissä', sv: 'Bokbussen kör till byarna' });
    expect(goal.measures).to.deep.equal([{ text: { fi: '12 pysäkkiä', sv: '12 hållplatser' } }]);
    expect(goal.responsible).to.deep.equal(['Kirjastopalvelut']);
    expect(only(goal.reports).forecast).to.deep.equal({ code: 'on-track', word: { fi: 'Toteutuu', sv: 'Uppnås' } });
  });

  it('keeps one goal with two texts where each language has its column', async () => {
    const goal = only((await readRows('Tavoite|Mål|Mittari|Mätare|Toteuma|Utfall', ['Kirjastoauto', 'Bokbussen', '12 pysäkkiä\n2 käyntiä', '12 hållplatser\n2 besök', '12\n2', '12\n2'])).goals);
    expect(goal.title).to.deep.equal({ fi: 'Kirjastoauto', sv: 'Bokbussen' });
    expect(goal.measures.map(({ text }) => text)).to.deep.equal([{ fi: '12 pysäkkiä', sv: '12 hållplatser' }, { fi: '2 käyntiä', sv: '2 besök' }]);
    expect(only(goal.reports).actuals).to.have.length(2);
  });

  it('may name its languages by title_sv', async () => {
    const goal = only((await readRows('title|title_sv|measure|measure_sv', 'Kirjastoauto|Bokbussen|Pysäkit|Hållplatser')).goals);
    expect(goal.title).to.deep.equal({ fi: 'Kirjastoauto', sv: 'Bokbussen' });
    expect(goal.measures).to.deep.equal([{ text: { fi: 'Pysäkit', sv: 'Hållplatser' } }]);
  });

  it('names group and period in both', async () => {
    const reading = await readBlocks(paragraph('Raportointijakso – Rapporteringsperiod: tammi–heinäkuu 2026 – januari–juli 2026'), paragraph('Strateginen painopiste – Strategisk tyngdpunkt: Hyvinvoiva kunta – En kommun som mår bra'), table([HEADER, HALL]));
    expect(only(reading.goals).focus).to.deep.equal({ fi: 'Hyvinvoiva kunta', sv: 'En kommun som mår bra' });
    expect(only(reading.data.periods)).to.deep.include({ id: '2026-01--2026-07', label: { fi: 'tammi–heinäkuu 2026', sv: 'januari–juli 2026' } });
  });

  it('marks texts that are in another language than the page', async () => {
    const goal = only((await read(documentOf([table([HEADER, HALL])], 'fi'), { lang: 'sv' })).goals);
    expect(goal.title).to.deep.equal({ fi: 'Uimahallin aukioloja laajennetaan' });
    const own = only((await read(documentOf([table([HEADER, [{ lines: ['Bokbussen'], lang: 'sv' }, 'a', 'b', 'c', 'd']])], 'fi'), { lang: 'fi-FI' })).goals);
    expect(own.title).to.deep.equal({ sv: 'Bokbussen' });
    expect(own.measures).to.deep.equal([{ text: 'a' }]);
  });
});

describe('merged and missing cells', () => {
  const [goal, measure] = ['Matkailutalvi on huomattu', 'Talvikampanja on tehty'];

  it('give a goal further measures where its cell reaches down', async () => {
    const read = only((await readRows(HEADER, [goal, measure, 'Viestintä', 'Kampanja on tehty', 'Toteutuu'], [above(goal), 'Kolme talvitapahtumaa', above('Viestintä'), '12 tapahtumaa', above('Toteutuu')])).goals);
    expect(read.measures.map(({ text }) => text)).to.deep.equal([measure, 'Kolme talvitapahtumaa']);
    expect(read.responsible).to.deep.equal(['Viestintä']);
    expect(only(read.reports)).to.deep.include({
      actuals: [{ text: 'Kampanja on tehty', measure: 0 }, { text: '12 tapahtumaa', measure: 1 }],
      forecast: { code: 'on-track', word: 'Toteutuu' },
    });
  });

  it('give a goal further measures where its cell is empty', async () => {
    const read = only((await readRows(HEADER, [goal, measure, 'Viestintä', 'Kampanja on tehty', 'Toteutuu'], '|Kolme talvitapahtumaa||12 tapahtumaa|')).goals);
    expect(read.measures).to.have.length(2);
    expect(only(read.reports).actuals[1]).to.deep.equal({ text: '12 tapahtumaa', measure: 1 });
  });

  it('pair an outcome that reaches over several measures with none of them', async () => {
    const read = only((await readRows(HEADER, [goal, measure, 'Viestintä', 'Suunnittelu alkoi', 'Toteutuu'], [above(goal), 'Kolme talvitapahtumaa', '', above('Suunnittelu alkoi'), ''])).goals);
    expect(only(read.reports).actuals).to.deep.equal([{ text: 'Suunnittelu alkoi' }]);
  });

  it('give what reaches over several goals to each of them', async () => {
    const { goals } = await readRows(HEADER, HALL, ['Kirjastoauto', '12 pysäkkiä', above('Liikuntapalvelut'), '12', above('Toteutuu osittain')]);
    expect(goals.map(({ responsible }) => responsible)).to.deep.equal([['Liikuntapalvelut'], ['Liikuntapalvelut']]);
    expect(goals[1]?.reports[0]?.forecast?.code).to.equal('partly');
  });

  it('are read once where they reach to the right', async () => {
    const goal = only((await readRows(HEADER, ['Kirjastoauto', '12 pysäkkiä', 'Kirjastopalvelut', 'Suunnittelu alkoi', left('Suunnittelu alkoi')])).goals);
    expect(only(goal.reports).forecast).to.equal(undefined);
  });

  it('give no other goal what a faulty goal cell hides', async () => {
    const reading = await readRows(HEADER, HALL, '#NIMI?|12 pysäkkiä|Kirjastopalvelut|12|Vaarassa', '|1 auto||1|');
    expect(only(reading.goals).measures).to.have.length(1);
    expect(reading.skipped.map(({ code }) => code)).to.deep.equal(['row-without-goal', 'row-without-goal']);
  });
});
