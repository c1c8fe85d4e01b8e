import { expect } from '@open-wc/testing';
import { compareReports as compareReportsInSteps } from '../../src/model/goal-comparison.ts';
import type { GoalChange } from '../../src/model/goal-comparison.ts';
import type { Goal, GoalReport } from '../../src/model/goals.ts';
import { goalOf, reportOf, SPRING, SUMMER } from './goal-examples.ts';
import { whole } from './whole.ts';

const compareReports = whole(compareReportsInSteps);

/** The change of one goal, of which two documents say these two things. */
function changeBetween(earlier: Partial<GoalReport>, now: Partial<GoalReport>, goal: Partial<Goal> = {}, earlierGoal = goal): GoalChange {
  const changes = compareReports(
    { goals: [goalOf({ id: 'tavoite', ...goal, reports: [reportOf(now)] })], period: SUMMER },
    { goals: [goalOf({ id: 'tavoite', ...earlierGoal, reports: [reportOf({ ...earlier, period: SPRING })] })], period: SPRING },
  ).changes;
  return changes.get('tavoite')!;
}

describe('comparing two periods of one document', () => {
  const goals = [
    goalOf({
      id: 'osallistuva-budjetointi',
      title: 'Asukkaat suunnittelevat talousarvion kohteita',
      measures: [{ text: 'Asukkaita kuullaan talousarvion kohteissa', target: 20, unit: 'kohdetta' }],
      reports: [
        reportOf({ period: SPRING, actuals: [{ text: 'Kuultu kuudessa kohteessa.', value: 6, measure: 0 }], forecast: { code: 'on-track', word: 'Toteutuu' } }),
        reportOf({ actuals: [{ text: 'Kuultu seitsemässä kohteessa.', value: 7, measure: 0 }], forecast: { code: 'on-track', word: 'Toteutuu' } }),
      ],
    }),
    goalOf({
      id: 'tilavaraus',
      reports: [reportOf({ period: SPRING, actuals: [{ text: 'Kartoitus käynnissä' }] }), reportOf({ actuals: [{ text: 'kartoitus  käynnissä.' }] })],
    }),
    goalOf({ id: 'lapsiystavallisyys', reports: [reportOf()] }),
    goalOf({ id: 'verkkosivut', reports: [reportOf({ period: SPRING })] }),
  ];
  const comparison = compareReports({ goals, period: SUMMER }, { goals, period: SPRING });

  it('tells from 6 to 7 of 20', () => {
    expect(comparison.changes.get('osallistuva-budjetointi')).to.deep.equal({
      kind: 'changed',
      numbers: [{ measure: 0, before: 6, after: 7, target: 20, unit: 'kohdetta' }],
      textChanged: true,
    });
  });

  it('takes a text for the same whatever its case, spaces and full stop', () => {
    expect(comparison.changes.get('tilavaraus')).to.deep.equal({ kind: 'same', numbers: [], textChanged: false });
  });

  it('names goals that only one of the periods reports, and counts them all', () => {
    expect(comparison.changes.get('lapsiystavallisyys')?.kind).to.equal('only-now');
    expect(comparison.changes.has('verkkosivut')).to.equal(false);
    expect(comparison.onlyEarlier.map(({ id }) => id)).to.deep.equal(['verkkosivut']);
    expect(comparison.counts).to.deep.equal({ changed: 1, same: 1, onlyNow: 1, onlyEarlier: 1 });
  });
});

describe('what changed in a goal', () => {
  it('is its actual state and its forecast, each by itself', () => {
    const change = changeBetween(
      { state: { code: 'in-progress', word: 'Käynnissä' }, forecast: { code: 'on-track', word: 'Toteutuu' } },
      { state: { code: 'achieved', word: 'Toteutunut' }, forecast: { code: 'on-track', word: 'Toteutuu kokonaan' } },
    );
    expect(change.state).to.deep.equal({ before: { code: 'in-progress', word: 'Käynnissä' }, after: { code: 'achieved', word: 'Toteutunut' } });
    expect(change).not.to.have.property('forecast');
    expect(change.kind).to.equal('changed');
  });

  it('is a judgement that was not given before, or no longer is', () => {
    const forecast = { code: 'at-risk', word: 'Vaarassa' } as const;
    expect(changeBetween({}, { forecast }).forecast).to.deep.equal({ before: undefined, after: forecast });
    expect(changeBetween({ forecast }, {}).forecast).to.deep.equal({ before: forecast, after: undefined });
  });

  it('is a city\'s own word for another one', () => {
    expect(changeBetween({ state: { word: 'Pohdinnassa' } }, { state: { word: 'pohdinnassa.' } }).kind).to.equal('same');
    expect(changeBetween({ state: { word: 'Pohdinnassa' } }, { state: { word: 'Ratkaistu' } }).kind).to.equal('changed');
  });

  it('is how much is done', () => {
    const change = changeBetween({ completion: 0.3 }, { completion: 0.45 });
    expect(change.completion).to.deep.equal({ before: 0.3, after: 0.45 });
    expect(change.kind).to.equal('changed');
    expect(changeBetween({ completion: 0 }, {}).completion).to.deep.equal({ before: 0, after: undefined });
  });

  it('is an outcome, an explanation or a further column in other words', () => {
    expect(changeBetween({ actuals: [{ text: 'Kokeiltu' }] }, { actuals: [{ text: 'Otettu käyttöön' }] }).textChanged).to.equal(true);
    expect(changeBetween({ actuals: [{ text: 'Kokeiltu' }] }, { actuals: [{ text: 'Kokeiltu' }, { text: 'Otettu käyttöön' }] }).textChanged).to.equal(true);
    const word = { code: 'partly', word: 'Toteutuu osittain' } as const;
    expect(changeBetween({ forecast: word }, { forecast: { ...word, note: 'kilpailutus viivästyi' } })).to.deep.equal({ kind: 'changed', numbers: [], textChanged: true });
    expect(changeBetween({}, { details: [{ label: 'Selite', text: 'Avoin' }] }).textChanged).to.equal(true);
    expect(changeBetween({ details: [{ label: 'Selite', text: 'Avoin' }] }, { details: [{ label: 'Selite', text: 'Sovittu' }] }).textChanged).to.equal(true);
  });

  it('is not that a report speaks one language and the other two', () => {
    const both = { actuals: [{ text: { fi: 'Kokeiltu', sv: 'Prövat' } }] };
    expect(changeBetween({ actuals: [{ text: 'Kokeiltu' }] }, both).kind).to.equal('same');
    expect(changeBetween({ actuals: [{ text: { fi: 'Kokeiltu' } }] }, both).kind).to.equal('same');
    expect(changeBetween(both, { actuals: [{ text: { fi: 'Kokeiltu' } }] }).kind).to.equal('same');
    expect(changeBetween({ actuals: [{ text: { fi: 'Suunniteltu', sv: 'Prövat' } }] }, both).textChanged).to.equal(true);
  });
});

describe('numbers of several measures', () => {
  const events = { text: 'Talvitapahtumia', target: 3, unit: 'tapahtumaa' };
  const campaigns = { text: 'Kampanjoita', target: 2, unit: 'kampanjaa' };
  const values = (...numbers: (number | undefined)[]): Partial<GoalReport> => ({
    actuals: numbers.flatMap((value, measure) => (value === undefined ? [] : [{ value, measure }])),
  });

  it('are compared each with its own, and named only where they changed', () => {
    const { numbers } = changeBetween(values(2, 1), values(12, 1), { measures: [events, campaigns] });
    expect(numbers).to.deep.equal([{ measure: 0, before: 2, after: 12, target: 3, unit: 'tapahtumaa' }]);
  });

  it('find their measure where the earlier report had another order', () => {
    const { numbers } = changeBetween(values(1, 2), values(12, 1), { measures: [events, campaigns] }, { measures: [campaigns, events] });
    expect(numbers).to.deep.equal([{ measure: 0, before: 2, after: 12, target: 3, unit: 'tapahtumaa' }]);
  });

  it('find their measure where it was reworded in its place', () => {
    const reworded = { ...events, text: 'Tapahtumia talvella 2026' };
    const { numbers } = changeBetween(values(2, 1), values(12, 1), { measures: [reworded, campaigns] }, { measures: [events, campaigns] });
    expect(numbers.map(({ before, after }) => [before, after])).to.deep.equal([[2, 12]]);
  });

  it('are not compared with another measure that stands in their place', () => {
    const [events, campaigns, fairs] = [{ text: 'Talvitapahtumia' }, { text: 'Kampanjoita' }, { text: 'Messuja' }];
    const { numbers } = changeBetween(values(2, 5), values(2, 1), { measures: [events, campaigns] }, { measures: [campaigns, fairs] });
    expect(numbers.map(({ measure, before, after }) => [measure, before, after])).to.deep.equal([[0, undefined, 2], [1, 2, 1]]);
  });

  it('follow a measure that moved, whatever stood in its place before', () => {
    const fairs = { text: 'Messuja' };
    const { numbers } = changeBetween(values(5, 2), values(3, 1), { measures: [events, campaigns] }, { measures: [fairs, events] });
    expect(numbers.map(({ measure, before, after }) => [measure, before, after])).to.deep.equal([[0, 2, 3], [1, undefined, 1]]);
  });

  it('are not compared across units', () => {
    const share = { ...events, unit: '%' };
    const { numbers } = changeBetween(values(80), values(4), { measures: [events] }, { measures: [share] });
    expect(numbers).to.deep.equal([{ measure: 0, before: undefined, after: 4, target: 3, unit: 'tapahtumaa' }]);
  });

  it('changed too where one was reported for the first time, or no longer', () => {
    const measures = [events];
    expect(changeBetween({}, values(0), { measures }).numbers.map(({ before, after }) => [before, after])).to.deep.equal([[undefined, 0]]);
    expect(changeBetween(values(0), {}, { measures }).numbers.map(({ before, after }) => [before, after])).to.deep.equal([[0, undefined]]);
  });

  it('are found beside an outcome in words of the same measure', () => {
    const now = { actuals: [{ text: 'Kausi alkoi', measure: 0 }, { value: 3, measure: 0 }] };
    expect(changeBetween(values(2), now, { measures: [events] }).numbers).to.have.length(1);
    expect(changeBetween(values(3), now, { measures: [events] }).numbers).to.have.length(0);
  });

  it('are compared also where they belong to no measure', () => {
    const { numbers } = changeBetween({ actuals: [{ value: 6 }] }, { actuals: [{ value: 7 }] });
    expect(numbers).to.deep.equal([{ before: 6, after: 7 }]);
  });
});

describe('comparing two documents', () => {
  const reported = (id: string, title: string, line?: string): Goal =>
    goalOf({ id, title, ...(line ? { line } : {}), reports: [reportOf()] });
  const compare = (now: Goal[], earlier: Goal[]): ReturnType<typeof compareReports> =>
    compareReports({ goals: now, period: SUMMER }, { goals: earlier, period: SUMMER });

  it('pairs goals by id, however they are worded', () => {
    const { counts } = compare([reported('1-1', 'Pitäjäpalvelupisteet ovat käytössä')], [reported('1-1', 'Pitäjäpalvelupisteitä kehitetään')]);
    expect(counts).to.deep.equal({ changed: 0, same: 1, onlyNow: 0, onlyEarlier: 0 });
  });

  it('pairs goals by title and line where only one document gives ids', () => {
    const { counts, changes } = compare(
      [reported('1-1', 'Uimahallin aukioloja laajennetaan.', 'Liikumme enemmän')],
      [reported('liikumme-enemman-uimahallin', 'uimahallin aukioloja laajennetaan', 'Liikumme  enemmän')],
    );
    expect(counts.same).to.equal(1);
    expect([...changes.keys()]).to.deep.equal(['1-1']);
  });

  it('keeps goals of one title under different lines apart', () => {
    const { counts } = compare([reported('a', 'Avoimet ovet', 'Liikumme enemmän')], [reported('b', 'Avoimet ovet', 'Palvelut ovat lähellä')]);
    expect(counts).to.deep.equal({ changed: 0, same: 0, onlyNow: 1, onlyEarlier: 1 });
  });

  it('pairs a goal once: by id before by title', () => {
    const { counts, onlyEarlier } = compare(
      [reported('a', 'Avoimet ovet'), reported('b', 'Avoimet ovet')],
      [reported('b', 'Avoimet ovet'), reported('c', 'Avoimet ovet'), reported('d', 'Avoimet ovet')],
    );
    expect(counts).to.deep.equal({ changed: 0, same: 2, onlyNow: 0, onlyEarlier: 1 });
    expect(onlyEarlier.map(({ id }) => id)).to.deep.equal(['d']);
  });

  it('pairs no earlier goal twice', () => {
    const { counts } = compare([reported('a', 'Avoimet ovet'), reported('b', 'Avoimet ovet')], [reported('c', 'Avoimet ovet')]);
    expect(counts).to.deep.equal({ changed: 0, same: 1, onlyNow: 1, onlyEarlier: 0 });
  });

  it('pairs a bilingual title with either of its halves', () => {
    const both = goalOf({ id: 'a', title: { fi: 'Avoimet ovet', sv: 'Öppna dörrar' }, reports: [reportOf()] });
    expect(compare([both], [reported('b', 'Öppna dörrar')]).counts.same).to.equal(1);
    expect(compare([reported('b', 'Avoimet ovet')], [both]).counts.same).to.equal(1);
  });
});

describe('whose reports are compared', () => {
  const same = (now?: string, earlier?: string): boolean =>
    compareReports({ goals: [], period: SUMMER, body: now }, { goals: [], period: SPRING, body: earlier }).sameBody;

  it('is one body where both name it', () => {
    expect(same('Hyvinvointilautakunta', 'hyvinvointilautakunta ')).to.equal(true);
    expect(same('Hyvinvointilautakunta', 'Elinvoimalautakunta')).to.equal(false);
  });

  it('is not known to be one where a report names none', () => {
    expect(same('Hyvinvointilautakunta')).to.equal(false);
    expect(same(undefined, 'Hyvinvointilautakunta')).to.equal(false);
    expect(same()).to.equal(false);
    expect(same('', '')).to.equal(false);
  });

  it('is one body in either language', () => {
    const { sameBody } = compareReports(
      { goals: [], period: SUMMER, body: { fi: 'Hyvinvointilautakunta', sv: 'Välfärdsnämnden' } },
      { goals: [], period: SPRING, body: 'Välfärdsnämnden' },
    );
    expect(sameBody).to.equal(true);
  });
});
