import { expect } from '@open-wc/testing';
import { summarise as summariseInSteps } from '../../src/model/goal-summary.ts';
import type { Goal, GoalReport } from '../../src/model/goals.ts';
import { goalOf, reportOf, SPRING, SUMMER } from './goal-examples.ts';
import { whole } from './whole.ts';

const summarise = whole(summariseInSteps);

const withReports = (...reports: Partial<GoalReport>[]): Goal[] =>
  reports.map((report, index) => goalOf({ id: `tavoite-${index}`, reports: [reportOf(report)] }));

const counts = (tallies: readonly { key: string; count: number }[]): [string, number][] =>
  tallies.map(({ key, count }) => [key, count]);

describe('the summary of a period', () => {
  it('counts actual states and forecasts of the same goals side by side', () => {
    const goals = withReports(
      { state: { code: 'achieved', word: 'Toteutunut' }, forecast: { code: 'on-track', word: 'Toteutuu' } },
      { state: { code: 'in-progress', word: 'Käynnissä' }, forecast: { code: 'on-track', word: 'Toteutuu' } },
      { state: { code: 'in-progress', word: 'Etenee' }, forecast: { code: 'at-risk', word: 'Vaarassa' } },
    );
    const { total, states, forecasts } = summarise(goals, SUMMER);
    expect(total).to.equal(3);
    expect(counts(states)).to.deep.equal([['achieved', 1], ['in-progress', 2]]);
    expect(counts(forecasts)).to.deep.equal([['on-track', 2], ['at-risk', 1]]);
  });

  it('keeps "not assessed" as a state apart from "not assessed" as a forecast', () => {
    const goals = withReports(
      { state: { code: 'not-assessed', word: 'Ei voitu arvioida' } },
      { forecast: { code: 'not-assessed', word: 'Ei ennustetta' } },
    );
    const { states, forecasts } = summarise(goals, SUMMER);
    expect(counts(states)).to.deep.equal([['not-assessed', 1], ['none', 1]]);
    expect(counts(forecasts)).to.deep.equal([['not-assessed', 1], ['none', 1]]);
  });

  it('lists judgements in one order, whatever the order of the goals', () => {
    const goals = withReports(
      { forecast: { code: 'not-met', word: 'Ei toteudu' } },
      {},
      { forecast: { word: 'Selviää syksyllä' } },
      { forecast: { code: 'partly', word: 'Toteutuu osittain' } },
      { forecast: { code: 'on-track', word: 'Toteutuu' } },
    );
    const keys = summarise(goals, SUMMER).forecasts.map(({ key }) => key);
    expect(keys).to.deep.equal(['on-track', 'partly', 'not-met', '~selviää syksyllä', 'none']);
    expect(summarise([...goals].reverse(), SUMMER).forecasts.map(({ key }) => key)).to.deep.equal(keys);
  });

  it('gives every word that nobody knows an entry of its own, under the city\'s wording', () => {
    const goals = withReports(
      { forecast: { word: 'Selviää syksyllä.' } },
      { forecast: { word: 'selviää syksyllä' } },
      { forecast: { word: 'Odottaa valtiota' } },
    );
    expect(summarise(goals, SUMMER).forecasts).to.deep.equal([
      { key: '~selviää syksyllä', word: 'Selviää syksyllä.', count: 2 },
      { key: '~odottaa valtiota', word: 'Odottaa valtiota', count: 1 },
    ]);
  });

  it('does not take a city\'s own word for a code', () => {
    const { forecasts } = summarise(withReports({ forecast: { word: 'None' } }, {}), SUMMER);
    expect(counts(forecasts)).to.deep.equal([['~none', 1], ['none', 1]]);
  });

  it('counts only goals that have a report in the period', () => {
    const earlier = goalOf({ id: 'talviuinti', reports: [reportOf({ period: SPRING, forecast: { code: 'on-track', word: 'Toteutuu' } })] });
    const { total, forecasts } = summarise([earlier, ...withReports({})], SUMMER);
    expect(total).to.equal(1);
    expect(counts(forecasts)).to.deep.equal([['none', 1]]);
  });
});
