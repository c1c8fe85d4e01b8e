import { expect } from '@open-wc/testing';
import * as v from 'valibot';
import { goalSchema, goalsSchema } from '../../src/model/goals-schema.ts';
import { only, read, refusalOf } from './goal-documents.ts';

const GOAL = { title: 'Kirjastoauto käy joka kylässä' };

describe('goals in JSON', () => {
  it('are a document or a bare list', async () => {
    expect(only((await read([GOAL])).goals).title).to.equal(GOAL.title);
    expect(only((await read({ $schema: './goals.schema.json', goals: [GOAL] })).goals).title).to.equal(GOAL.title);
    expect((await read({ goals: [] })).count).to.equal(0);
  });

  for (const raw of [null, undefined, 3, 'goals', {}, { goals: {} }, { items: [] }]) {
    it(`are not ${JSON.stringify(raw)}`, async () => {
      expect(await refusalOf(read(raw))).to.have.deep.property('fault', { code: 'field-wrong', place: { column: 'goals' } });
    });
  }

  it('have all that a goal can say', async () => {
    const { goals, data, notes } = await read({
      lang: 'fi', body: 'Hyvinvointilautakunta',
      periods: [{ id: 'kevat', label: 'tammi–maaliskuu 2026', asOf: '2026-04-14' }, { label: 'tammi–heinäkuu 2026', asOf: '2026-08-18' }],
      goals: [{
        id: 'kirjastoauto', title: 'Kirjastoauto', focus: 'Hyvinvoiva kunta', line: 'Lähellä', responsible: ['Kirjastopalvelut', 'Viestintä'],
        measures: ['Auto on ostettu', { text: 'Pysäkkejä', target: 12, unit: 'kpl' }],
        details: [{ label: 'Aikataulu', text: 'Syksy' }], links: [{ text: 'Reitit', href: '/reitit/' }],
        reports: [
          { period: 'kevat', actuals: ['Ei vielä', { text: 'Yhdeksän', value: 9 }], forecast: 'partly' },
          { period: 'tammi–heinäkuu 2026', actuals: [{ value: 12, measure: 1 }], state: 'Toteutunut', forecast: { code: 'on-track', word: 'Toteutuu', note: 'Auto kulkee' }, completion: 0.9, details: [{ label: 'Poikkeama', text: 'Ei ole' }] },
        ],
      }],
    });
    expect(only(goals)).to.deep.equal({
      id: 'kirjastoauto', title: 'Kirjastoauto', focus: 'Hyvinvoiva kunta', line: 'Lähellä', responsible: ['Kirjastopalvelut', 'Viestintä'],
      measures: [{ text: 'Auto on ostettu' }, { text: 'Pysäkkejä', target: 12, unit: 'kpl' }],
      details: [{ label: 'Aikataulu', text: 'Syksy' }], links: [{ text: 'Reitit', href: '/reitit/' }],
      reports: [
        { period: 'kevat', actuals: [{ text: 'Ei vielä', measure: 0 }, { text: 'Yhdeksän', value: 9, measure: 1 }], forecast: { code: 'partly', word: 'partly' }, details: [] },
        {
          period: '2026-01--2026-07', actuals: [{ value: 12, measure: 1 }], details: [{ label: 'Poikkeama', text: 'Ei ole' }], completion: 0.9,
          state: { code: 'achieved', word: 'Toteutunut' }, forecast: { code: 'on-track', word: 'Toteutuu', note: 'Auto kulkee' },
        },
      ],
    });
    expect(data.periods).to.deep.equal([
      { id: 'kevat', label: 'tammi–maaliskuu 2026', start: '2026-01-01', end: '2026-03-31', asOf: '2026-04-14', body: 'Hyvinvointilautakunta' },
      { id: '2026-01--2026-07', label: 'tammi–heinäkuu 2026', start: '2026-01-01', end: '2026-07-31', asOf: '2026-08-18', body: 'Hyvinvointilautakunta' },
    ]);
    expect(notes).to.deep.equal([]);
  });

  it('may say what one period reports on the goal itself', async () => {
    const { goals, data } = await read({ period: '1–6/2026', asOf: '2026-06-30', goals: [{ ...GOAL, measures: [{ text: 'Pysäkkejä', target: 12, actual: 9 }, { text: 'Käyntejä', actual: 'kaksi' }], forecast: 'Toteutuu osittain, auto myöhässä' }] });
    expect(only(only(goals).reports)).to.deep.equal({
      period: '2026-01--2026-06', actuals: [{ value: 9, measure: 0 }, { text: 'kaksi', measure: 1 }],
      forecast: { code: 'partly', word: 'Toteutuu osittain', note: 'auto myöhässä' }, details: [],
    });
    expect(only(data.periods).asOf).to.equal('2026-06-30');
  });

  it('are of one period that nobody names where the document names none, and the editor is told', async () => {
    const { goals, data, notes } = await read([GOAL]);
    expect(data.periods).to.deep.equal([{ id: 'current' }]);
    expect(only(only(goals).reports).period).to.equal('current');
    expect(notes.map(({ code }) => code)).to.deep.equal(['period-missing', 'body-missing', 'as-of-missing']);
    expect((await read([GOAL], { period: '2026', body: 'Hyvinvointilautakunta', asOf: '2026-12-31' })).notes).to.deep.equal([]);
  });

  it('are judged by words as in a table', async () => {
    const report = async (fields: object) => only(only((await read([{ ...GOAL, ...fields }])).goals).reports);
    expect(await report({ forecast: 'Toteutunut' })).to.deep.include({ state: { code: 'achieved', word: 'Toteutunut' } });
    expect((await report({ state: 'Hyvällä mallilla' })).state).to.deep.equal({ word: 'Hyvällä mallilla' });
    expect((await report({ forecast: { fi: 'Toteutuu', sv: 'Uppnås' } })).forecast).to.deep.equal({ code: 'on-track', word: { fi: 'Toteutuu', sv: 'Uppnås' } });
    expect((await report({ forecast: { word: 'Toteutuu', note: 'jos auto tulee' } })).forecast).to.deep.equal({ code: 'on-track', word: 'Toteutuu', note: 'jos auto tulee' });
    expect((await report({ state: 'K' })).state).to.equal(undefined);
  });

  it('have an id of letters, digits and hyphens; the second of two equal ones gets another', async () => {
    const { goals, notes } = await read([{ ...GOAL, id: 'G 1/ä' }, { title: 'Toinen', id: 'G-1-a' }, { ...GOAL }]);
    expect(goals.slice(0, 2).map(({ id }) => id)).to.deep.equal(['G-1-a', 'G-1-a-2']);
    expect(goals[2]?.id).to.match(/^kirjastoauto-kay-joka-kylassa-[a-z0-9]{4}$/);
    expect(only(notes.filter(({ code }) => code === 'id-twice'))).to.deep.include({ place: { item: 2, column: 'id' }, values: { value: 'G-1-a' } });
  });
});

describe('a text in JSON', () => {
  it('may be in several languages, in any field', async () => {
    const { goals, data } = await read({
      lang: 'fi', body: 'Hyvinvointilautakunta', body_sv: 'Välfärdsnämnden',
      goals: [{
        title: 'Kirjastoauto', title_sv: 'Bokbussen', line: { fi: 'Lähellä', sv: 'Nära' }, responsible: ['Kirjastopalvelut'], responsible_sv: ['Bibliotekstjänster'],
        measures: [{ text: 'Pysäkit', text_sv: 'Hållplatser', unit: 'kpl', unit_sv: 'st' }, { fi: 'Käynnit', sv: 'Besök' }],
        details: [{ label: 'Aikataulu', label_sv: 'Tidtabell', text: 'Syksy', text_sv: 'Hösten' }],
        actuals: [{ text: 'Yksi', text_sv: 'En' }, { fi: 'Kaksi', sv: 'Två' }],
      }],
    });
    const goal = only(goals);
    expect(goal).to.deep.include({
      title: { fi: 'Kirjastoauto', sv: 'Bokbussen' }, line: { fi: 'Lähellä', sv: 'Nära' }, responsible: [{ fi: 'Kirjastopalvelut', sv: 'Bibliotekstjänster' }],
      measures: [{ text: { fi: 'Pysäkit', sv: 'Hållplatser' }, unit: { fi: 'kpl', sv: 'st' } }, { text: { fi: 'Käynnit', sv: 'Besök' } }],
      details: [{ label: { fi: 'Aikataulu', sv: 'Tidtabell' }, text: { fi: 'Syksy', sv: 'Hösten' } }],
    });
    expect(only(goal.reports).actuals.map(({ text }) => text)).to.deep.equal([{ fi: 'Yksi', sv: 'En' }, { fi: 'Kaksi', sv: 'Två' }]);
    expect(only(data.periods).body).to.deep.equal({ fi: 'Hyvinvointilautakunta', sv: 'Välfärdsnämnden' });
  });

  it('may come only by language', async () => {
    expect(only((await read([{ title_fi: 'Kirjastoauto', title_sv: 'Bokbussen' }])).goals).title).to.deep.equal({ fi: 'Kirjastoauto', sv: 'Bokbussen' });
  });

  it('is marked where it is in another language than the page', async () => {
    expect(only((await read({ lang: 'sv', goals: [{ title: 'Bokbussen' }] })).goals).title).to.deep.equal({ sv: 'Bokbussen' });
  });

  it('is plain text, tidied and bounded', async () => {
    const { goals, notes } = await read([{ title: ' <b>Kirjasto</b>\u00ADauto\u00A0 kulkee ', line: 'x'.repeat(1_000_000) }]);
    expect(only(goals).title).to.equal('<b>Kirjasto</b>auto kulkee');
    expect(only(goals).line).to.have.length.below(30_000);
    expect(only((await read({ body: 'x'.repeat(1_000_000), goals })).data.periods).body).to.have.length.below(30_000);
    expect(only(notes.filter(({ code }) => code === 'cell-too-long')).place).to.deep.equal({ item: 1, column: 'line' });
  });

  it('that tries to change what all objects inherit changes nothing', async () => {
    const raw: unknown = JSON.parse('{"goals":[{"title":"a","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"__proto___sv":"x"},{"title":{"__proto__":"x","fi":"b"}}]}');
    expect((await read(raw)).goals.map(({ title }) => title)).to.deep.equal(['a', { fi: 'b' }]);
    expect(({} as { polluted?: boolean }).polluted).to.equal(undefined);
  });
});

describe('a fault in JSON', () => {
  for (const [what, bad, column] of [
    ['no title', { id: 'a' }, 'title'],
    ['an empty title', { title: ' ' }, 'title'],
    ['a target in words', { ...GOAL, measures: [{ text: 'a', target: 'kaksitoista', unit: 'kpl' }] }, 'measures.0.target'],
    ['a forecast that is a number', { ...GOAL, reports: [{ forecast: 3 }] }, 'reports.0.forecast'],
    ['a code that is none', { ...GOAL, state: { code: 'great' } }, 'state.code'],
    ['a share above one', { ...GOAL, completion: 75 }, 'completion'],
    ['a list that is none', { ...GOAL, measures: 'a' }, 'measures'],
    ['a period that the document does not list', { ...GOAL, reports: [{ period: '1–10/2026' }] }, 'reports.0.period'],
  ] as const) {
    it(`leaves out a goal with ${what}, says where, and keeps the others`, async () => {
      const { goals, skipped } = await read({ periods: [{ label: '2026' }], goals: [GOAL, bad, { title: 'Toinen' }] });
      expect(goals.map(({ title }) => title)).to.deep.equal([GOAL.title, 'Toinen']);
      expect(skipped).to.deep.equal([{ code: 'field-wrong', place: { item: 2, column } }]);
    });
  }

  it('that is the whole goal has no field', async () => {
    expect((await read(['Kirjastoauto', null, GOAL])).skipped).to.deep.equal([{ code: 'field-wrong', place: { item: 1 } }, { code: 'field-wrong', place: { item: 2 } }]);
  });

  it('in one report leaves the others', async () => {
    const { goals, skipped } = await read({ periods: [{ label: '2026' }], goals: [{ ...GOAL, reports: [{ period: '2026', forecast: 'on-track' }, { period: '2031', forecast: 'partly' }] }] });
    expect(only(only(goals).reports).forecast?.code).to.equal('on-track');
    expect(only(skipped).place).to.deep.equal({ item: 1, column: 'reports.1.period' });
  });

  it('in the document itself spoils no goal', async () => {
    const { goals, notes } = await read({ lang: 3, body: 7, asOf: {}, periods: [{ label: 'tammi–kesäkuu 2026', end: '30.6.2026' }], goals: [GOAL] });
    expect(goals).to.have.length(1);
    expect(notes.filter(({ code }) => code === 'field-wrong').map(({ place }) => place?.column)).to.deep.equal(['lang', 'body', 'asOf', 'periods.0.end']);
  });

  it('drops an unsafe link and keeps the goal', async () => {
    const { goals, notes } = await read([{ ...GOAL, links: [{ text: 'a', href: 'javascript:alert(1)' }, { text: 'b', href: 'https://merilehto.example/' }] }]);
    expect(only(goals).links).to.deep.equal([{ text: 'b', href: 'https://merilehto.example/' }]);
    expect(only(notes.filter(({ code }) => code === 'link-unsafe'))).to.deep.include({ place: { item: 1, column: 'links' } });
  });

  it('that is a measure which does not exist leaves the outcome without one', async () => {
    expect(only(only((await read([{ ...GOAL, measures: ['a', 'b'], actuals: [{ value: 3, measure: 7 }] }])).goals).reports).actuals).to.deep.equal([{ value: 3 }]);
  });
});

describe('the schema', () => {
  it('takes what the gate takes: a list or a document', () => {
    for (const raw of [[GOAL], { goals: [GOAL], periods: [{ id: 'a', start: '2026-01-01' }] }]) expect(v.is(goalsSchema, raw)).to.equal(true);
    for (const raw of [{}, [{}], { goals: [{ title: 3 }] }, { goals: [GOAL], periods: [{ start: 'eilen' }] }]) expect(v.is(goalsSchema, raw), JSON.stringify(raw)).to.equal(false);
  });

  it('lets fields through that nobody knows', () => {
    expect(v.is(goalSchema, { ...GOAL, title_sv: 'Bokbussen', budget: 3 })).to.equal(true);
  });
});
