import { fixture } from '@open-wc/testing';
import { openOutbox } from '../../src/core/outbox/outbox.ts';
import '../../src/define/budget-vote.ts';
import type { Vote } from '../../src/model/vote.ts';
import { SourceError } from '../../src/sources/errors.ts';
import type { DataSource, Receipt, SubmitOptions } from '../../src/sources/source.ts';
import type { AukioBudgetVote } from '../../src/widgets/budget-vote/budget-vote.ts';
import { until } from './feedback-forms.ts';

export { until };

/** A ballot's document, as a source gives it. */
export type Document = Record<string, unknown> & { readonly projects: readonly (Record<string, unknown> & { readonly id: string })[] };

async function sample(name: string): Promise<Document> {
  return (await (await fetch(`/fixtures/ballots/${name}.json`)).json()) as Document;
}

/** The sample ballots, each in the middle of its vote by the server's clock. */
export const BALLOTS = {
  single: open(await sample('single-choice')),
  approval: open(await sample('advisory')),
  knapsack: open(await sample('large-city')),
  points: open(await sample('points')),
  ranking: open(await sample('ranking')),
};

function open(ballot: Document): Document {
  return { ...ballot, opensAt: '2026-05-04T09:00:00+03:00', closesAt: '2026-05-24T20:00:00+03:00', serverTime: '2026-05-10T12:00:00+03:00' };
}

/** Three projects of 5 000, 3 000 and 4 000 euros and 10 000 euros to use. */
export const SMALL: Document = {
  ...BALLOTS.knapsack,
  id: 'small',
  title: 'Puistoraha',
  budget: 1_000_000,
  areas: [],
  categories: [],
  rules: { method: 'knapsack' },
  projects: [
    { id: 'benches', title: 'Penkit', cost: 500_000, summary: 'Kymmenen penkkiä.', description: 'Penkit tulevat rantaan.\n\nNiissä on selkänojat.' },
    { id: 'trees', title: 'Puut', cost: 300_000 },
    { id: 'swing', title: 'Keinu', cost: 400_000 },
  ],
};

export const RECEIPT: Receipt = { id: 'v-1', code: 'K7M3P-Q9RTV', receivedAt: '2026-05-10T09:05:00Z' };

/** A city that notes what it gets. @param answer what it says to each vote */
export class City implements DataSource {
  readonly sent: Vote[] = [];
  readonly options: SubmitOptions[] = [];

  constructor(public ballot: Document = SMALL, public answer: (vote: Vote, options: SubmitOptions) => Receipt | Promise<Receipt> = () => RECEIPT) {}

  read: DataSource['read'] = async (resource) => (resource === 'ballot' ? Promise.resolve(this.ballot) : Promise.reject(new SourceError('not-found')));

  submit: NonNullable<DataSource['submit']> = async (_kind, body, options) => {
    this.sent.push(body as Vote);
    this.options.push(options);
    return this.answer(body as Vote, options);
  };
}

/** A ballot on a page, ready for a person. @param attributes as a page writes them */
export async function ballotOf(city: DataSource, attributes = 'keep-order', { lang = 'fi', inside = '' } = {}): Promise<AukioBudgetVote> {
  const home = await fixture<HTMLElement>(`<div lang="${lang}"><aukio-budget-vote debug="false" ${attributes}>${inside}</aukio-budget-vote></div>`);
  const ballot = home.querySelector('aukio-budget-vote')!;
  ballot.source = city;
  await until(() => ballot.matches(':state(ready)') && ((ballot.data?.projects.length ?? 0) < 2 || ballot.renderRoot.querySelector('.compare') !== null) && (ballot.casting !== undefined || ballot.round.phase !== 'vote'), 'the ballot and what follows it');
  await ballot.updateComplete;
  return ballot;
}

/** The control of a project. */
export function control<E extends HTMLElement = HTMLInputElement>(ballot: AukioBudgetVote, project: string): E {
  const found = (ballot.renderRoot as ShadowRoot).getElementById(`project-${project}`);
  if (!found) throw new Error(`no control for ${project}`);
  return found as E;
}

/** Ticks projects, as a person does. */
export async function tick(ballot: AukioBudgetVote, ...projects: readonly string[]): Promise<void> {
  for (const project of projects) {
    control(ballot, project).click();
    await ballot.updateComplete;
  }
}

/** Presses a button by its words. */
export async function press(ballot: AukioBudgetVote, words: string): Promise<void> {
  const button = [...ballot.renderRoot.querySelectorAll('button')].find((one) => one.checkVisibility() && textOf(one) === words);
  if (!button) throw new Error(`no button says ${words}`);
  button.click();
  await ballot.updateComplete;
}

/** The texts of what a voter sees of these elements. */
export function seen(ballot: AukioBudgetVote, selector: string): string[] {
  return [...ballot.renderRoot.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility()).map(textOf);
}

function textOf(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}

/** What the bar says of the state of the vote, and of what is left. */
export function bar(ballot: AukioBudgetVote): { state: string; left: string } {
  return { state: seen(ballot, '.bar .vote-state').join(), left: seen(ballot, '.bar .meter-text p').join() };
}

export function focused(ballot: AukioBudgetVote): Element | null {
  return ballot.shadowRoot!.activeElement;
}

/** Waits for the heading of what the voter sees instead of the list. */
export async function stage(ballot: AukioBudgetVote, heading: string): Promise<void> {
  await until(() => seen(ballot, '.stage-heading')[0] === heading, heading);
  await ballot.updateComplete;
}

/** From the list to the receipt. */
export async function cast(ballot: AukioBudgetVote): Promise<void> {
  await press(ballot, 'Tarkista ja lähetä');
  await stage(ballot, 'Tarkista äänesi');
  ballot.renderRoot.querySelector<HTMLButtonElement>('button.send')!.click();
}

/** Nothing of one test stays on the device for the next. */
export async function forget(): Promise<void> {
  localStorage.clear();
  const outbox = openOutbox();
  for (const { key } of await outbox.letters()) await outbox.discard(key);
}
