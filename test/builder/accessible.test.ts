import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import manifest from '../../custom-elements.json';
import { optionsOf } from '../../builder/options.ts';
import { WIDGETS } from '../../builder/widgets.ts';
import { loadBuilderMessages } from '../../builder/words/languages.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { tableOf, ROWS, until } from '../widgets/pages.ts';
import { setPageWidth } from '../widgets/width.ts';
import { builderIn, example, fill, find, goesTo, paste, snippet, tick, told } from './page.ts';

const FAULTY = tableOf([...ROWS, ['Uimahalli auki', '80 h', 'Liikuntapalvelut', '76 h', 'Joo']], undefined, '');

describe('the builder', () => {
  for (const lang of LANGUAGES) {
    it(`is accessible in ${lang}, before anything is brought`, async () => {
      const builder = await builderIn(lang);
      await until(() => Boolean(builder.renderRoot.querySelector('aukio-goal-status')?.renderRoot.querySelector('.result')), 'the preview is there');
      await expect(builder).to.be.accessible();
    });

    it(`is accessible in ${lang}, with a table to mend and a snippet to take`, async () => {
      const builder = await builderIn(lang);
      paste(builder, { markup: FAULTY });
      await until(() => builder.problems.length > 0, 'the table is read');
      await builder.updateComplete;
      await expect(builder).to.be.accessible();
    });
  }

  it('is accessible in dark colours, with everything opened', async () => {
    const builder = await builderIn('fi');
    document.documentElement.style.setProperty('color-scheme', 'dark');
    document.body.style.setProperty('background', 'Canvas');
    try {
      paste(builder, { markup: FAULTY });
      await told(builder, /Luettiin 4 kohtaa/);
      await tick(builder, 'dark');
      for (const details of builder.renderRoot.querySelectorAll('details')) details.open = true;
      await builder.updateComplete;
      await expect(builder).to.be.accessible();
    } finally {
      document.documentElement.style.removeProperty('color-scheme');
      document.body.style.removeProperty('background');
    }
  });

  for (const widget of WIDGETS) {
    it(`is accessible with ${widget} in the preview`, async () => {
      const builder = await builderIn('fi');
      await fill(builder, 'widget', widget);
      const shown = builder.renderRoot.querySelector<HTMLElement>(`aukio-${widget}`)!;
      await until(() => (shown.shadowRoot?.textContent.length ?? 0) > 200, 'it shows its sample');
      await expect(builder).to.be.accessible();
    });
  }

  it('is accessible when nothing could be read, or the CMS lets nothing through', async () => {
    const builder = await builderIn('fi');
    paste(builder, { markup: '<table><tr><td>1</td></tr></table>' });
    await told(builder, /ei voitu lukea/);
    await expect(builder).to.be.accessible();
    paste(builder, { markup: FAULTY });
    await told(builder, /Luettiin 4 kohtaa/);
    await goesTo(builder, 'drupal-basic');
    expect(find(builder, '#no-form').textContent).to.include('ei päästä taulukkoa läpi');
    await expect(builder).to.be.accessible();
  });

  it('is used from table to snippet with the keyboard alone', async () => {
    const builder = await builderIn('fi');
    find(builder, '#paste').focus();
    // WebKit's driver drops a key that is pressed twice in a row, so nothing here has two of a letter.
    await sendKeys({ type: 'Tavoite;Tila' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'Uimala auki;Jo' });
    await sendKeys({ press: 'Tab' });
    expect(builder.shadowRoot!.activeElement?.id).to.equal('read-pasted');
    await sendKeys({ press: 'Enter' });
    await told(builder, /Luettiin 1 kohta/);
    find(builder, '.problems button').focus();
    await sendKeys({ press: ' ' });
    await until(() => builder.shadowRoot!.activeElement?.id === 'cell-0-1-1', 'the cell has the focus');
    for (const key of ['End', 'Backspace', 'Home', 'Delete']) await sendKeys({ press: key });
    await sendKeys({ type: 'Valmis' });
    await sendKeys({ press: 'Tab' });
    await until(() => !builder.problems.some(({ text }) => text.includes('Jo')), 'it is mended');
    expect(await snippet(builder)).to.include('<td>Valmis</td>');
  });

  it('keeps the focus in the cell after the one that was mended', async () => {
    const builder = await builderIn('fi');
    paste(builder, { markup: tableOf(ROWS) });
    await told(builder, /Luettiin 3 kohtaa/);
    const cell = find<HTMLTextAreaElement>(builder, '#cell-0-1-0');
    cell.focus();
    cell.select();
    await sendKeys({ type: 'Toinen' });
    await sendKeys({ press: 'Tab' });
    await until(() => builder.mended, 'it is read anew');
    await builder.updateComplete;
    expect(builder.shadowRoot!.activeElement?.id).to.equal('cell-0-1-1');
  });

  it('fits a phone without scrolling sideways, but for tables in their own regions', async () => {
    setPageWidth(320);
    try {
      const builder = await builderIn('fi');
      paste(builder, { markup: await example('goals/word-table.html') });
      await told(builder, /Luettiin 13 kohtaa/);
      await builder.updateComplete;
      expect(builder.scrollWidth).to.be.at.most(320);
      for (const control of builder.renderRoot.querySelectorAll<HTMLElement>('button,input,select,textarea')) {
        if (!control.checkVisibility()) continue;
        const { height, width } = control.getBoundingClientRect();
        expect(Math.min(height, width), control.id || control.textContent).to.be.at.least(23.5);
      }
    } finally {
      setPageWidth(undefined);
    }
  });

  it('says in words of its own each attribute that an editor may set, in every language', async () => {
    for (const lang of LANGUAGES) {
      const words = await loadBuilderMessages(lang);
      for (const widget of WIDGETS) {
        for (const { name, kind, values } of optionsOf(widget)) {
          expect(words, `${lang}: ${widget}`).to.have.property(`option-${name}`);
          if (kind === 'choice' && name !== 'heading-level') for (const value of values) expect(words, `${lang}: ${name}`).to.have.property(`value-${value}`);
        }
      }
    }
  });

  it('takes its options from the manifest', () => {
    const declared = manifest.modules.flatMap(({ declarations }) => declarations as readonly { tagName?: string; attributes?: readonly { name: string }[] }[]);
    for (const widget of WIDGETS) {
      const names = declared.find(({ tagName }) => tagName === `aukio-${widget}`)?.attributes?.map(({ name }) => name) ?? [];
      const options = optionsOf(widget).map(({ name }) => name);
      expect(options.filter((name) => !names.includes(name))).to.deep.equal([]);
      expect(names.filter((name) => !options.includes(name) && !['src', 'type', 'credentials', 'debug', 'region', 'columns'].includes(name))).to.deep.equal([]);
    }
  });
});
