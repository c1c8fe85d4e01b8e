import { ROWS, tableOf, until } from '../../widgets/pages.ts';
import type { City } from './city.ts';

/** One of the five widgets as a city has it on a page, and what a resident does with it. */
export interface Example {
  readonly tag: string;
  readonly markup: string;
  /** What its shadow root holds when all of it is there. */
  readonly whole: string;
  /** What a resident does. @returns what came of it, in few words */
  readonly use: (root: ShadowRoot, city: City) => Promise<unknown>;
  /** What has to come of it. */
  readonly outcome: unknown;
}

const RESULTS = '/fixtures/ballots/results-points/';

export const EXAMPLES: readonly Example[] = [
  {
    tag: 'aukio-goal-status',
    markup: `<div data-aukio="goal-status" data-heading="Tavoitteet">${tableOf(ROWS)}</div>`,
    whole: '.result',
    async use(root) {
      await until(() => all(root, '[part~=item]').length === ROWS.length, 'every goal');
      write(root, 'input[type=search]', 'kirjasto');
      await until(() => seen(root, '.row').length === 1, 'what was searched for');
      return [all(root, '[part~=title]'), seen(root, '.row [part~=title]')];
    },
    outcome: [ROWS.map(([title]) => title), [ROWS[1][0]]],
  },
  {
    tag: 'aukio-channel-directory',
    markup: '<div data-aukio="channel-directory" data-heading="Kanavat" data-src="/fixtures/channels/directory.json"><p>Vaihde 06 000 1200</p></div>',
    whole: '.state',
    async use(root) {
      const before = seen(root, '.card').length;
      root.querySelector<HTMLButtonElement>('.choices button')!.click();
      await until(() => root.querySelector('.card[hidden]') !== null, 'a filter');
      return [before, seen(root, '.card').length < before];
    },
    outcome: [18, true],
  },
  {
    tag: 'aukio-feedback-form',
    markup: '<div data-aukio="feedback-form" data-heading="Palaute" data-endpoint="api/" data-privacy-href="/tietosuoja/"><p>palaute@merilehto.example</p></div>',
    whole: '#message',
    async use(root, { log }) {
      press(root, 'label', 'Muu asia');
      await until(() => root.querySelector('#message') !== null, 'the field');
      write(root, '#message', 'Satamakadulla on "kuoppa".\n[1, 2]');
      press(root, 'button', 'Lähetä palaute');
      await until(() => seen(root, '.stage-heading').includes('Palautteesi on vastaanotettu'), 'the receipt');
      return (await log()).sent.map(({ kind, body }) => [kind, JSON.parse(body) as unknown]);
    },
    outcome: [['feedback', { topic: 'other', message: 'Satamakadulla on "kuoppa".\n[1, 2]', answerBy: 'none', mayPublish: false, language: 'fi' }]],
  },
  {
    tag: 'aukio-budget-vote',
    markup: '<div data-aukio="budget-vote" data-heading="Äänestä" data-endpoint="api/" data-privacy-href="/tietosuoja/" data-keep-order><p>Voit äänestää myös kirjastossa.</p></div>',
    whole: '.compare',
    async use(root, { log }) {
      const already = (await log()).sent.length;
      await until(() => seen(root, 'button').includes('Tarkista ja lähetä'), 'what sends the vote');
      write(root, '#project-sohvat', '5');
      write(root, '#project-kesatyo', '5');
      press(root, 'button', 'Tarkista ja lähetä');
      await until(() => seen(root, '.stage-heading').includes('Tarkista äänesi'), 'the check');
      root.querySelector<HTMLButtonElement>('button.send')!.click();
      await until(() => seen(root, '.stage-heading').includes('Äänesi on vastaanotettu'), 'the receipt');
      return (await log()).sent.slice(already).map(({ kind, body }) => [kind, (JSON.parse(body) as { choices: unknown }).choices]);
    },
    outcome: [['vote', [{ project: 'sohvat', points: 5 }, { project: 'kesatyo', points: 5 }]]],
  },
  {
    tag: 'aukio-budget-results',
    markup: `<div data-aukio="budget-results" data-heading="Tulos" data-src="${RESULTS}ballot.json" data-results-src="${RESULTS}ballot-results.json" data-receipts-src="${RESULTS}ballot-receipts.json"><p>Päätös on ilmoitustaululla.</p></div>`,
    whole: '[part~=verdict]',
    async use(root) {
      for (const id of ['steps', 'comparison']) root.querySelector<HTMLButtonElement>(`[aria-controls="${id}"]`)!.click();
      await until(() => root.querySelector('.ways') !== null, 'the comparison');
      write(root, '#receipt-code', '0147S-7TH6C');
      press(root, 'button', 'Tarkista koodi');
      await until(() => seen(root, '[part~=answer].good').length > 0, 'the code is found');
      return root.querySelectorAll('.winner').length;
    },
    outcome: 4,
  },
];

/** All five on one page, each under its own name. */
export const ALL = EXAMPLES.map(({ tag, markup }) => `<section id="${tag}">${markup}</section>`).join('');

/** The shadow roots of all five, when all of each is there. */
export async function allShown({ page }: City): Promise<ShadowRoot[]> {
  const roots = (): (ShadowRoot | null | undefined)[] => EXAMPLES.map(({ tag }) => page.querySelector(tag)?.shadowRoot);
  await until(() => roots().every((root, at) => root?.querySelector(EXAMPLES[at]!.whole)), 'all five widgets');
  return roots() as ShadowRoot[];
}

function all(root: ShadowRoot, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map(textOf);
}

function seen(root: ShadowRoot, selector: string): string[] {
  return [...root.querySelectorAll(selector)].filter((one) => one.checkVisibility()).map(textOf);
}

function textOf(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}

/** Writes into a field, as a person does. */
export function write(root: ShadowRoot, selector: string, text: string): void {
  const field = root.querySelector<HTMLInputElement>(selector)!;
  field.value = text;
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
}

/** Presses what says `words`. */
export function press(root: ShadowRoot, selector: string, words: string): void {
  const found = [...root.querySelectorAll<HTMLElement>(selector)].find((one) => one.checkVisibility() && textOf(one) === words);
  if (!found) throw new Error(`no ${selector} says ${words}: ${seen(root, selector).join(', ')}`);
  found.click();
}
