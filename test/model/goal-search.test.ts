import { expect } from '@open-wc/testing';
import { filtersFromParams, filtersToParams, indexGoal, matchGoals, responsibleOptions as responsibleOptionsInSteps } from '../../src/model/goal-search.ts';
import type { GoalFilters } from '../../src/model/goal-search.ts';
import { summarise as summariseInSteps } from '../../src/model/goal-summary.ts';
import type { Goal } from '../../src/model/goals.ts';
import { goalOf, reportOf, SPRING, SUMMER } from './goal-examples.ts';
import { whole } from './whole.ts';

const responsibleOptions = whole(responsibleOptionsInSteps);
const summarise = whole(summariseInSteps);

const goals: readonly Goal[] = [
  goalOf({
    id: 'uimahalli',
    title: { fi: 'Uimahallin aukioloja laajennetaan', sv: 'Simhallens öppettider förlängs' },
    focus: 'Hyvinvoiva Merilehto',
    line: 'Liikumme enemmän',
    responsible: ['Liikuntapalvelut', 'Viestintä'],
    measures: [{ text: 'Avoinna vähintään 80 tuntia viikossa', target: 80, unit: 'tuntia' }],
    reports: [
      reportOf({
        actuals: [{ text: 'Avoinna 76 tuntia viikossa', measure: 0 }],
        state: { code: 'in-progress', word: 'Etenee', note: 'vuorot sovittu seurojen kanssa' },
        forecast: { code: 'partly', word: 'Toteutuu osittain' },
        details: [{ label: 'Selite', text: 'Henkilöstöä rekrytoidaan' }],
      }),
      reportOf({ period: SPRING, actuals: [{ text: 'Selvitys tilattu' }] }),
    ],
  }),
  goalOf({
    id: 'paivakoti',
    title: 'Päiväkodin pihan suunnittelu lasten kanssa',
    responsible: ['Kaupunkisuunnittelu'],
    details: [{ label: 'Aikataulu', text: 'Syksy 2026' }],
    reports: [reportOf({ forecast: { code: 'on-track', word: 'Toteutuu' } })],
  }),
  goalOf({ id: 'saasto', title: 'Energian säästö kiinteistöissä', responsible: ['viestintä'], reports: [reportOf({ forecast: { word: 'Selviää syksyllä' } })] }),
  goalOf({ id: 'saasteet', title: 'Meren saasteet vähenevät', reports: [reportOf()] }),
];
const index = goals.map((goal) => indexGoal(goal, SUMMER));
const found = (filters: GoalFilters, changed?: ReadonlySet<string>): string[] => [...matchGoals(index, filters, changed)];

describe('searching goals', () => {
  it('looks in every text of the goal that is on the page', () => {
    const words = ['aukioloja', 'hyvinvoiva', 'liikumme', 'liikuntapalvelut', 'vähintään', 'tuntia', '76', 'etenee', 'seurojen', 'osittain', 'selite', 'rekrytoidaan'];
    for (const text of words) expect(found({ text }), text).to.deep.equal(['uimahalli']);
    expect(found({ text: 'aikataulu' })).to.deep.equal(['paivakoti']);
  });

  it('looks in all languages of a text', () => {
    expect(found({ text: 'simhallens' })).to.deep.equal(['uimahalli']);
  });

  it('leaves out what only another period reports', () => {
    expect(found({ text: 'tilattu' })).to.deep.equal([]);
  });

  it('wants every word, in any order and anywhere in the goal', () => {
    expect(found({ text: 'viikossa uimahallin' })).to.deep.equal(['uimahalli']);
    expect(found({ text: 'uimahallin päiväkodin' })).to.deep.equal([]);
  });

  it('finds the parts of compound words', () => {
    expect(found({ text: 'halli' })).to.deep.equal(['uimahalli']);
    expect(found({ text: 'koti' }).concat(found({ text: 'kodin' }))).to.deep.equal(['paivakoti']);
  });

  it('ignores case, surplus spaces and the punctuation after a word', () => {
    expect(found({ text: '  UIMAHALLIN,   viikossa. ' })).to.deep.equal(['uimahalli']);
  });

  it('finds ä and ö when they are typed without dots, but not the other way round', () => {
    expect(found({ text: 'paivakodin' })).to.deep.equal(['paivakoti']);
    expect(found({ text: 'Oppettider' })).to.deep.equal(['uimahalli']);
    expect(found({ text: 'saast' })).to.deep.equal(['saasto', 'saasteet']);
    expect(found({ text: 'sääst' })).to.deep.equal(['saasto']);
  });

  it('finds letters that a keyboard composed of two characters', () => {
    expect(found({ text: 'pa\u0308iva\u0308kodin' })).to.deep.equal(['paivakoti']);
  });

  it('without words or filters finds everything', () => {
    const all = goals.map(({ id }) => id);
    expect(found({})).to.deep.equal(all);
    expect(found({ text: ' ', responsible: [], state: [], forecast: [] })).to.deep.equal(all);
  });
});

describe('filtering goals', () => {
  it('by responsible finds a goal by any of its responsibles', () => {
    expect(found({ responsible: ['viestintä'] })).to.deep.equal(['uimahalli', 'saasto']);
    expect(found({ responsible: ['kaupunkisuunnittelu', 'liikuntapalvelut'] })).to.deep.equal(['uimahalli', 'paivakoti']);
  });

  it('takes the keys of the summary, own words and silence included', () => {
    for (const { key, count } of summarise(goals, SUMMER).forecasts) expect(found({ forecast: [key] }), key).to.have.length(count);
    for (const { key, count } of summarise(goals, SUMMER).states) expect(found({ state: [key] }), key).to.have.length(count);
    expect(found({ forecast: ['~selviää syksyllä'] })).to.deep.equal(['saasto']);
    expect(found({ forecast: ['none'] })).to.deep.equal(['saasteet']);
  });

  it('takes any of several choices of one field, and all the fields', () => {
    expect(found({ forecast: ['partly', 'on-track'] })).to.deep.equal(['uimahalli', 'paivakoti']);
    expect(found({ forecast: ['partly', 'on-track'], state: ['none'], text: 'pihan' })).to.deep.equal(['paivakoti']);
  });

  it('by change finds what the comparison names', () => {
    expect(found({ changed: true }, new Set(['paivakoti', 'elsewhere']))).to.deep.equal(['paivakoti']);
    expect(found({ changed: true })).to.deep.equal([]);
  });
});

describe('the choices of responsibles', () => {
  it('are in alphabetical order, each with the number of goals that its filter finds', () => {
    const options = responsibleOptions(goals, SUMMER, 'fi');
    expect(options.map(({ name, count }) => [name, count])).to.deep.equal([
      ['Kaupunkisuunnittelu', 1], ['Liikuntapalvelut', 1], ['Viestintä', 2],
    ]);
    for (const { key, count } of options) expect(found({ responsible: [key] }), key).to.have.length(count);
  });

  it('count a goal once that names a responsible twice, and leave other periods out', () => {
    const twice = goalOf({ id: 'a', responsible: ['Viestintä', 'viestintä '], reports: [reportOf()] });
    const earlier = goalOf({ id: 'b', responsible: ['Nuorisopalvelut'], reports: [reportOf({ period: SPRING })] });
    expect(responsibleOptions([twice, earlier], SUMMER, 'fi')).to.deep.equal([{ key: 'viestintä', name: 'Viestintä', count: 1 }]);
  });

  it('follow the language of the page', () => {
    const named = ['Ympäristö', 'Äldreomsorg'].map((sv, n) => goalOf({
      id: `${n}`, responsible: [{ fi: ['Ympäristöpalvelut', 'Ikäihmisten palvelut'][n]!, sv }], reports: [reportOf()],
    }));
    expect(responsibleOptions(named, SUMMER, 'sv').map(({ key }) => key)).to.deep.equal(['ympäristöpalvelut', 'ikäihmisten palvelut']);
    expect(responsibleOptions(named, SUMMER, 'fi').map(({ key }) => key)).to.deep.equal(['ikäihmisten palvelut', 'ympäristöpalvelut']);
  });
});

describe('filters in the address', () => {
  const filters: GoalFilters = {
    text: 'uimahalli & sauna', responsible: ['liikuntapalvelut'], state: ['in-progress'], forecast: ['partly', '~selviää syksyllä'], changed: true,
  };

  it('come back as they were', () => {
    const address = filtersToParams(filters, 'tavoitteet-').toString();
    expect(filtersFromParams(new URLSearchParams(address), 'tavoitteet-')).to.deep.equal(filters);
  });

  it('are nothing where nothing is chosen', () => {
    const nothing: GoalFilters = { text: '', responsible: [], changed: false };
    expect(filtersToParams(nothing, 'tavoitteet-').toString()).to.equal('');
    expect(filtersFromParams(new URLSearchParams(), 'tavoitteet-')).to.deep.equal({});
  });

  it('replace their own and leave the rest of the address', () => {
    const page = new URLSearchParams('sivu=3&muut-text=tie&tavoitteet-text=vanha&tavoitteet-state=delayed&tavoitteet-changed=1');
    const params = filtersToParams({ forecast: ['at-risk'] }, 'tavoitteet-', page);
    expect(params.toString()).to.equal('sivu=3&muut-text=tie&tavoitteet-forecast=at-risk');
    expect(page.get('tavoitteet-text')).to.equal('vanha');
  });

  it('are those of one report only', () => {
    const params = filtersToParams({ text: 'tie' }, 'muut-', filtersToParams({ text: 'uinti' }, 'tavoitteet-'));
    expect(filtersFromParams(params, 'tavoitteet-')).to.deep.equal({ text: 'uinti' });
    expect(filtersFromParams(params, 'muut-')).to.deep.equal({ text: 'tie' });
  });
});
