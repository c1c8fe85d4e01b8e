import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FeedbackOpenDetail } from '../../src/core/feedback-link.ts';
import { channelsCsv, channelsExcel, channelsWord, type DirectoryJson } from '../../tools/office/channels.ts';
import type { ChannelsFilteredDetail } from '../../src/widgets/channel-directory/channel-directory.events.ts';
import { button, card, CHANNEL_ROWS, channelPage, channelTable, jsonFile, printed, seen } from './channel-pages.ts';
import { until } from './pages.ts';
import { setPageWidth } from './width.ts';

const DIRECTORY = '/fixtures/channels/directory.json';
const PASTED = `<aukio-channel-directory>${channelTable(CHANNEL_ROWS)}</aukio-channel-directory>`;
const OFFICE = {
  channels: [
    {
      name: 'Palvelupiste', needs: ['give-feedback'], needsInternet: false, direction: 'two-way', audiences: ['Asukkaat'], checked: '2026-08-14',
      links: ['tel:+35860001200', 'mailto:palvelu@merilehto.example', { href: 'https://muualla.example/palaute', text: 'Anna palautetta' }], address: 'Satamakatu 4',
      hours: { weekly: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: '09:00', closes: '16:00' }] }, contents: ['Neuvonta'], responsible: 'Viestintä',
    },
    { name: 'Radio', needs: ['emergency', 'Kuuntele uutisia'], direction: 'one-way', audiences: ['Asukkaat', 'Mökkiläiset'], needsInternet: false },
    { name: 'Instagram', direction: 'two-way', audiences: ['Nuoret'], needsInternet: true },
  ],
};
const office = (attributes = ''): string => `<aukio-channel-directory type="json" src="${jsonFile(OFFICE)}" ${attributes}></aukio-channel-directory>`;

describe('a table pasted into <aukio-channel-directory>', () => {
  it('becomes a list of channels with sub-channels, purposes, audiences and contents', async () => {
    const element = await channelPage(PASTED);
    expect(seen(element, '[part~=title]')).to.deep.equal(['Asiakaspalvelu', 'Verkkosivut', 'Snapchat']);
    const facts = [...card(element, 'Verkkosivut').querySelectorAll('.fact')].map((fact) => [...fact.querySelectorAll('dt, .lines, li > span:first-child')].map((one) => one.textContent.trim()));
    expect(facts.map(([label]) => label)).to.deep.equal(['Mitä varten', 'Tähän kuuluvat', 'Kenelle', 'Mitä sieltä löytyy']);
    expect(card(element, 'Verkkosivut').textContent).to.contain('Kesäteatteri').and.to.contain('Lukio').and.to.contain('matkailijat');
    expect([...card(element, 'Asiakaspalvelu').querySelectorAll('.items li')].map((item) => item.textContent.trim())).to.deep.equal(['Neuvoo', 'Ottaa vastaan palautetta']);
  });

  it('is searched and filtered by the table\'s own words', async () => {
    const element = await channelPage(PASTED);
    button(element, 'Matkailijat').click();
    await element.updateComplete;
    expect(seen(element, '[part~=title]')).to.deep.equal(['Verkkosivut']);
    button(element, 'Nuoret').click();
    await element.updateComplete;
    expect(seen(element, '[part~=title]')).to.deep.equal(['Verkkosivut', 'Snapchat']);
    expect(seen(element, '[part~=result]')[0]).to.contain('2/3 kanavaa. Valittu: Matkailijat, Nuoret.');
    button(element, 'Tyhjennä haku ja rajaukset').click();
    await element.updateComplete;
    const search = element.renderRoot.querySelector<HTMLInputElement>('input[type=search]')!;
    expect(element.shadowRoot!.activeElement).to.equal(search);
    await sendKeys({ type: 'kesäteat' });
    await until(() => seen(element, '[part~=title]').join() === 'Verkkosivut', 'one channel');
    await until(() => document.querySelector('[data-aukio-announcer]')?.textContent.includes('1/3 kanavaa') ?? false, 'spoken result');
    await sendKeys({ type: 'xyz' });
    await until(() => seen(element, '[part~=result]')[0]!.includes('Yksikään kanava ei vastaa'), 'none');
    expect(seen(element, '[part~=item]')).to.deep.equal([]);
  });

  it('does not take the focus, and is read again when the editor changes it', async () => {
    const before = document.createElement('input');
    document.body.append(before);
    before.focus();
    const element = await channelPage(PASTED);
    expect(document.activeElement).to.equal(before);
    before.remove();
    element.querySelector('tr:last-child td')!.textContent = 'TikTok';
    await until(() => seen(element, '[part~=title]').includes('TikTok'), 'the new name');
  });

  it('may be a list of links', async () => {
    const element = await channelPage('<aukio-channel-directory><ul><li>Vaihde: <a href="tel:+35860001200">06 000 1200</a></li><li><a href="/palaute">Anna palautetta</a></li></ul></aukio-channel-directory>');
    expect(seen(element, '[part~=title]')).to.deep.equal(['Vaihde', 'Anna palautetta']);
    const [phone, page] = [...element.renderRoot.querySelectorAll<HTMLAnchorElement>('[part~=link]')];
    expect([phone!.getAttribute('href'), phone!.textContent]).to.deep.equal(['tel:+35860001200', '06 000 1200']);
    expect(page!.textContent).to.contain('/palaute');
  });
});

describe('the emergency number', () => {
  it('comes first, in the page\'s language, and no attribute changes it', async () => {
    for (const [lang, words] of [['fi', 'Hätätilanteessa soita aina numeroon 112.'], ['sv', 'Ring alltid 112 i en nödsituation.'], ['en', 'In an emergency, always call 112.']] as const) {
      const element = await channelPage(`<aukio-channel-directory data-text-call-112="Soita 0100 100">${channelTable(CHANNEL_ROWS)}</aukio-channel-directory>`, undefined, lang);
      expect(seen(element, '[part~=safety]')).to.deep.equal([words]);
      const link = element.renderRoot.querySelector('[part~=safety] a')!;
      expect([link.textContent, link.getAttribute('href')]).to.deep.equal(['112', 'tel:112']);
      const [first] = element.renderRoot.querySelectorAll('[part~=safety], .controls, .card');
      expect(first!.getAttribute('part')).to.equal('safety');
    }
  });

  it('begins the channels for emergencies, whether chosen or as a group', async () => {
    const element = await channelPage(office());
    button(element, 'Hätä- ja poikkeustilanteissa').click();
    await element.updateComplete;
    expect(seen(element, '[part~=title]')).to.deep.equal(['Radio']);
    const parts = [...element.renderRoot.querySelectorAll('.result, .safety, .card:not([hidden])')].map(({ className }) => className);
    expect(parts).to.deep.equal(['safety', 'result', 'safety', 'card']);
    const grouped = await channelPage(office('group-by="need"'));
    const [group] = grouped.renderRoot.querySelectorAll('.group');
    expect(group!.querySelector('.group-heading')!.textContent.trim()).to.equal('Hätä- ja poikkeustilanteissa');
    expect(group!.querySelector('.group-heading + .safety')).to.not.equal(null);
  });

  it('stands there where no channel is listed', async () => {
    const element = await channelPage(`<aukio-channel-directory>${channelTable([])}</aukio-channel-directory>`);
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(seen(element, '[part~=safety], [part~=empty]')).to.deep.equal(['Hätätilanteessa soita aina numeroon 112.', 'Kanavia ei ole vielä lisätty.']);
  });
});

describe('how a channel is reached', () => {
  it('is written out beside safe links: number, mail, web, and that it is another site', async () => {
    const element = await channelPage(office());
    const links = [...card(element, 'Palvelupiste').querySelectorAll<HTMLAnchorElement>('[part~=link]')];
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).to.deep.equal([
      ['+358 6 000 1200', 'tel:+35860001200'], ['palvelu@merilehto.example', 'mailto:palvelu@merilehto.example'], ['Anna palautetta', 'https://muualla.example/palaute'],
    ]);
    expect(links[2]!.parentElement!.textContent).to.contain('(toinen sivusto)');
  });

  it('says in words whether one can answer, and what it is good for', async () => {
    const element = await channelPage(office());
    expect(seen(element, '.direction')).to.deep.equal(['Kaksisuuntainen: voit kysyä ja vastata', 'Yksisuuntainen: kaupunki tiedottaa', 'Kaksisuuntainen: voit kysyä ja vastata', 'Tarvitset netin']);
    expect([...card(element, 'Radio').querySelectorAll('[part~=need]')].map((need) => need.textContent)).to.deep.equal(['Hätä- ja poikkeustilanteissa', 'Kuuntele uutisia', 'Ilman nettiä']);
  });

  it('shows no link that would run code', async () => {
    const element = await channelPage('<aukio-channel-directory><ul><li><a href="javascript:alert(1)">Paha</a></li><li><a href="tel:112">Hyvä</a></li></ul></aukio-channel-directory>');
    expect([...element.renderRoot.querySelectorAll('a')].map((link) => link.protocol)).to.deep.equal(['tel:', 'tel:']);
  });

  it('opens what more there is, for the reader and for the browser\'s search', async () => {
    const element = await channelPage(office());
    const more = card(element, 'Palvelupiste').querySelector<HTMLElement>('.more')!;
    if (!('onbeforematch' in document.documentElement)) {
      expect(more.checkVisibility()).to.equal(true);
      return;
    }
    const opener = card(element, 'Palvelupiste').querySelector<HTMLButtonElement>('button[aria-expanded]')!;
    expect([more.getAttribute('hidden'), opener.getAttribute('aria-expanded')]).to.deep.equal(['until-found', 'false']);
    opener.focus();
    await sendKeys({ press: 'Enter' });
    expect([more.hidden, opener.getAttribute('aria-expanded')]).to.deep.equal([false, 'true']);
    await sendKeys({ press: ' ' });
    expect(opener.getAttribute('aria-expanded')).to.equal('false');
    more.dispatchEvent(new Event('beforematch', { bubbles: true }));
    await element.updateComplete;
    expect(opener.getAttribute('aria-expanded')).to.equal('true');
  });
});

describe('opening hours', () => {
  it('are said also where the first data had none', async () => {
    const element = await channelPage(PASTED, '2026-10-07T10:00:00Z');
    element.src = jsonFile(OFFICE);
    element.type = 'json';
    await until(() => seen(element, '.state').length === 1, 'whether it is open');
    expect(seen(element, '.state')[0]).to.contain('Auki nyt');
  });

  const state = async (clock: string, lang = 'fi', hours: object = {}) => {
    const [first] = OFFICE.channels;
    const src = jsonFile({ channels: [{ ...first, hours: { ...first!.hours, ...hours } }] });
    return (await channelPage(`<aukio-channel-directory type="json" src="${src}"></aukio-channel-directory>`, clock, lang)).renderRoot.querySelector('.state')!;
  };

  it('say until when, with a shape and in words, in every language', async () => {
    const open = await state('2026-08-19T12:00+03:00');
    expect(open.textContent.trim()).to.equal('Auki nyt, sulkeutuu klo 16.00');
    expect(open.querySelector('svg')).to.not.equal(null);
    expect((await state('2026-08-19T12:00+03:00', 'sv')).textContent.trim()).to.match(/^Öppet nu, stänger kl\. 16[.:]00$/);
    expect((await state('2026-08-19T12:00+03:00', 'en')).textContent.trim()).to.match(/^Open now, closes at 16[.:]00$/);
    expect((await state('2026-08-19T17:00+03:00')).textContent.trim()).to.equal('Suljettu nyt, aukeaa huomenna klo 9.00');
    expect((await state('2026-08-22T12:00+03:00')).textContent.trim()).to.equal('Suljettu nyt, aukeaa maanantaina klo 9.00');
  });

  it('claim nothing on Midsummer Eve that the city has not said', async () => {
    const unknown = 'Juhannusaatto: poikkeusaukioloja ei ole ilmoitettu, tarkista ennen kuin lähdet';
    expect((await state('2026-06-19T12:00+03:00')).textContent.trim()).to.equal(unknown);
    expect((await state('2026-06-18T18:00+03:00')).textContent.trim()).to.equal(`Suljettu nyt. ${unknown}`);
    expect((await state('2026-06-19T12:00+03:00', 'fi', { eves: 'closed', holidays: 'closed' })).textContent.trim()).to.equal('Suljettu nyt, aukeaa maanantaina klo 9.00');
  });

  it('stand there by weekday, with what differs from them and is not over', async () => {
    const exceptions = [{ date: '2026-08-21', closed: true, name: 'Koulutus' }, { date: '2026-01-02', closed: true }];
    const src = jsonFile({ channels: [{ name: 'Piste', hours: { ...OFFICE.channels[0]!.hours, exceptions, holidays: 'closed' } }] });
    const element = await channelPage(`<aukio-channel-directory type="json" src="${src}"></aukio-channel-directory>`, '2026-08-19T12:00+03:00');
    const lines = [...element.renderRoot.querySelectorAll('.week li')].map((line) => line.textContent.replace(/\s+/g, ' ').trim());
    expect(lines).to.deep.equal(['ma–pe 9.00–16.00', 'la–su suljettu', '21. elokuuta 2026, Koulutus suljettu', 'Pyhäpäivinä suljettu']);
  });

  it('that are text alone are shown as they are written', async () => {
    const element = await channelPage(`<aukio-channel-directory>${channelTable([['Kirjasto', 'ark. 9–15']], ['Kanava', 'Aukioloajat'])}</aukio-channel-directory>`, '2026-08-19T12:00+03:00');
    expect(seen(element, '.fact')).to.deep.equal(['Aukioloajatark. 9–15']);
    expect(seen(element, '.state')).to.deep.equal([]);
  });

  it('change on the minute while the page is open', async () => {
    let now = new Date('2026-08-19T15:59:59+03:00');
    const element = await channelPage(office());
    element.clock = () => now;
    element.requestUpdate();
    await element.updateComplete;
    expect(seen(element, '.state')).to.deep.equal(['Auki nyt, sulkeutuu klo 16.00']);
    now = new Date('2026-08-19T16:00:00+03:00');
    element.requestUpdate();
    await element.updateComplete;
    expect(seen(element, '.state')).to.deep.equal(['Suljettu nyt, aukeaa huomenna klo 9.00']);
  });
});

describe('a value that an attribute does not have', () => {
  it('is told once on the console where no editor is looking', async () => {
    const { warn } = console;
    const told: string[] = [];
    console.warn = (sentence: string) => told.push(sentence);
    try {
      await channelPage(office('group-by="tarve" debug="false"'));
      await channelPage(office('group-by="tarve" debug="false"'));
      await channelPage(office('group-by="kohde"'));
    } finally {
      console.warn = warn;
    }
    expect(told.filter((sentence) => sentence.includes('group-by'))).to.deep.equal(['aukio: group-by="tarve" is none of group, need, audience, none']);
  });
});

describe('filters', () => {
  it('find by the words of the language that the page speaks now', async () => {
    const element = await channelPage(office());
    element.lang = 'en';
    await until(() => seen(element, 'label[for=search]').join() === 'Search the channels', 'it speaks English');
    element.renderRoot.querySelector<HTMLInputElement>('#search')!.focus();
    await sendKeys({ type: 'without internet' });
    await until(() => seen(element, '[part~=title]').join() === 'Palvelupiste,Radio', () => seen(element, '[part~=title]').join());
  });

  it('go by need, audience and direction together, with the keyboard, and tell the page', async () => {
    const element = await channelPage(office('filters-in-address id="kanavat"'));
    const heard: ChannelsFilteredDetail[] = [];
    element.addEventListener('aukio-channels-filtered', ({ detail }) => heard.push(detail));
    button(element, 'Ilman nettiä').focus();
    await sendKeys({ press: ' ' });
    expect(seen(element, '[part~=title]')).to.deep.equal(['Palvelupiste', 'Radio']);
    expect(button(element, 'Ilman nettiä').getAttribute('aria-pressed')).to.equal('true');
    button(element, 'Kaksisuuntainen').focus();
    await sendKeys({ press: 'Enter' });
    expect(seen(element, '[part~=title]')).to.deep.equal(['Palvelupiste']);
    expect(heard).to.deep.equal([
      { text: '', need: ['without-internet'], audience: [], direction: [], count: 2 },
      { text: '', need: ['without-internet'], audience: [], direction: ['two-way'], count: 1 },
    ]);
    expect(location.search).to.contain('kanavat-need=without-internet');
    const again = await channelPage(office('filters-in-address id="kanavat"'));
    expect(seen(again, '[part~=title]')).to.deep.equal(['Palvelupiste']);
    button(again, 'Tyhjennä haku ja rajaukset').click();
    expect(location.search).to.not.contain('kanavat-');
  });

  it('are cleared without losing the focus where there is no search field and they are folded away', async () => {
    const element = await channelPage(office('hide-search'));
    element.style.setProperty('width', '20em', 'important');
    button(element, 'Ilman nettiä').click();
    await element.updateComplete;
    button(element, 'Tyhjennä haku ja rajaukset').focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(element.shadowRoot!.activeElement?.textContent).to.contain('3 kanavaa');
  });

  it('show a channel under each of its audiences where it is grouped by them', async () => {
    const element = await channelPage(office('group-by="audience" heading="Kanavat" heading-level="3"'));
    expect(seen(element, 'h4')).to.deep.equal(['Asukkaat', 'Mökkiläiset', 'Nuoret']);
    expect(seen(element, 'h5')).to.deep.equal(['Palvelupiste', 'Radio', 'Radio', 'Instagram']);
    const ids = [...element.renderRoot.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('look the same however the channels are grouped', async () => {
    const looks = async (attributes: string): Promise<readonly string[]> => {
      const { renderRoot } = await channelPage(office(attributes));
      const style = (selector: string): CSSStyleDeclaration => getComputedStyle(renderRoot.querySelector(selector)!);
      return [style('.controls').padding, style('.choices ul').listStyleType, style('.choices ul').display, style('.opener').display];
    };
    const usual = await looks('');
    for (const by of ['need', 'audience', 'none']) expect(await looks(`group-by="${by}"`), by).to.deep.equal(usual);
  });

  it('print the channels alone, without the page around them', async () => {
    const element = await channelPage(office(''));
    const neighbour = document.createElement('nav');
    element.before(neighbour);
    const { print } = window;
    let printed: boolean[] = [];
    window.print = () => (printed = [element, neighbour].map((one) => one.hasAttribute('data-aukio-printed')));
    try {
      element.renderRoot.querySelector<HTMLElement>('.print button')!.click();
      expect(printed).to.deep.equal([true, false]);
    } finally {
      window.print = print;
      dispatchEvent(new Event('afterprint'));
    }
  });

  it('are out of the way where the editor hides them', async () => {
    const element = await channelPage(office('hide-search hide-filters hide-print'));
    expect(seen(element, 'form, .print')).to.deep.equal([]);
    expect(seen(element, '[part~=result]')).to.deep.equal(['Kaikki 3 kanavaa']);
  });
});

describe('“Report an error”', () => {
  it('leads to the feedback form about that channel, unless a form on the page takes it', async () => {
    const element = await channelPage(office('feedback-href="/palaute?x=1#lomake"'));
    const link = card(element, 'Radio').querySelector<HTMLAnchorElement>('[part~=report-error]')!;
    expect(`${new URL(link.href).pathname}${new URL(link.href).search}${new URL(link.href).hash}`).to.equal('/palaute?x=1&aukio-about=channel%3Aradio&aukio-about-title=Radio#lomake');
    const asked: FeedbackOpenDetail[] = [];
    element.addEventListener('aukio-before-feedback-open', (event) => {
      asked.push(event.detail);
      event.preventDefault();
    });
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    link.dispatchEvent(click);
    expect(click.defaultPrevented).to.equal(true);
    expect(asked).to.deep.equal([{ about: 'channel:radio', title: 'Radio' }]);
  });

  it('is there only where the editor has named a page, and stands beside the date of the last check', async () => {
    expect(seen(await channelPage(office()), '[part~=report-error]')).to.deep.equal([]);
    const unsafe = await channelPage(office('debug feedback-href="javascript:alert(1)"'));
    expect(seen(unsafe, '[part~=report-error]')).to.deep.equal([]);
    await until(() => seen(unsafe, '[part~=notes] li').some((note) => note.includes('feedback-href')), 'the sentence');
    expect(seen(unsafe, '[part~=checked]')).to.deep.equal(['Tiedot tarkistettu 14. elokuuta 2026']);
  });
});

describe('what cannot be read', () => {
  it('keeps the page\'s own content and names another way', async () => {
    const element = await channelPage('<aukio-channel-directory src="/no-such-file.json" help="Soita 06 000 1200"><p class="own">Oma luettelo</p></aukio-channel-directory>');
    expect(element.matches(':state(error)')).to.equal(true);
    expect(element.querySelector('.own')!.checkVisibility()).to.equal(true);
    expect(seen(element, '[part~=error]')[0]).to.contain('Sisältöä ei löytynyt').and.to.contain('Soita 06 000 1200');
  });

  for (const [lang, sentence] of [['fi', 'joten kanava jätettiin pois'], ['sv', 'kanalen har därför utelämnats'], ['en', 'so this channel was left out']] as const) {
    it(`is told to the editor in ${lang}, and the rest is shown`, async () => {
      const element = await channelPage('<aukio-channel-directory debug src="/fixtures/channels/faulty.json"></aukio-channel-directory>', undefined, lang);
      await until(() => seen(element, '[part~=notes] li').some((note) => note.includes(sentence)), 'the sentence');
      expect(seen(element, '[part~=title]')).to.deep.equal(['Asiakaspalvelu', 'Lehti', 'Radio']);
      expect(seen(element, '[part~=notes] li').join(' ')).to.contain('javascript:alert(1)').and.to.contain('ark. 9–15').and.to.contain('2026-02-30');
    });
  }

  it('is a table of something else', async () => {
    const element = await channelPage(`<aukio-channel-directory debug type="html" src="${URL.createObjectURL(new Blob(['<table><tr><th>Nimi</th></tr></table>'], { type: 'text/html' }))}"></aukio-channel-directory>`);
    await until(() => seen(element, '[part~=notes] li').some((note) => note.includes('columns="Oma otsikkosi=channel"')), 'the sentence');
  });
});

describe('a file that the city uploaded', () => {
  for (const [type, write] of [['docx', channelsWord], ['xlsx', channelsExcel], ['csv', channelsCsv]] as const) {
    it(`is read from ${type}, repeated rows once`, async () => {
      // As bytes: the test server would take Windows-1252 for UTF-8.
      const bytes = write((await (await fetch(DIRECTORY)).json()) as DirectoryJson) as Uint8Array<ArrayBuffer>;
      const element = await channelPage(`<aukio-channel-directory type="${type}" src="${URL.createObjectURL(new Blob([bytes]))}"></aukio-channel-directory>`);
      expect(element.data!.channels).to.have.length(18);
      const site = element.data!.channels.find(({ name }) => name === 'Kaupungin verkkosivut')!;
      expect(site.children.map(({ name }) => name)).to.deep.equal(['merilehto.example', 'Vierassatama', 'Kesäteatteri']);
      expect(site.purposes).to.deep.equal(['Kertoo palveluista, päätöksistä ja tapahtumista', 'Ottaa vastaan palautetta']);
      expect(site.audiences).to.deep.equal(['Asukkaat', 'yritykset', 'matkailijat', 'yhdistykset']);
      if (type === 'xlsx') expect([site.group, site.direction, site.needsInternet]).to.deep.equal(['Verkossa', 'two-way', true]);
    });
  }

  for (const [lang, name] of [['fi', 'Asiakaspalvelu kaupungintalolla'], ['sv', 'Kundtjänsten i stadshuset'], ['en', 'Customer service at the Town Hall']] as const) {
    it(`is shown in the page's language from JSON, and pasted from Word (${lang})`, async () => {
      const element = await channelPage(`<aukio-channel-directory src="${DIRECTORY}"></aukio-channel-directory>`, '2026-08-19T12:00+03:00', lang);
      expect(seen(element, '[part~=title]')[0]).to.equal(name);
      const table = await (await fetch(`/fixtures/channels/word-table${lang === 'fi' ? '' : `-${lang}`}.html`)).text();
      const pasted = await channelPage(`<aukio-channel-directory debug>${table}</aukio-channel-directory>`, undefined, lang);
      expect(seen(pasted, '[part~=title]')).to.have.length(18);
      expect(seen(pasted, '[part~=title]')[0]).to.equal(name);
      expect(seen(pasted, '[part~=notes]')).to.deep.equal([]);
    });
  }
});

describe('on paper', () => {
  it('everything is open, addresses are written out, and there are no controls', async () => {
    const element = await channelPage(office('feedback-href="/palaute"'), '2026-08-19T12:00+03:00');
    button(element, 'Ilman nettiä').click();
    await element.updateComplete;
    const back = printed(element);
    expect(seen(element, '.controls, button, .state, [part~=report-error], .skip')).to.deep.equal([]);
    expect(seen(element, '.more')[0]).to.contain('Neuvonta').and.to.contain('Viestintä');
    expect(seen(element, '.print-only')).to.deep.equal(['(muualla.example/palaute)']);
    // A list that leaves something out has to say so.
    expect(seen(element, '[part~=result]')[0]).to.contain('2/3 kanavaa. Valittu: Ilman nettiä.');
    expect(seen(element, '[part~=safety]')).to.have.length(1);
    back();
  });
});

describe('accessibility', () => {
  after(() => setPageWidth(undefined));

  for (const scheme of ['light', 'dark'] as const) {
    it(`holds in every state (${scheme})`, async () => {
      document.documentElement.style.colorScheme = scheme;
      document.body.style.background = scheme === 'dark' ? '#14171c' : '#fff';
      const directory = await channelPage(`<aukio-channel-directory heading="Kanavat" src="${DIRECTORY}" feedback-href="/palaute"></aukio-channel-directory>`, '2026-06-19T12:00+03:00');
      await expect(directory).to.be.accessible();
      button(directory, 'Ilman nettiä').click();
      for (const opener of directory.renderRoot.querySelectorAll<HTMLButtonElement>('.card button')) opener.click();
      await directory.updateComplete;
      await expect(directory).to.be.accessible();
      await expect(await channelPage(office('group-by="need"'), '2026-08-19T12:00+03:00')).to.be.accessible();
      await expect(await channelPage(`<aukio-channel-directory>${channelTable([])}</aukio-channel-directory>`)).to.be.accessible();
      await expect(await channelPage('<aukio-channel-directory debug src="/nothing.json"><p>Oma</p></aukio-channel-directory>')).to.be.accessible();
      document.documentElement.style.removeProperty('color-scheme');
      document.body.style.removeProperty('background');
    });
  }

  it('keeps everything within 320 px, and the filters behind a button there', async () => {
    setPageWidth(320);
    const element = await channelPage(`<aukio-channel-directory src="${DIRECTORY}"></aukio-channel-directory>`, '2026-08-19T12:00+03:00');
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    expect(seen(element, '.filters')).to.deep.equal([]);
    const opener = button(element, 'Rajaa');
    opener.focus();
    await sendKeys({ press: 'Enter' });
    expect([opener.getAttribute('aria-expanded'), seen(element, '.filters').length]).to.deep.equal(['true', 1]);
  });

  it('lets one skip past the channels', async () => {
    const element = await channelPage(PASTED);
    const skip = element.renderRoot.querySelector<HTMLButtonElement>('.skip')!;
    skip.focus();
    await sendKeys({ press: 'Enter' });
    expect(element.shadowRoot!.activeElement).to.equal(element.renderRoot.querySelector('.end'));
  });
});
