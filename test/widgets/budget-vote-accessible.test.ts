import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { SourceError } from '../../src/sources/errors.ts';
import type { AukioBudgetVote } from '../../src/widgets/budget-vote/budget-vote.ts';
import { ballotOf, BALLOTS, cast, City, control, focused, forget, press, seen, SMALL, stage, tick, until, type Document } from './budget-votes.ts';

afterEach(forget);

const failing = (kind: SourceError['kind']) => (): never => {
  throw new SourceError(kind);
};
const ATTRIBUTES = 'heading="Äänestä" help="Soita 06 000 1200" keep-order';

async function drafted(city: City, ...projects: readonly string[]): Promise<AukioBudgetVote> {
  const ballot = await ballotOf(city, ATTRIBUTES);
  await tick(ballot, ...projects);
  return ballot;
}

async function reviewed(city: City, ...projects: readonly string[]): Promise<AukioBudgetVote> {
  const ballot = await drafted(city, ...projects);
  await press(ballot, 'Tarkista ja lähetä');
  await stage(ballot, 'Tarkista äänesi');
  return ballot;
}

async function sent(city: City, heading: string): Promise<AukioBudgetVote> {
  const ballot = await drafted(city, 'benches');
  await cast(ballot);
  await stage(ballot, heading);
  return ballot;
}

/** Every state that a voter may see, and how it is reached. */
const STATES: Readonly<Record<string, () => Promise<AukioBudgetVote>>> = {
  'a single choice with a picture': () => ballotOf(new City(BALLOTS.single), ATTRIBUTES),
  'a knapsack with search and filters': async () => {
    const ballot = await ballotOf(new City(BALLOTS.knapsack), ATTRIBUTES);
    await press(ballot, 'Keskusta 11');
    return ballot;
  },
  'points': () => ballotOf(new City(BALLOTS.points), ATTRIBUTES),
  'ranking': () => ballotOf(new City(BALLOTS.ranking), ATTRIBUTES),
  'a draft over the budget': () => drafted(new City(), 'benches', 'trees', 'swing'),
  'the comparison': async () => {
    const ballot = await ballotOf(new City(), ATTRIBUTES);
    await press(ballot, 'Vertaa: Penkit');
    await press(ballot, 'Vertaa: Keinu');
    await press(ballot, 'Vertaa 2 kohdetta');
    await until(() => seen(ballot, 'table').length === 1, 'the table');
    return ballot;
  },
  'one project at a time': async () => {
    const ballot = await ballotOf(new City(), ATTRIBUTES);
    await press(ballot, 'Yksi kohde kerrallaan');
    await stage(ballot, 'Kohde 1, kaikkiaan 3');
    return ballot;
  },
  'the check': () => reviewed(new City({ ...SMALL, identification: ['code'] }), 'benches'),
  'the check with something in the way': () => reviewed(new City(), 'benches', 'trees', 'swing'),
  'the check of a ranking': async () => {
    const ballot = await ballotOf(new City(BALLOTS.ranking), ATTRIBUTES);
    for (const { id } of BALLOTS.ranking.projects.slice(0, 3)) ballot.choose(id, true);
    await press(ballot, 'Tarkista ja lähetä');
    await stage(ballot, 'Tarkista äänesi');
    return ballot;
  },
  'while it is sent': () => sent(new City(SMALL, () => new Promise(() => {})), 'Ääntäsi lähetetään…'),
  'the receipt': () => sent(new City(), 'Äänesi on vastaanotettu'),
  'a vote that was received': async () => {
    const ballot = await sent(new City(), 'Äänesi on vastaanotettu');
    await press(ballot, 'Muuta ääntäni');
    await tick(ballot, 'trees');
    return ballot;
  },
  'what waits on the device': () => sent(new City(SMALL, failing('offline')), 'Äänesi odottaa tällä laitteella'),
  'what was not accepted': () => sent(new City(SMALL, failing('invalid-data')), 'Ääntäsi ei ole lähetetty'),
  'voting that closed meanwhile': () => sent(new City(SMALL, failing('closed')), 'Äänestys on päättynyt'),
  'before voting opens': () => ballotOf(new City({ ...SMALL, serverTime: '2026-05-01T12:00:00+03:00' }), ATTRIBUTES),
};

describe('every state of <aukio-budget-vote>', () => {
  afterEach(() => document.documentElement.style.removeProperty('color-scheme'));
  for (const [name, reach] of Object.entries(STATES)) {
    it(`is accessible, light and dark: ${name}`, async () => {
      const ballot = await reach();
      await expect(ballot).to.be.accessible();
      document.documentElement.style.setProperty('color-scheme', 'dark');
      ballot.style.setProperty('background', '#10131a');
      await expect(ballot).to.be.accessible();
    });

    it(`fits 320 pixels: ${name}`, async () => {
      const ballot = await reach();
      ballot.parentElement!.style.setProperty('width', '20em');
      await ballot.updateComplete;
      const room = ballot.getBoundingClientRect().right + 1;
      const over = [...ballot.renderRoot.querySelectorAll<HTMLElement>('.base *')].filter((one) => !one.closest('.scroll') && one.checkVisibility() && one.getBoundingClientRect().right > room);
      expect(over.map((one) => one.outerHTML.slice(0, 80))).to.deep.equal([]);
    });
  }
});

describe('the keyboard', () => {
  /** Tabs until an element that matches has the focus. */
  async function tabTo(ballot: AukioBudgetVote, selector: string): Promise<void> {
    for (let turn = 0; turn < 60 && !focused(ballot)?.matches(selector); turn++) await sendKeys({ press: 'Tab' });
    expect(focused(ballot)?.matches(selector), selector).to.equal(true);
  }

  it('is enough for a whole vote', async () => {
    const city = new City();
    const ballot = await ballotOf(city);
    control(ballot, 'benches').focus();
    await sendKeys({ press: ' ' });
    await tabTo(ballot, '#project-swing');
    await sendKeys({ press: ' ' });
    await tabTo(ballot, '.bar button');
    await sendKeys({ press: 'Enter' });
    await stage(ballot, 'Tarkista äänesi');
    expect(focused(ballot)!.textContent).to.equal('Tarkista äänesi');
    await tabTo(ballot, 'button.send');
    await sendKeys({ press: 'Enter' });
    await stage(ballot, 'Äänesi on vastaanotettu');
    expect(focused(ballot)!.textContent.trim()).to.equal('Äänesi on vastaanotettu');
    expect(city.sent[0]!.choices).to.deep.equal([{ project: 'benches' }, { project: 'swing' }]);
  });

  it('Enter in the search field stays on the page and sends nothing', async () => {
    const city = new City(BALLOTS.knapsack);
    const ballot = await ballotOf(city);
    (ballot.renderRoot as ShadowRoot).getElementById('search')!.focus();
    await sendKeys({ press: 'Enter' });
    expect(seen(ballot, '.bar')).to.have.length(1);
  });
});

describe('a screen reader', () => {
  it('meets the rules, then the projects each with its own control, then the state of the vote and the way on', async () => {
    const ballot = await ballotOf(new City());
    const order = [...ballot.renderRoot.querySelectorAll('h2, h3, dt, input[type="checkbox"]:not(#shared-computer), .vote-state, .meter-text p, .bar button')]
      .filter((one) => !one.closest('.meta'))
      .map((one) => (one instanceof HTMLInputElement ? one.labels![0]!.textContent : one.textContent).replace(/\s+/g, ' ').trim());
    expect(order).to.deep.equal([
      'Ennen kuin valitset', 'Näin äänestät', 'Äänestys päättyy', 'Mistä äänestys päättää', 'Jaettava raha', 'Näin äänet lasketaan', 'Jos kohteet ovat tasoissa', 'Tunnistautuminen', 'Jos muutat mieltäsi',
      'Kohteet', 'Penkit', 'Valitse: Penkit', 'Puut', 'Valitse: Puut', 'Keinu', 'Valitse: Keinu',
      'Et ole vielä äänestänyt', '10 000 € jäljellä, kun käytettävissä on 10 000 €', 'Tarkista ja lähetä',
    ]);
  });

  it('hears the cost with each control', async () => {
    const ballot = await ballotOf(new City());
    const described = control(ballot, 'trees').getAttribute('aria-describedby')!;
    expect((ballot.renderRoot as ShadowRoot).getElementById(described)!.textContent.replace(/\s/g, ' ')).to.equal('3 000 €');
  });
});

/** A page of its own in a frame, so that it has a viewport of its own. */
async function framed(ballot: Document, { width, height, policy = '' }: { width: number; height: number; policy?: string }): Promise<{ frame: HTMLIFrameElement; widget: AukioBudgetVote }> {
  const at = (path: string): string => new URL(path, import.meta.url).pathname;
  const frame = await fixture<HTMLIFrameElement>(`<iframe width="${width}" height="${height}"></iframe>`);
  frame.srcdoc = `<!doctype html><html lang="fi"><head>${policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`}
    <script type="module" src="${at('../embed/violations.ts')}"></script><script type="module" src="${at('../../src/embed.ts')}"></script></head>
    <body><p>Sivu</p><div data-aukio="budget-vote" data-keep-order data-debug="false"></div><p>Loppu</p></body></html>`;
  await until(() => Boolean(frame.contentDocument?.querySelector('aukio-budget-vote')?.shadowRoot), 'the widget');
  const widget = frame.contentDocument!.querySelector('aukio-budget-vote')!;
  widget.source = new City(ballot);
  await until(() => widget.casting !== undefined && widget.renderRoot.querySelector('.compare') !== null, 'the ballot and what follows it');
  await widget.updateComplete;
  return { frame, widget };
}

describe('the bar', () => {
  for (const [width, height, position] of [[320, 256, 'static'], [320, 640, 'sticky'], [1280, 700, 'sticky']] as const) {
    it(`never covers what has the focus at ${width} × ${height}, where it is ${position}`, async () => {
      const { frame, widget } = await framed(BALLOTS.approval, { width, height });
      const bar = widget.renderRoot.querySelector('.bar')!;
      expect(frame.contentWindow!.getComputedStyle(bar).position).to.equal(position);
      const controls = [...widget.renderRoot.querySelectorAll<HTMLElement>('.list :is(input, button, summary, a)')];
      expect(controls.length).to.be.greaterThan(10);
      frame.focus();
      for (const one of [...controls, ...controls.toReversed()]) {
        one.focus();
        // WebKit scrolls a moment later, and by whole pixels.
        await until(() => {
          const { top, bottom } = one.getBoundingClientRect();
          const covered = position === 'sticky' && bottom > bar.getBoundingClientRect().top && top < bar.getBoundingClientRect().bottom;
          return top > -1 && bottom < height + 1 && !covered;
        }, `in view and not covered: ${one.outerHTML.slice(0, 90)}`);
      }
    });
  }

  it('is the only thing that sticks', async () => {
    const { frame, widget } = await framed(BALLOTS.approval, { width: 800, height: 700 });
    const sticking = [...widget.renderRoot.querySelectorAll('*')].filter((one) => ['sticky', 'fixed'].includes(frame.contentWindow!.getComputedStyle(one).position));
    expect(sticking.map(({ className }) => className)).to.deep.equal(['bar no-print']);
  });
});

describe('on a page with a strict Content-Security-Policy', () => {
  it('a whole vote works and nothing is refused', async () => {
    const policy = `default-src 'none'; script-src ${origin}; style-src ${origin}; connect-src ${origin}`;
    const { frame, widget } = await framed(SMALL, { width: 800, height: 900, policy });
    await press(widget, 'Vertaa: Penkit');
    await press(widget, 'Vertaa: Keinu');
    await press(widget, 'Vertaa 2 kohdetta');
    await until(() => seen(widget, 'table').length === 1, 'the table');
    await press(widget, 'Yksi kohde kerrallaan');
    await stage(widget, 'Kohde 1, kaikkiaan 3');
    await press(widget, 'Takaisin luetteloon');
    await tick(widget, 'benches');
    await cast(widget);
    await stage(widget, 'Äänesi on vastaanotettu');
    expect(frame.contentWindow!.violations).to.deep.equal([]);
  });
});
