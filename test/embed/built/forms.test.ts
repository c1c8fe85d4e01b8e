import { expect } from '@open-wc/testing';
import { ROWS, tableOf, until } from '../../widgets/pages.ts';
import { documentOf, framed, leave, opened, shown, site } from './city.ts';

const TABLE = tableOf(ROWS);
const SETTINGS = 'heading=Tavoitteet%3A%202026&heading-level=3&group-by=none&debug=false';
const attributes = (prefix: string): string => SETTINGS.split('&').map((setting) => setting.split('=')).map(([name, value]) => `${prefix}${name}="${decodeURIComponent(value!)}"`).join(' ');

const FILE = { html: `<!doctype html><html lang="fi"><head><title>Raportti</title></head><body>${TABLE}</body></html>` };

/** The same report in every form of the README, by its letter. The file of C and E is a page with the table. */
const FORMS: Readonly<Record<string, string>> = {
  'A, the element': `<aukio-goal-status ${attributes('')}>${TABLE}</aukio-goal-status>`,
  'A, each setting as data-…': `<aukio-goal-status ${attributes('data-')}>${TABLE}</aukio-goal-status>`,
  'B, data-aukio around the table': `<div data-aukio="goal-status" ${attributes('data-')}>${TABLE}</div>`,
  'B, data-aukio on the table': TABLE.replace('<table', `<table data-aukio="goal-status" ${attributes('data-')}`),
  'B, the class around the table': `<div class="wp-block-group aukio-goal-status" ${attributes('data-')}>${TABLE}</div>`,
  'B, the class on the table': TABLE.replace('<table', `<table class="aukio-goal-status" ${attributes('data-')}`),
  'C, a link to the file': `<p><a href="report.html#aukio=goal-status&type=html&${SETTINGS}">Tavoitteet 2026</a></p>`,
  'D, a link before the table': `<p><a href="#aukio=goal-status&from=next&${SETTINGS}">Tavoitteet 2026</a></p>${TABLE}`,
};

/** What a resident hears and sees of a report: every element with its role, name and own words, in order. */
function outline(root: ShadowRoot): string[] {
  return [...root.querySelectorAll('.base *')].filter((element) => !element.closest('.original,.notes')).map((element) => {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent?.trim()).join(' ');
    return [element.localName, ...['role', 'aria-label', 'scope', 'lang'].map((name) => element.getAttribute(name) ?? ''), own].join('|');
  });
}

describe('the report is the same widget as form', () => {
  let wanted: readonly string[];

  /** What the report is on a page, when all of it is there. */
  const whole = async ({ contentDocument }: HTMLIFrameElement): Promise<string[]> => {
    const root = await shown(contentDocument!, 'aukio-goal-status', '.result');
    await until(() => root.querySelectorAll('[part~=item]').length === ROWS.length, 'every goal');
    return outline(root);
  };
  /** Opens a page of a city in which the report's file lies beside it. */
  const reportOf = async (body: string): Promise<string[]> => whole(await framed(await site({ '': { html: documentOf({ body }) }, 'report.html': FILE })));

  before(async () => {
    wanted = await reportOf(FORMS['A, the element']!);
    await leave();
    expect(wanted.length).to.be.greaterThan(50);
    expect(wanted[0]).to.equal('h3|||||Tavoitteet: 2026');
  });
  afterEach(leave);

  for (const [form, body] of Object.entries(FORMS).slice(1)) {
    it(form, async () => expect(await reportOf(body)).to.deep.equal(wanted));
  }

  it('E, a frame', async () => {
    const address = await site({ 'report.html': FILE });
    expect(await whole(await framed(`/aukio/goal-status.html?src=${address}report.html&type=html&lang=fi&${SETTINGS}`))).to.deep.equal(wanted);
  });

  it('and where scripts are off, each form leaves its table or its link', async () => {
    const { page } = await opened({ body: Object.values(FORMS).map((body) => `<section>${body}</section>`).join(''), frame: { sandbox: 'allow-same-origin' } });
    const left = [...page.querySelectorAll('section')].map((section) => [section.querySelectorAll('td').length, section.querySelector('a')?.pathname.endsWith('/report.html') === true]);
    expect(left).to.deep.equal(Object.keys(FORMS).map((form) => (form.startsWith('C') ? [0, true] : [15, false])));
    for (const cell of page.querySelectorAll<HTMLElement>('td, a')) expect(cell.checkVisibility()).to.equal(true);
  });
});
