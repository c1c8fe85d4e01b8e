import { expect, fixture } from '@open-wc/testing';
import { begin } from '../../src/widgets/goal-status/beginning.ts';
import { PATIENCE } from '../../src/widgets/goal-status/patience.ts';
import { AukioGoalStatus } from '../../src/widgets/goal-status/goal-status.ts';
import { ROWS as PASTED, settled, shown, tableOf, texts, until } from './pages.ts';

/** Without a word in the column of outcomes that may be a judgement. */
const ROWS = PASTED.map((row) => row.map((cell) => (cell === 'Toteutunut' ? 'Äänestäjiä oli 214' : cell)));

const TITLES = ROWS.map(([title]) => title!);
const GROUPED = `<p>Strateginen painopiste: Hyvinvoiva kunta</p><p>Tavoitelinjaus: Palvelut ovat lähellä ihmistä kaikissa kaupunginosissa. Niitä kehitetään yhdessä asukkaiden kanssa vuosittain.</p>${tableOf(ROWS)}`;

let made = 0;

/** A widget whose class is not on the page yet. */
async function unborn(content: string, attributes = ''): Promise<HTMLElement> {
  const home = await fixture<HTMLElement>(`<div lang="fi"></div>`);
  const tag = `aukio-unborn-${++made}`;
  home.innerHTML = `<${tag} ${attributes}>${content}</${tag}>`;
  return home.firstElementChild as HTMLElement;
}

/** The class comes. */
async function born(element: HTMLElement): Promise<AukioGoalStatus> {
  const ready = settled(element);
  customElements.define(element.localName, class extends AukioGoalStatus {});
  await ready;
  await shown(element as AukioGoalStatus);
  return element as AukioGoalStatus;
}

const items = (element: HTMLElement): HTMLElement[] => [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[part~="item"]') ?? [])];

async function begun(content: string, attributes = ''): Promise<{ element: HTMLElement; undo: () => void }> {
  const element = await unborn(content, attributes);
  const undo = begin(element);
  await until(() => items(element).length === ROWS.length, 'the first goals');
  return { element, undo };
}

/** Long enough for what would come if anything did. */
const pause = (milliseconds: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the beginning of a pasted report, before the widget itself is there', () => {
  it('is its goals, with headings, words and shapes', async () => {
    const { element } = await begun(GROUPED, 'heading="Tavoitteet" data-heading-level="3"');
    const seen = (selector: string) => [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)].map((one) => one.textContent.trim());
    expect(seen('[part~="title"]')).to.deep.equal(TITLES);
    expect(seen('h3')).to.deep.equal(['Tavoitteet']);
    expect(seen('h4')).to.deep.equal(['Hyvinvoiva kunta']);
    expect(seen('h5')).to.deep.equal(['Palvelut ovat lähellä ihmistä kaikissa kaupunginosissa.']);
    expect(seen('[part~="forecast"]')).to.deep.equal(['Toteutuu osittain', 'Toteutuu', 'Vaarassa']);
    expect(element.shadowRoot!.querySelector('.base')!.getAttribute('lang')).to.equal('fi');
    await expect(element).to.be.accessible();
  });

  it('stays as it is when the widget comes: the same rows, with the focus in them', async () => {
    const { element } = await begun(GROUPED, 'heading="Tavoitteet"');
    const rows = items(element);
    const before = rows.map((row) => row.outerHTML);
    rows[1]!.querySelector<HTMLElement>('a')!.focus();
    const widget = await born(element);
    expect(items(widget)).to.deep.equal(rows);
    expect(rows.map((row) => row.outerHTML)).to.deep.equal(before);
    expect(widget.shadowRoot!.activeElement).to.equal(rows[1]!.querySelector('a'));
    expect(widget.shadowRoot!.querySelectorAll('.base, [part~="heading"]')).to.have.length(2);
    expect(texts(widget, 'input[type="search"]')).to.have.length(1);
  });

  it('is completed by what is not plain', async () => {
    const { element } = await begun(tableOf(ROWS) + tableOf([['<a href="/satama/">Satama laajenee</a>', 'Paikkoja on 40', 'Satamapalvelut', 'Paikkoja on 32', 'Toteutuu']]));
    const rows = items(element);
    const widget = await born(element);
    await until(() => items(widget).length === ROWS.length + 1, 'all goals');
    expect(items(widget).slice(0, ROWS.length)).to.deep.equal(rows);
    expect(widget.data!.goals).to.have.length(ROWS.length + 1);
  });

  it('follows the links to its goals once the widget is there', async () => {
    const { element } = await begun(tableOf(ROWS));
    const widget = await born(element);
    const row = items(widget)[2]!;
    row.querySelector<HTMLElement>('a.link')!.click();
    await until(() => widget.shadowRoot!.activeElement === row, 'the focus is on the goal');
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('is filtered and regrouped like any other list', async () => {
    const { element } = await begun(tableOf(ROWS));
    const widget = await born(element);
    const search = widget.shadowRoot!.querySelector<HTMLInputElement>('input[type="search"]')!;
    search.value = 'kirjastoauto';
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await until(() => items(widget).filter((row) => row.checkVisibility()).length === 1, 'one goal is left');
    widget.groupBy = 'responsible';
    await until(() => texts(widget, '[part~="line-heading"]').join() === 'Kirjastopalvelut', 'grouped by who is responsible');
  });

  it('is in the language of the page, with its own words for what it shows', async () => {
    const element = await unborn('<table><tr><th>Mål</th><th>Mätare</th><th>Prognos</th></tr><tr><td>Hamnen byggs ut</td><td>Antal platser</td><td>Uppnås</td></tr></table>', 'data-lang="sv" data-text-goal="Stadens mål"');
    begin(element);
    await until(() => items(element).length === 1, 'the first goal');
    const heads = [...element.shadowRoot!.querySelectorAll('[role="columnheader"]')].map((head) => head.textContent);
    expect(heads).to.deep.equal(['Stadens mål', 'Mätare', 'Prognos']);
  });

  it('gives way to the page\'s own content where the widget does not come', async () => {
    const { element, undo } = await begun(tableOf(ROWS));
    expect(element.querySelector('table')!.checkVisibility()).to.equal(false);
    undo();
    expect(items(element)).to.deep.equal([]);
    expect(element.querySelector('table')!.checkVisibility()).to.equal(true);
    undo();
  });

  it('does not come any more where that is known before', async () => {
    const element = await unborn(tableOf(ROWS));
    begin(element)();
    await pause(PATIENCE + 100);
    expect(element.shadowRoot).to.equal(null);
  });

  it('is there at once where there are many goals', async () => {
    const element = await unborn(tableOf(Array.from({ length: 400 }, (_, n) => [`Tavoite ${n}`, 'Mittari', 'Palvelut', `Toteuma ${n}`, 'Toteutuu'])));
    const { setTimeout: sleep } = window;
    window.setTimeout = ((work: () => void, milliseconds?: number) => (milliseconds === PATIENCE ? 0 : sleep(work, milliseconds))) as typeof setTimeout;
    try {
      begin(element);
      await until(() => items(element).length > 0, 'the first goals, though patience never ends');
    } finally {
      window.setTimeout = sleep;
    }
  });

  it('goes with the whole of it where nothing can be read after all', async () => {
    const { element } = await begun(tableOf(ROWS));
    element.innerHTML = '<p>Raportti julkaistaan syksyllä.</p>';
    const failed = settled(element);
    customElements.define(element.localName, class extends AukioGoalStatus {});
    expect((await failed).type).to.equal('aukio-error');
    await (element as AukioGoalStatus).updateComplete;
    expect(items(element)).to.deep.equal([]);
    expect(element.querySelector('p')!.checkVisibility()).to.equal(true);
  });

  for (const [why, attributes, content] of [
    ['a file is named', 'src="/files/report.docx"', tableOf(ROWS)],
    ['the editor explains the headers', 'data-columns="Lupaus=goal"', tableOf(ROWS)],
    ['another period is asked for', 'period="2025"', tableOf(ROWS)],
    ['the goals are to be grouped otherwise', 'group-by="forecast"', tableOf(ROWS)],
    ['there is no table', '', '<ul><li>Uimahalli</li></ul>'],
    ['the table has no goals', '', '<table><tr><th>Katu</th><th>Numero</th></tr><tr><td>Satamakatu</td><td>1</td></tr></table>'],
  ] as const) {
    it(`waits for the widget where ${why}`, async () => {
      const element = await unborn(content, attributes);
      begin(element);
      await pause(PATIENCE + 100);
      expect(element.shadowRoot).to.equal(null);
      expect(element.firstElementChild!.checkVisibility()).to.equal(true);
    });
  }

  it('leaves a widget alone that is there already', async () => {
    const element = await unborn(tableOf(ROWS));
    const widget = await born(element);
    const rows = items(widget);
    begin(widget);
    await pause(PATIENCE + 100);
    expect(items(widget)).to.deep.equal(rows);
  });
});
