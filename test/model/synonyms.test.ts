import { expect } from '@open-wc/testing';
import { FORECASTS, STATES } from '../../src/model/goals.ts';
import { Synonyms } from '../../src/model/synonyms.ts';

const words = new Synonyms();
const fieldsNamed = (header: string) => words.fieldsNamed(header);
const statusNamed = (word: string) => words.statusNamed(word);
const fields = (header: string) => fieldsNamed(header).map(({ is }) => is);

describe('headers', () => {
  before(() => words.learn());

  for (const [header, field] of [
    ['Strateginen painopiste', 'focus'], ['Strategisk tyngdpunkt', 'focus'], ['Strategic focus', 'focus'],
    ['Tavoitelinjaus', 'line'], ['Målriktlinje', 'line'], ['Policy line', 'line'],
    ['Toiminnallinen tavoite', 'goal'], ['Operativt mål', 'goal'], ['Binding operational objective', 'goal'],
    ['Mittari ja tavoitetaso', 'measure'], ['Mittari/tavoitetaso', 'measure'], ['Mätare och målnivå', 'measure'], ['Measure and target', 'measure'],
    ['Tavoitearvo', 'target'], ['Målnivå', 'target'], ['Target level', 'target'],
    ['Vastuutaho', 'responsible'], ['Ansvarig enhet', 'responsible'], ['Service area', 'responsible'],
    ['Toteutuma', 'actual'], ['Utfall', 'actual'], ['Outcome', 'actual'],
    ['Tila', 'state'], ['Måluppfyllelse', 'state'], ['RAG', 'state'],
    ['Toteutumaennuste', 'forecast'], ['Toteutuma-ennuste', 'forecast'], ['Toteuma- ennuste', 'forecast'], ['Helårsprognos', 'forecast'], ['Outlook', 'forecast'],
    ['Toteuma-%', 'completion'], ['Genomförandegrad', 'completion'], ['% complete', 'completion'],
    ['Lähtötaso', 'baseline'], ['Aikataulu', 'schedule'], ['Poikkeama', 'explanation'], ['Åtgärder', 'actions'],
    ['Tavoite (luku)', 'target-number'], ['Utfall (tal)', 'actual-number'], ['Unit', 'unit'],
    ['Raportointijakso', 'period'], ['Rapporteringsperiod', 'period'],
  ] as const) {
    it(`know "${header}"`, () => {
      expect(fields(header)).to.deep.equal([field]);
    });
  }

  it('are the same in capitals, with soft hyphens and broken at a hyphen', () => {
    expect(fields('TOTEUTUMA\u00ADENNUSTE')).to.deep.equal(['forecast']);
    expect(fields('Toteutuma-\nennuste:')).to.deep.equal(['forecast']);
  });

  it('may mean two things, the likelier first', () => {
    expect(fields('Tavoite')).to.deep.equal(['goal', 'target']);
    expect(fields('Läge')).to.include.ordered.members(['actual', 'state']);
    expect(fields('Toimenpide')).to.deep.equal(['goal', 'actions']);
  });

  it('tell their language, unless they are words of several', () => {
    expect(fieldsNamed('Mätare')[0]?.lang).to.equal('sv');
    expect(fieldsNamed('Status')[0]?.lang).to.equal(undefined);
  });

  it('nobody knows mean nothing', () => {
    expect(fields('Kustannusarvio')).to.deep.equal([]);
    expect(fields('')).to.deep.equal([]);
    expect(fields('constructor')).to.deep.equal([]);
  });
});

describe('words for states and forecasts', () => {
  before(() => words.learn());

  for (const [word, code] of [
    ['Toteutunut', 'achieved'], ['Har uppnåtts', 'achieved'], ['Genomfört', 'achieved'], ['Done', 'achieved'],
    ['Osittain toteutunut', 'partly-achieved'], ['Delvis uppfyllt', 'partly-achieved'], ['Partially achieved', 'partly-achieved'],
    ['Käynnissä', 'in-progress'], ['Påbörjat', 'in-progress'], ['Under way', 'in-progress'],
    ['Myöhässä', 'delayed'], ['Försenat', 'delayed'], ['Behind schedule', 'delayed'],
    ['Ei aloitettu', 'not-started'], ['Ej påbörjad', 'not-started'], ['Not started', 'not-started'],
    ['Jäi toteutumatta', 'not-achieved'], ['Uppfylldes inte', 'not-achieved'], ['Missed', 'not-achieved'],
    ['Lykätty', 'postponed'], ['Peruttu', 'cancelled'], ['Bedömning saknas', 'not-assessed'], ['Gäller inte', 'not-applicable'],
  ] as const) {
    it(`"${word}" says how it is`, () => {
      expect(statusNamed(word)).to.deep.equal({ state: code });
    });
  }

  for (const [word, code] of [
    ['Toteutuu', 'on-track'], ['Bedöms kunna uppnås', 'on-track'], ['Will be met', 'on-track'],
    ['Toteutuu pääosin', 'partly'], ['Uppnås delvis', 'partly'], ['Will be partly met', 'partly'],
    ['Vaarassa', 'at-risk'], ['Osäkert om målet kan uppnås', 'at-risk'], ['Off target but recoverable', 'at-risk'],
    ['Ei toteudu', 'not-met'], ['Bedöms inte bli uppfyllt', 'not-met'], ['Off track', 'not-met'],
    ['Ingen prognos', 'not-assessed'],
  ] as const) {
    it(`"${word}" says how it will be`, () => {
      expect(statusNamed(word)).to.deep.equal({ forecast: code });
    });
  }

  it('are known in capitals and with a full stop, and not when they are only a part', () => {
    expect(statusNamed('TOTEUTUU.')).to.deep.equal({ forecast: 'on-track' });
    for (const text of ['Toteutuu ehkä', 'Ei', 'M', 'S', '', 'constructor']) expect(statusNamed(text), text).to.deep.equal({});
  });

  it('that say only that nobody has judged are states or forecasts, in each language', () => {
    for (const word of ['Ei arvioitu', 'Not assessed']) expect(statusNamed(word)).to.deep.equal({ state: 'not-assessed', forecast: 'not-assessed' });
    expect(statusNamed('Kan inte bedömas')).to.deep.equal({ state: 'not-assessed' });
  });

  it('are the same in any order of their words and in either Swedish gender', () => {
    for (const word of ['Toteutunut osittain', 'Osittain toteutunut', 'Delvis uppfylld', 'Delvis genomfört']) expect(statusNamed(word)).to.deep.equal({ state: 'partly-achieved' });
    for (const word of ['Uppskjuten', 'Uppskjutet']) expect(statusNamed(word)).to.deep.equal({ state: 'postponed' });
    for (const word of ['Ej uppfyllt', 'Inte uppfylld']) expect(statusNamed(word)).to.deep.equal({ state: 'not-achieved' });
  });

  it('may be codes, as programs write them', () => {
    for (const state of STATES.filter((code) => code !== 'not-assessed')) expect(statusNamed(state)).to.deep.equal({ state });
    for (const forecast of FORECASTS.filter((code) => code !== 'not-assessed')) expect(statusNamed(forecast)).to.deep.include({ forecast });
  });

  it('do not include colours', () => {
    for (const colour of ['Vihreä', 'Grön', 'Green', 'Punainen', 'Red']) {
      expect(statusNamed(colour)).to.deep.equal({});
    }
  });
});
