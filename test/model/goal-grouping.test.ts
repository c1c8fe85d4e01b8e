import { expect } from '@open-wc/testing';
import { groupGoals as groupGoalsInSteps, sortGoals as sortGoalsInSteps } from '../../src/model/goal-grouping.ts';
import type { GoalGroup } from '../../src/model/goal-lines.ts';
import { GOAL_GROUPINGS, GOAL_ORDERS, type GoalGrouping, type GoalOrder } from '../../src/model/goals.ts';
import { FORECASTS, STATES } from '../../src/model/goals.ts';
import type { Goal } from '../../src/model/goals.ts';
import { goalOf, reportOf, SPRING, SUMMER } from './goal-examples.ts';
import { whole } from './whole.ts';

const groupGoals = whole(groupGoalsInSteps);
const sortGoals = whole(sortGoalsInSteps);

const group = (goals: readonly Goal[], by: GoalGrouping, lang = 'fi'): readonly GoalGroup[] => groupGoals(goals, SUMMER, by, lang);
const sort = (goals: readonly Goal[], by: GoalOrder, lang = 'fi'): string[] => sortGoals(goals, by, SUMMER, lang).map(({ id }) => id);
const ids = ({ goals }: GoalGroup): string[] => goals.map(({ id }) => id);
const shape = (groups: readonly GoalGroup[]): unknown[] => groups.map((each) => [each.focus, each.heading, ids(each)]);

describe('groups of goals', () => {
  it('are lines under their focuses, in the order of the document', () => {
    const goals = [
      goalOf({ id: 'uimahalli', focus: 'Hyvinvoiva Merilehto', line: 'Liikumme enemmän' }),
      goalOf({ id: 'yritystontit', focus: 'Elinvoimainen Merilehto', line: 'Yritykset kasvavat' }),
      goalOf({ id: 'kirjastoauto', focus: 'Hyvinvoiva Merilehto', line: 'Palvelut ovat lähellä' }),
      goalOf({ id: 'latuverkko', focus: 'Hyvinvoiva  Merilehto', line: 'Liikumme enemmän.' }),
    ];
    expect(shape(group(goals, 'line'))).to.deep.equal([
      ['Hyvinvoiva Merilehto', 'Liikumme enemmän', ['uimahalli', 'latuverkko']],
      ['Hyvinvoiva Merilehto', 'Palvelut ovat lähellä', ['kirjastoauto']],
      ['Elinvoimainen Merilehto', 'Yritykset kasvavat', ['yritystontit']],
    ]);
  });

  it('keep a line apart from one of the same name under another focus, and nearly equal focuses apart', () => {
    const goals = [
      goalOf({ id: 'a', focus: 'Kasvatuksen, opetuksen ja opiskelun Merilehto', line: 'Opimme yhdessä' }),
      goalOf({ id: 'b', focus: 'Kasvatuksen, koulutuksen ja opiskelun Merilehto', line: 'Opimme yhdessä' }),
    ];
    expect(group(goals, 'line').map(ids)).to.deep.equal([['a'], ['b']]);
  });

  it('give goals without a line a group of their own, without a heading', () => {
    const goals = [
      goalOf({ id: 'a', focus: 'Hyvinvoiva Merilehto' }),
      goalOf({ id: 'b', focus: 'Hyvinvoiva Merilehto', line: 'Liikumme enemmän' }),
      goalOf({ id: 'c', focus: 'Hyvinvoiva Merilehto' }),
    ];
    expect(shape(group(goals, 'line'))).to.deep.equal([
      ['Hyvinvoiva Merilehto', undefined, ['a', 'c']],
      ['Hyvinvoiva Merilehto', 'Liikumme enemmän', ['b']],
    ]);
  });

  it('are focuses, all their lines together', () => {
    const goals = [
      goalOf({ id: 'a', focus: 'Hyvinvoiva Merilehto', line: 'Liikumme enemmän' }),
      goalOf({ id: 'b', focus: 'Hyvinvoiva Merilehto', line: 'Palvelut ovat lähellä' }),
      goalOf({ id: 'c' }),
    ];
    expect(shape(group(goals, 'focus'))).to.deep.equal([
      [undefined, 'Hyvinvoiva Merilehto', ['a', 'b']],
      [undefined, undefined, ['c']],
    ]);
  });

  it('place a goal with several responsibles once, under the first', () => {
    const goals = [
      goalOf({ id: 'a', responsible: ['Viestintä', 'Nuorisopalvelut'] }),
      goalOf({ id: 'b', responsible: ['Kirjastopalvelut'] }),
      goalOf({ id: 'c', responsible: [] }),
      goalOf({ id: 'd', responsible: ['Viestintä'] }),
    ];
    expect(shape(group(goals, 'responsible'))).to.deep.equal([
      [undefined, 'Kirjastopalvelut', ['b']],
      [undefined, 'Viestintä', ['a', 'd']],
      [undefined, undefined, ['c']],
    ]);
  });

  it('are forecasts in their fixed order, the city\'s own words after them and the silent ones last', () => {
    const goals = [
      goalOf({ id: 'a', reports: [reportOf()] }),
      goalOf({ id: 'b', reports: [reportOf({ forecast: { word: 'Selviää syksyllä' } })] }),
      goalOf({ id: 'c', reports: [reportOf({ forecast: { code: 'not-met', word: 'Ei toteudu' } })] }),
      goalOf({ id: 'd', reports: [reportOf({ forecast: { code: 'on-track', word: 'Toteutuu' } })] }),
      goalOf({ id: 'e', reports: [reportOf({ period: SPRING, forecast: { code: 'on-track', word: 'Toteutuu' } })] }),
    ];
    expect(group(goals, 'forecast').map((each) => [each.key, each.heading, ids(each)])).to.deep.equal([
      ['on-track', undefined, ['d']],
      ['not-met', undefined, ['c']],
      ['~selviää syksyllä', 'Selviää syksyllä', ['b']],
      ['none', undefined, ['a', 'e']],
    ]);
  });

  it('are actual states, whatever the forecasts', () => {
    const goals = [
      goalOf({ id: 'a', reports: [reportOf({ state: { code: 'in-progress', word: 'Käynnissä' }, forecast: { code: 'on-track', word: 'Toteutuu' } })] }),
      goalOf({ id: 'b', reports: [reportOf({ state: { code: 'achieved', word: 'Valmis' }, forecast: { code: 'not-met', word: 'Ei toteudu' } })] }),
    ];
    expect(group(goals, 'state').map((each) => [each.key, ids(each)])).to.deep.equal([['achieved', ['b']], ['in-progress', ['a']]]);
  });

  it('hold every goal exactly once and have keys of their own, however they are made', () => {
    const goals = Array.from({ length: 40 }, (_, n) => goalOf({
      id: `tavoite-${n}`,
      ...(n % 3 ? { focus: `Painopiste ${n % 4}` } : {}),
      ...(n % 5 ? { line: `Linjaus ${n % 7}` } : {}),
      responsible: ['Viestintä', 'Kirjastopalvelut', 'Nuorisopalvelut'].slice(0, n % 4),
      reports: [reportOf({
        ...(STATES[n % 12] ? { state: { code: STATES[n % 12]!, word: 'x' } } : {}),
        ...(FORECASTS[n % 7] ? { forecast: { code: FORECASTS[n % 7]!, word: 'x' } } : {}),
      })],
    }));
    for (const by of GOAL_GROUPINGS) {
      const groups = group(goals, by);
      expect(groups.flatMap(ids), by).to.have.members(goals.map(({ id }) => id));
      expect(new Set(groups.map(({ key }) => key)).size, by).to.equal(groups.length);
    }
  });
});

describe('the order of goals', () => {
  it('is that of the document, or of the alphabet of the language', () => {
    const goals = [
      goalOf({ id: 'ä', title: 'Äänestys nuorille' }),
      goalOf({ id: 'a', title: 'asukasillat kylissä' }),
      goalOf({ id: 'å', title: 'Åbo ja Merilehto yhdessä' }),
      goalOf({ id: 'z', title: 'Zeniitti-hanke' }),
    ];
    expect(sort(goals, 'document')).to.deep.equal(['ä', 'a', 'å', 'z']);
    expect(sort(goals, 'title')).to.deep.equal(['a', 'z', 'å', 'ä']);
    expect(sort(goals, 'title', 'en')).to.deep.equal(['ä', 'å', 'a', 'z']);
  });

  it('is that of the Finnish alphabet where the browser does not know the language', () => {
    const goals = ['Äänestys', 'Zeniitti', 'Asukasilta'].map((title) => goalOf({ id: title }));
    expect(sort(goals, 'title', 'xx')).to.deep.equal(['Asukasilta', 'Zeniitti', 'Äänestys']);
  });

  it('counts numbers in titles by their value', () => {
    const goals = ['Tavoite 10', 'Tavoite 9', 'Tavoite 100'].map((title) => goalOf({ id: title }));
    expect(sort(goals, 'title')).to.deep.equal(['Tavoite 9', 'Tavoite 10', 'Tavoite 100']);
  });

  it('sorts by the title that the reader sees', () => {
    const goals = [
      goalOf({ id: 'a', title: { fi: 'Aamu-uinti', sv: 'Morgonsim' } }),
      goalOf({ id: 'b', title: { fi: 'Uimakoulu', sv: 'Barnens simskola' } }),
    ];
    expect(sort(goals, 'title', 'fi')).to.deep.equal(['a', 'b']);
    expect(sort(goals, 'title', 'sv')).to.deep.equal(['b', 'a']);
  });

  it('puts the weakest forecast first; unknown words and silence, which say nothing, last', () => {
    const forecasts = [
      {}, { forecast: { word: 'Selviää syksyllä' } },
      ...FORECASTS.map((code) => ({ forecast: { code, word: code } })),
    ];
    const goals = forecasts.map((given) => goalOf({ id: given.forecast?.word ?? 'silent', reports: [reportOf(given)] }));
    expect(sort(goals, 'forecast')).to.deep.equal([
      'not-met', 'at-risk', 'partly', 'on-track', 'not-assessed', 'Selviää syksyllä', 'silent',
    ]);
  });

  it('ranks every actual state before words that nobody knows', () => {
    const goals = [
      goalOf({ id: 'own-word', reports: [reportOf({ state: { word: 'Pohdinnassa' } })] }),
      ...STATES.map((code) => goalOf({ id: code, reports: [reportOf({ state: { code, word: code } })] })),
    ];
    const order = sort(goals, 'state');
    expect(order.at(0)).to.equal('not-achieved');
    expect(order.at(-1)).to.equal('own-word');
    expect(order.indexOf('delayed')).to.be.below(order.indexOf('in-progress'));
    expect(order.indexOf('in-progress')).to.be.below(order.indexOf('achieved'));
  });

  it('sorts by the first responsible, those without one last', () => {
    const goals = [
      goalOf({ id: 'a' }),
      goalOf({ id: 'b', responsible: ['Viestintä', 'Kirjastopalvelut'] }),
      goalOf({ id: 'c', responsible: ['Liikuntapalvelut'] }),
    ];
    expect(sort(goals, 'responsible')).to.deep.equal(['c', 'b', 'a']);
  });

  it('leaves equals in the document\'s order and the given list as it was', () => {
    const goals = Array.from({ length: 50 }, (_, n) => goalOf({ id: `${n}`, title: n % 2 ? 'Sama' : 'Muu', responsible: ['Viestintä'], reports: [reportOf()] }));
    const before = [...goals];
    for (const by of GOAL_ORDERS) {
      const order = sort(goals, by).map(Number);
      const even = order.filter((n) => n % 2 === 0);
      expect(even, by).to.deep.equal([...even].sort((a, b) => a - b));
    }
    expect(goals).to.deep.equal(before);
  });
});
