import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { waitFor } from 'storybook/test';
import approval from '../fixtures/ballots/advisory.json';
import large from '../fixtures/ballots/large-city.json';
import points from '../fixtures/ballots/points.json';
import ranking from '../fixtures/ballots/ranking.json';
import single from '../fixtures/ballots/single-choice.json';
import '../src/define/budget-vote.ts';
import { SourceError, type SourceErrorKind } from '../src/sources/errors.ts';
import type { DataSource, Receipt } from '../src/sources/source.ts';
import type { AukioBudgetVote } from '../src/widgets/budget-vote/budget-vote.ts';
import type { BeforeVoteSendEvent } from '../src/widgets/budget-vote/budget-vote.events.ts';
import { attributes, type Attributes } from './attributes.ts';
import { failing, silent, written } from './content.ts';
import './pages.css';

type Story = StoryObj<Attributes>;
/** A ballot's document. */
type Document = Readonly<Record<string, unknown>> & { readonly opensAt: string; readonly closesAt: string };

const DAY = 86_400_000;

/** The ballot three days before it closes, whatever the day is on which the story is read. */
function inVote(ballot: Document, more: Readonly<Record<string, unknown>> = {}): Document {
  return { ...ballot, serverTime: new Date(Date.parse(ballot.closesAt) - 3 * DAY).toISOString(), ...more };
}

const receipt = (ballot: Document): Receipt => ({ id: 'vote-1', code: 'K7M3P-Q9RTV', receivedAt: new Date(Date.parse(ballot.closesAt) - 3 * DAY).toISOString() });

/** A city that answers without a server. @param answer what it says when a vote is sent */
function city(ballot: Document = inVote(approval), answer: () => Promise<Receipt> = () => Promise.resolve(receipt(ballot))): DataSource {
  return { read: (resource) => (resource === 'ballot' ? Promise.resolve(ballot) : Promise.reject(new SourceError('not-found'))), submit: answer };
}

const refusing = (kind: SourceErrorKind) => (): Promise<never> => Promise.reject(new SourceError(kind));

const CODE = '<aukio-budget-vote endpoint="/api/" ballot="hyvan-mielen-raha-2026" results-href="/tulos/">\n  <p slot="help">Voit äänestää myös kirjastossa.</p>\n</aukio-budget-vote>';

function ballot(args: Attributes, source: DataSource): TemplateResult {
  return html`<aukio-budget-vote ${attributes(args)} .source=${source}></aukio-budget-vote>`;
}

function from(source: DataSource): Pick<Story, 'render'> {
  return { render: (args) => ballot(args, source) };
}

async function ready(canvas: HTMLElement): Promise<AukioBudgetVote> {
  return waitFor(() => {
    const element = canvas.querySelector('aukio-budget-vote');
    if (!element?.casting || !element.shadowRoot?.querySelector('.bar')) throw new Error('the ballot is not there yet');
    return element;
  });
}

/** Chooses the first projects. */
async function chooseIn(canvas: HTMLElement, count = 2): Promise<AukioBudgetVote> {
  const element = await ready(canvas);
  for (const { id } of element.projects.slice(0, count)) element.choose(id, true);
  await element.updateComplete;
  return element;
}

async function checkIn(canvas: HTMLElement, count?: number): Promise<AukioBudgetVote> {
  const element = await chooseIn(canvas, count);
  element.shadowRoot!.querySelector<HTMLButtonElement>('.bar button')!.click();
  await waitFor(() => {
    if (!element.shadowRoot!.querySelector('.send')) throw new Error('the check is not there yet');
  });
  return element;
}

async function sendIn(canvas: HTMLElement): Promise<void> {
  (await checkIn(canvas)).shadowRoot!.querySelector<HTMLButtonElement>('.send')!.click();
}

const meta: Meta<Attributes> = {
  title: 'Widgets/Budget vote',
  component: 'aukio-budget-vote',
  tags: ['autodocs'],
  parameters: { actions: { handles: ['aukio-vote-cast', 'aukio-vote-kept', 'aukio-before-vote-send'] } },
  // Nothing of one story stays for the next.
  beforeEach: () => () => {
    localStorage.clear();
    indexedDB.deleteDatabase('aukio-outbox');
  },
  ...from(city()),
};
export default meta;

/** Choose up to three; the vote is advisory and a jury decides. Change the page’s language in the toolbar. */
export const Approval: Story = { name: 'Way: approval, an advisory vote', ...written(CODE) };
/** One of five equal projects; the city board confirms the result. */
export const Single: Story = { name: 'Way: a single choice', ...from(city(inVote(single))) };
/** A large city: 80 projects, half a million euros, areas and categories. */
export const Knapsack: Story = { name: 'Way: knapsack, a large city', ...from(city(inVote(large))) };
/** Ten points, at most five for one project. */
export const Points: Story = { name: 'Way: points', ...from(city(inVote(points))) };
/** The best first. Ranks are set by lists in the cards, by buttons and by dragging. */
export const Ranking: Story = { name: 'Way: ranking', ...from(city(inVote(ranking))) };
/** Limits of every kind in one ballot. */
export const Limits: Story = {
  name: 'Rules: limits that are combined',
  ...from(city(inVote(large, { rules: { method: 'approval', min: 2, max: 6, minSpendPercent: 10, maxSpend: 20_000_000, maxAreas: 2, limits: [{ of: 'category', max: 2 }, { of: 'area', id: 'keskusta', maxSpend: 5_000_000 }] } }))),
};

const ownArea = inVote(large, { identification: ['code'], rules: { ...large.rules, maxOtherAreas: 1 } });
const TOO_MANY_AREAS = { code: 'area-limit', field: 'choices', group: 'keskusta', values: { count: 2, max: 1, unit: 'other-areas' } };
/** The rule is said before the first choice. Which area is hers comes with the code, so the service alone can say that it is broken. */
export const OwnArea: Story = { name: 'Rules: one’s own area and one more', ...from(city(ownArea)) };
/** Any 16 letters and digits will do as the code; then it is said in how many other areas she has chosen. */
export const OtherAreas: Story = {
  name: 'State: chosen in too many areas',
  ...from(city(ownArea, () => Promise.reject(new SourceError('invalid-data', { status: 422, errors: [TOO_MANY_AREAS] })))),
  play: async ({ canvasElement }) => void (await checkIn(canvasElement, 3)),
};

/** The code comes last, and ignores capitals, spaces and hyphens. Any 16 letters and digits will do here. */
export const Codes: Story = { name: 'Identification: personal codes', ...from(city(inVote(approval, { identification: ['code'] }))), play: async ({ canvasElement }) => void (await checkIn(canvasElement)) };
/** Each way is for other people, so that nobody counts twice; what it needs comes with it. */
export const SeveralWays: Story = { name: 'Identification: a way for each', ...from(city(inVote(approval, { identification: ['code', 'token'], identificationFor: { code: '13–17-vuotiaat: koodi tulee koulusta', token: '18 vuotta täyttäneet' } }))), play: async ({ canvasElement }) => void (await checkIn(canvasElement)) };
/** The page’s own login answers an event; here it waits for two seconds and gives a token. */
export const Login: Story = {
  name: 'Identification: the city’s login',
  render: (args) => html`<div @aukio-before-vote-send=${({ detail }: BeforeVoteSendEvent) => detail.authorize(new Promise((resolve) => setTimeout(() => resolve('Bearer token'), 2000)))}>${ballot(args, city(inVote(approval, { identification: ['token'] })))}</div>`,
  ...written("page.addEventListener('aukio-before-vote-send', (event) => {\n  event.detail.authorize(logIn().then((token) => `Bearer ${token}`));\n});", 'js'),
};
/** For a library’s computer: nothing is kept, and the ballot is emptied when nobody uses it. */
export const SharedDevice: Story = { name: 'Option: shared-device', args: { 'shared-device': true } };
export const KeepOrder: Story = { name: 'Option: keep-order', args: { 'keep-order': true } };
export const Plain: Story = { name: 'Option: hide-filters and hide-compare', args: { 'hide-filters': true, 'hide-compare': true } };
export const Heading: Story = { name: 'Option: heading', args: { heading: 'Äänestä', 'heading-level': 3 } };

/** Not sent yet: the bar says so, and the browser asks before the page is left. */
export const Draft: Story = { name: 'State: a draft', play: async ({ canvasElement }) => void (await chooseIn(canvasElement)) };
/** What to take out is said before anything is sent. */
export const OverBudget: Story = { name: 'State: over the budget', ...from(city(inVote(large, { rules: { method: 'knapsack', maxSpend: 4_000_000 } }))), play: async ({ canvasElement }) => void (await checkIn(canvasElement, 4)) };
export const Check: Story = { name: 'State: the check before sending', play: async ({ canvasElement }) => void (await checkIn(canvasElement)) };
export const OneByOne: Story = { name: 'State: one project at a time', play: async ({ canvasElement }) => (await chooseIn(canvasElement, 1)).casting!.showOneByOne() };
export const Sending: Story = { name: 'State: being sent', ...from(city(undefined, () => new Promise<never>(() => {}))), play: ({ canvasElement }) => sendIn(canvasElement) };
/** The code, the time, the choices, and what happens next. */
export const Received: Story = { name: 'State: received', play: ({ canvasElement }) => sendIn(canvasElement) };
/** It is sent when the network is back, and never after voting has closed. */
export const Waiting: Story = { name: 'State: waiting on this device', ...from(city(undefined, refusing('offline'))), play: ({ canvasElement }) => sendIn(canvasElement) };
export const NotAccepted: Story = { name: 'State: not accepted', ...from(city(undefined, refusing('invalid-data'))), play: ({ canvasElement }) => sendIn(canvasElement) };
/** Voting closed while somebody was choosing: the choice can still be read. */
export const ClosedMeanwhile: Story = { name: 'State: closed meanwhile', ...from(city(undefined, refusing('closed'))), play: ({ canvasElement }) => sendIn(canvasElement) };
export const BeforeOpening: Story = { name: 'State: before voting opens', ...from(city({ ...approval, serverTime: '2026-04-30T12:00:00+03:00' })) };
export const AfterClosing: Story = { name: 'State: after voting has closed', ...from(city({ ...approval, serverTime: '2026-05-30T12:00:00+03:00' })) };
/** A project that was taken off the ballot stays to be read. */
export const Withdrawn: Story = { name: 'State: a project was withdrawn', ...from(city(inVote(single, { projects: single.projects.map((project, n) => (n === 1 ? { ...project, withdrawn: { reason: 'Tontti myytiin.' } } : project)) }))) };
export const Loading: Story = { name: 'State: loading', render: (args) => ballot(args, { ...silent, submit: () => Promise.resolve(receipt(approval)) }) };

/** What the editor put inside stays in view. */
export const Offline: Story = {
  name: 'Error: the ballot cannot be read',
  render: (args) => html`<aukio-budget-vote ${attributes(args)} .source=${failing('offline')}><p>Voit äänestää myös kirjastossa ja kaupungintalon neuvonnassa.</p></aukio-budget-vote>`,
};
/** What voters could not do is told to the editor alone. */
export const Preview: Story = { name: 'Preview: something to mend', args: { debug: true }, ...from(city(inVote(approval, { budget: 300_000, rules: { method: 'approval', min: 20 } }))) };
/** Nothing takes votes: the projects are there to read, and the editor is told. */
export const Nowhere: Story = { name: 'Preview: nowhere to send to', args: { debug: true }, render: (args) => html`<aukio-budget-vote ${attributes(args)} .source=${{ read: city().read }}>${nothing}</aukio-budget-vote>` };

export const InSwedish: Story = { name: 'Language: Swedish', globals: { lang: 'sv' } };
export const InEnglish: Story = { name: 'Language: English', globals: { lang: 'en' } };
export const Narrow: Story = { name: 'Look: a narrow column', decorators: [(story) => html`<div class="narrow">${story()}</div>`] };
export const Dark: Story = { name: 'Look: dark', globals: { scheme: 'dark' } };
