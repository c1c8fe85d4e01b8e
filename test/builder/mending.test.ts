import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AukioBuilder } from '../../builder/builder.ts';
import type { GoalReports } from '../../src/model/goals.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { tableOf, ROWS, until } from '../widgets/pages.ts';
import { builderIn, example, fill, find, goesTo, paste, problems, snippet, tick, told } from './page.ts';

const FOCUS = '<p>Strateginen painopiste: Hyvinvoiva kunta</p>';
const MERGED = '<table><tr><th>Tavoite</th><th>Mittari</th><th>Vastuutaho</th></tr><tr><td rowspan="2">Uimahalli auki</td><td>80 h</td><td>Liikunta</td></tr><tr><td>12 ryhmää</td><td>Liikunta</td></tr></table>';

const goals = (builder: AukioBuilder): GoalReports['goals'] => (builder.reading!.accepted!.data as GoalReports).goals;
/** Where the editor is, and what a screen reader calls it. */
const focused = (builder: AukioBuilder): HTMLElement | null => builder.shadowRoot!.activeElement as HTMLElement | null;
const nameOf = (element: Element | null): string | undefined => (element?.getAttribute('aria-label') ?? element?.textContent)?.replace(/\s+/g, ' ').trim();
const arrives = (builder: AukioBuilder, id: string): Promise<void> => until(() => focused(builder)?.id === id, `the focus in ${id}, and not in ${focused(builder)?.id ?? 'nothing'}`);

async function builderWith(markup: string, sentence: RegExp, lang = 'fi'): Promise<AukioBuilder> {
  const builder = await builderIn(lang);
  paste(builder, { markup });
  await told(builder, sentence);
  return builder;
}

describe('an editor with texts around her tables', () => {
  it('mends one, and the goals below it belong to what it says now', async () => {
    const builder = await builderWith(FOCUS + tableOf(ROWS), /Luettiin 3 kohtaa/);
    expect(nameOf(find(builder, '#text-0'))).to.equal('Teksti 1');
    expect(nameOf(builder.renderRoot.querySelector(`#${find(builder, '.mend-texts').getAttribute('aria-labelledby')}`))).to.equal('Teksti taulukon 1 yläpuolella');
    await fill(builder, 'text-0', 'Strateginen painopiste: Elävä kunta');
    await until(() => goals(builder).every(({ focus }) => focus === 'Elävä kunta'), 'the new focus');
    expect(await snippet(builder)).to.include('<p>Strateginen painopiste: Elävä kunta</p>').and.not.to.include('Hyvinvoiva');
  });

  it('adds one with the keyboard, in the field where she is taken, and its second line is another', async () => {
    const builder = await builderWith(tableOf(ROWS), /Luettiin 3 kohtaa/);
    find(builder, '#add-text-0').focus();
    await sendKeys({ press: 'Enter' });
    await arrives(builder, 'text-0');
    // Nothing is said of a text that says nothing yet.
    expect(await snippet(builder)).not.to.include('<p></p>');
    await sendKeys({ type: 'Painopiste: Meri' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'Linjaus: Vesi' });
    await sendKeys({ press: 'Tab' });
    await until(() => goals(builder).every(({ focus, line }) => focus === 'Meri' && line === 'Vesi'), 'focus and line');
    expect(await snippet(builder)).to.include('<p>Painopiste: Meri</p>\n<p>Linjaus: Vesi</p>\n<table>');
  });

  it('adds one between two tables and after the last', async () => {
    const builder = await builderWith(tableOf(ROWS) + tableOf([['Kirjasto auki', '', '', '', 'Toteutuu']]), /Luettiin 4 kohtaa/);
    expect([...builder.renderRoot.querySelectorAll('.group-name')].map((name) => name.textContent)).to.deep.equal(['Teksti taulukon 1 yläpuolella', 'Teksti taulukon 2 yläpuolella', 'Teksti viimeisen taulukon jälkeen']);
    find(builder, '#add-text-1').click();
    await arrives(builder, 'text-1');
    await fill(builder, 'text-1', 'Strateginen painopiste: Lukeva kunta');
    await until(() => goals(builder).at(-1)!.focus === 'Lukeva kunta', 'the focus of the second table');
    expect(goals(builder)[0]!.focus).to.equal(undefined);
    find(builder, '#add-text-3').click();
    await arrives(builder, 'text-3');
    await fill(builder, 'text-3', 'Lähde: valtuusto');
    expect(await snippet(builder)).to.match(/<\/table>\n<p>Lähde: valtuusto<\/p>\n<\/div>/);
  });

  it('takes one out, is told so in its place, and has it back as it was', async () => {
    const builder = await builderWith(FOCUS + tableOf(ROWS), /Luettiin 3 kohtaa/);
    const before = await snippet(builder);
    find(builder, '#remove-text-0').focus();
    await sendKeys({ press: 'Enter' });
    await arrives(builder, 'undo');
    expect(nameOf(focused(builder))).to.equal('Kumoa: Teksti poistettiin.');
    await until(() => goals(builder).every(({ focus }) => focus === undefined), 'no focus');
    expect(await snippet(builder)).not.to.include('painopiste');
    await sendKeys({ press: 'Enter' });
    await arrives(builder, 'text-0');
    await until(() => goals(builder)[0]!.focus === 'Hyvinvoiva kunta', 'the focus is back');
    expect(await snippet(builder)).to.equal(before);
    expect(builder.renderRoot.querySelector('#undo')).to.equal(null);
  });

  it('is not offered to undo what lies before her last change', async () => {
    const builder = await builderWith(FOCUS + tableOf(ROWS), /Luettiin 3 kohtaa/);
    find(builder, '#remove-text-0').click();
    await arrives(builder, 'undo');
    await fill(builder, 'cell-0-1-0', 'Uimahalli');
    expect(builder.renderRoot.querySelector('#undo')).to.equal(null);
  });

  it('finds many of them folded, and a heading or an item of a list named as such', async () => {
    const builder = await builderWith(`<h2>Raportti</h2>${'<p>Johdanto.</p>'.repeat(8)}<ul><li>Kohta</li></ul>${tableOf(ROWS)}`, /Luettiin 3 kohtaa/);
    const details = find<HTMLDetailsElement>(builder, '.mend-texts details');
    expect(details.open).to.equal(false);
    expect([nameOf(find(builder, '#text-0')), nameOf(find(builder, '#text-9'))]).to.deep.equal(['Otsikko 1', 'Luettelon kohta 10']);
    find(builder, '#add-text-10').click();
    await arrives(builder, 'text-10');
    expect(details.open).to.equal(true);
  });

  it('mends the words and the address of a link, and the link stays one', async () => {
    const builder = await builderIn('fi');
    await fill(builder, 'widget', 'channel-directory');
    paste(builder, { markup: '<ul><li><a href="tel:+35860001200">Vaihde 06 000 1200</a></li></ul>' });
    await told(builder, /Luettiin 1 kohta/);
    await fill(builder, 'text-0', 'Vaihde 06 000 1300');
    await until(() => builder.renderRoot.querySelector('label[for=link-0-0]')?.textContent === 'Linkin ”Vaihde 06 000 1300” osoite', 'the address is asked for');
    await fill(builder, 'link-0-0', 'tel:+35860001300');
    expect(await snippet(builder)).to.include('<li><a href="tel:+35860001300">Vaihde 06 000 1300</a></li>');
  });
});

describe('an editor who has mended her table', () => {
  const mendedTable = async (): Promise<AukioBuilder> => {
    const builder = await builderWith(FOCUS + tableOf(ROWS), /Luettiin 3 kohtaa/);
    await fill(builder, 'text-0', 'Strateginen painopiste: Elävä kunta');
    await fill(builder, 'option-period', 'tammi–kesäkuu 2026');
    return builder;
  };
  const hasAll = (builder: AukioBuilder): Promise<void> => until(() => find<HTMLTextAreaElement>(builder, '#text-0').value.endsWith('Elävä kunta') && find<HTMLInputElement>(builder, '#option-period').value === 'tammi–kesäkuu 2026' && builder.renderRoot.querySelector('#snippet-text') !== null, 'all is there');

  it('finds it again after she has looked at other widgets, also with data of their own', async () => {
    const builder = await mendedTable();
    const before = await snippet(builder);
    await fill(builder, 'widget', 'budget-results');
    expect(builder.renderRoot.querySelector('.mend-table')).to.equal(null);
    await builder.bringSample();
    await fill(builder, 'widget', 'feedback-form');
    await fill(builder, 'language', 'sv');
    await fill(builder, 'language', 'fi');
    await fill(builder, 'widget', 'goal-status');
    await hasAll(builder);
    await told(builder, /Luettiin 3 kohtaa/);
    expect(await snippet(builder)).to.equal(before);
  });

  it('keeps it where a file that she tries cannot be read, and is told why', async () => {
    const builder = await mendedTable();
    const before = await snippet(builder);
    await builder.bringAddress('/nowhere/at-all.csv');
    await until(() => builder.renderRoot.querySelector('#refused')?.textContent.includes('Aiemmin tuomasi on yhä tallella') === true, 'it is said');
    expect(await snippet(builder)).to.equal(before);
    await told(builder, /Luettiin 3 kohtaa/);
  });

  it('sees in each field what stands in the table, each line once', async () => {
    const builder = await mendedTable();
    await fill(builder, 'text-0', 'Strateginen painopiste: Elävä kunta\nTavoitelinjaus: Vesi');
    expect(['#text-0', '#text-1'].map((id) => find<HTMLTextAreaElement>(builder, id).value)).to.deep.equal(['Strateginen painopiste: Elävä kunta', 'Tavoitelinjaus: Vesi']);
  });

  it('is offered to undo nothing of another table than the one that is there', async () => {
    const builder = await mendedTable();
    const old = (await snippet(builder))!;
    find(builder, '#remove-0-1').click();
    await arrives(builder, 'undo');
    paste(builder, { text: old });
    await until(() => builder.renderRoot.querySelector('#bring-back') !== null, 'the old snippet is open');
    expect(builder.renderRoot.querySelector('#undo')).to.equal(null);
  });

  it('has it back after something else has taken its place', async () => {
    const builder = await mendedTable();
    const before = await snippet(builder);
    paste(builder, { text: 'Kauppalista' });
    await until(() => builder.renderRoot.querySelector('#bring-back') !== null, 'it is offered');
    find(builder, '#bring-back').click();
    await hasAll(builder);
    expect(await snippet(builder)).to.equal(before);
    expect(builder.renderRoot.querySelector('#bring-back')).to.equal(null);
  });
});

describe('an editor with rows to add or to take out', () => {
  it('adds one below another with the keyboard, and it is a goal when it has a name', async () => {
    const builder = await builderWith(tableOf(ROWS), /Luettiin 3 kohtaa/);
    const button = find(builder, '#below-0-2');
    expect(nameOf(button)).to.equal('Lisää rivi alle: rivi 3');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await arrives(builder, 'cell-0-3-0');
    expect(nameOf(focused(builder))).to.equal('Rivi 4, sarake ”Toiminnallinen tavoite”');
    await told(builder, /Luettiin 3 kohtaa/);
    expect(problems(builder).filter((text) => text.includes('rivi'))).to.deep.equal([]);
    await sendKeys({ type: 'Metsä' });
    await sendKeys({ press: 'Tab' });
    await told(builder, /Luettiin 4 kohtaa/);
    expect(goals(builder).map(({ title }) => title)).to.deep.equal([ROWS[0][0], ROWS[1][0], 'Metsä', ROWS[2][0]]);
    await fill(builder, 'cell-0-3-4', 'Joo');
    await until(() => problems(builder).some((text) => text.startsWith('Taulukko 1, rivi 4, sarake ”Toteutumaennuste”')), 'the fault names the row as it is now');
  });

  it('adds the first row of a table that has only its headers left', async () => {
    const builder = await builderWith(tableOf([['Uimahalli', '80 h', 'Liikunta', '76 h', 'Toteutuu']]), /Luettiin 1 kohta/);
    find(builder, '#remove-0-1').click();
    await arrives(builder, 'undo');
    await told(builder, /Luettiin 0 kohtaa/);
    find(builder, '#below-0-0').click();
    await arrives(builder, 'cell-0-1-0');
    await fill(builder, 'cell-0-1-0', 'Kirjasto');
    await told(builder, /Luettiin 1 kohta/);
  });

  it('adds one in the middle of a merged cell, which reaches over it', async () => {
    const builder = await builderWith(MERGED, /Luettiin 1 kohta/);
    find(builder, '#below-0-1').click();
    await arrives(builder, 'cell-0-2-1');
    await fill(builder, 'cell-0-2-1', '3 uutta ryhmää');
    await goesTo(builder, 'hand');
    await until(() => goals(builder)[0]!.measures.length === 3, 'three measures');
    expect(await snippet(builder)).to.include('<td rowspan="3">Uimahalli auki</td>').and.to.include('<tr><td>3 uutta ryhmää</td><td></td></tr>');
  });

  it('takes one out, is told so in its place, and has it back as it was', async () => {
    const builder = await builderWith(MERGED, /Luettiin 1 kohta/);
    await goesTo(builder, 'hand');
    const before = await snippet(builder);
    find(builder, '#remove-0-1').click();
    await arrives(builder, 'undo');
    expect(nameOf(focused(builder))).to.equal('Kumoa: Rivi 2 poistettiin.');
    await until(() => goals(builder)[0]!.measures.length === 1, 'one measure');
    find(builder, '#undo').click();
    await arrives(builder, 'cell-0-1-0');
    expect(await snippet(builder)).to.equal(before);
  });
});

describe('an editor whose table names no columns', () => {
  it('is told so, and says that its first row does', async () => {
    const builder = await builderWith(tableOf(ROWS), /Luettiin 3 kohtaa/);
    const codes = (): readonly string[] => builder.checks.map(({ code }) => code);
    expect(codes()).not.to.include('header-row');
    await tick(builder, 'headers-0');
    expect(find(builder, '#checks').textContent).to.include('Taulukossa 1 ei ole riviä, jolla ovat sarakkeiden nimet');
    expect(await snippet(builder)).to.include('<td>Toiminnallinen tavoite</td>');
    await tick(builder, 'headers-0');
    expect(codes()).not.to.include('header-row');
    expect(await snippet(builder)).to.include('<th scope="col">Toiminnallinen tavoite</th>');
  });

  it('adds a row at the top for them', async () => {
    const builder = await builderWith('<table><tr><td>Uimahalli auki</td><td>Toteutuu</td></tr></table>', /ei voitu lukea/);
    // A first row is taken for names; this one is not.
    await tick(builder, 'headers-0');
    find(builder, '#below-0--1').click();
    await arrives(builder, 'cell-0-0-0');
    await fill(builder, 'cell-0-0-0', 'Tavoite');
    await fill(builder, 'cell-0-0-1', 'Ennuste');
    await tick(builder, 'headers-0');
    await told(builder, /Luettiin 1 kohta/);
    expect(await snippet(builder)).to.include('<th scope="col">Ennuste</th>').and.to.include('<td>Uimahalli auki</td>');
  });
});

describe('what an editor mends with', () => {
  for (const lang of LANGUAGES) {
    it(`is accessible in ${lang}, with a text added and a row taken out`, async () => {
      const builder = await builderIn(lang);
      paste(builder, { markup: await example('goals/word-table.html') });
      await until(() => builder.reading?.accepted !== undefined, 'it is read');
      find(builder, '.mend-texts button[id^=add-text]').click();
      await until(() => focused(builder)?.matches('.mend-text textarea') === true, 'the new text');
      find(builder, '#remove-0-1').click();
      await arrives(builder, 'undo');
      await expect(builder).to.be.accessible();
    });
  }
});

describe('an editor whose rows have headers', () => {
  const GOALS = '<table><caption>Tavoitteet 2026</caption><tr><th>Tavoite</th><th>Ennuste</th></tr><tr><th scope="row">Uimahalli auki</th><td>Toteutuu</td></tr><tr><th scope="row">Kirjasto auki</th><td>Vaarassa</td></tr></table>';

  it('has them as headers of their rows in the snippet', async () => {
    const builder = await builderWith(GOALS, /Luettiin 2 kohtaa/);
    expect(await snippet(builder)).to.include('<tr><th scope="col">Tavoite</th><th scope="col">Ennuste</th></tr>').and.to.include('<tr><th scope="row">Uimahalli auki</th><td>Toteutuu</td></tr>');
  });

  it('can take such a row out, and says whether the first row names the columns', async () => {
    const builder = await builderWith(GOALS, /Luettiin 2 kohtaa/);
    expect(find<HTMLInputElement>(builder, '#headers-0').checked).to.be.true;
    expect(find(builder, '#cell-0-1-0').getAttribute('aria-label')).to.equal('Rivi 2, sarake ”Tavoite”');
    expect(find(builder, '#cell-0-1-0').closest('th')!.scope).to.equal('row');
    find(builder, '#remove-0-1').click();
    await told(builder, /Luettiin 1 kohta\./);
    expect(await snippet(builder)).to.include('Kirjasto auki').and.not.to.include('Uimahalli');
  });
});
