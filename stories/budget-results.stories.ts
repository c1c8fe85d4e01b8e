import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/define/budget-results.ts';
import { SourceError } from '../src/sources/errors.ts';
import type { DataSource } from '../src/sources/source.ts';
import { attributes, type Attributes } from './attributes.ts';
import advisory from '../fixtures/ballots/results-advisory/ballot.json';
import advisoryResults from '../fixtures/ballots/results-advisory/ballot-results.json';
import single from '../fixtures/ballots/single-choice.json';
import { failing, silent } from './content.ts';
import './pages.css';

type Story = StoryObj<Attributes>;

const HELP = html`<p slot="help">puhelin <a href="tel:+35860001200">06 000 1200</a>, arkisin kello 9–15</p>`;
const CODE = '<aukio-budget-results src="/tiedostot/ballot.json" results-src="/tiedostot/ballot-results.json" receipts-src="/tiedostot/ballot-receipts.json">\n  <p>Tulos on myös kaupunginhallituksen pöytäkirjassa.</p>\n</aukio-budget-results>';

function result(args: Attributes, source?: DataSource): TemplateResult {
  return html`<aukio-budget-results ${attributes(args)} .source=${source}>${HELP}<p>Tulos on myös kaupunginhallituksen pöytäkirjassa.</p></aukio-budget-results>`;
}

/** The files of a sample round. */
function files(name: string): Attributes {
  const folder = `/fixtures/ballots/results-${name}/`;
  return { 'src': `${folder}ballot.json`, 'results-src': `${folder}ballot-results.json`, 'receipts-src': `${folder}ballot-receipts.json` };
}

function from(ballot: unknown, results?: unknown): Pick<Story, 'render'> {
  const source: DataSource = { read: (resource) => (resource === 'ballot' ? Promise.resolve(ballot) : results ? Promise.resolve(results) : Promise.reject(new SourceError('forbidden'))) };
  return { render: (args) => result(args, source) };
}

const meta: Meta<Attributes> = {
  title: 'Widgets/Budget results',
  component: 'aukio-budget-results',
  tags: ['autodocs'],
  args: { heading: 'Tulos' },
  render: (args) => result(args),
  parameters: { docs: { source: { code: CODE } } },
};
export default meta;

/** One of five equal projects; the city board confirms the result. */
export const SingleChoice: Story = { args: files('single') };

/** An advisory vote with a least number of votes; a jury decides. One project was withdrawn. */
export const Advisory: Story = { args: files('advisory') };

/** The last project gets what was left, 3 000 € of 3 500 €, by the 80 % rule; another got money later, beside the budget. */
export const FundedInPart: Story = { args: files('part') };

/** Eighty projects, counted by equal shares; a year later residents see what has become of the winners. */
export const LargeCity: Story = { args: files('large') };

/** Young people shared out points. */
export const Points: Story = { args: files('points') };

/** Of paper votes only the totals are known: equal shares are refused, and it is said why. */
export const TotalsOnly: Story = from(advisory, { ...advisoryResults, election: { ...advisoryResults.election, groups: undefined } });

/** Nothing is shown while people vote. */
export const WhileVoting: Story = from({ ...single, opensAt: '2026-01-01T08:00:00+02:00', closesAt: '2099-09-30T20:00:00+03:00' });

/** Voting has closed, and the source still keeps the result hidden. */
export const Counting: Story = from({ ...single, phase: 'counting' });

export const Loading: Story = { render: (args) => result(args, silent) };

export const Unavailable: Story = { render: (args) => result(args, failing('unavailable')) };

export const Swedish: Story = { args: { ...files('advisory'), lang: 'sv', heading: 'Resultatet' } };
