import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { BeforeFeedbackOpenEvent } from '../../src/core/feedback-link.ts';
import type { AukioFeedbackForm } from '../../src/widgets/feedback-form/feedback-form.ts';
import { choose, City, control, fillIn, focused, forget, formOf, ONE_TOPIC, press, seen, stage, until, write } from './feedback-forms.ts';

afterEach(forget);

const labels = (form: AukioFeedbackForm): string[] => seen(form, 'label, legend');
const summary = (form: AukioFeedbackForm): string[] => seen(form, '[part~="summary"] a');

describe('topics in <aukio-feedback-form>', () => {
  it('come from the source, a few of them with what they are about', async () => {
    const form = await formOf(new City());
    expect(seen(form, '[role="radiogroup"]:first-of-type .choice label').slice(0, 3)).to.deep.equal(['Kadut, valot ja talvihoito', 'Uimahalli ja liikuntapaikat', 'Muu asia']);
    expect(seen(form, '#topic-hint')[0]).to.contain('Kuopat');
  });

  it('many of them are in a list, in their groups', async () => {
    const many = (await (await fetch('/fixtures/feedback/feedback-services.json')).json()) as unknown;
    const form = await formOf(new City(many), '', { lang: 'sv' });
    const groups = [...control<HTMLSelectElement>(form, 'topic').querySelectorAll('optgroup')].map(({ label }) => label);
    expect(groups).to.deep.equal(['Miljö och trafik', 'Fritid', 'Staden']);
    await write(form, 'topic', 'library');
    expect(seen(form, '.topic-description')[0]).to.contain('bokbussens hållplatser');
  });

  it('are no choice where there is only one, or where the page names it', async () => {
    const city = new City();
    const one = await formOf(new City(ONE_TOPIC));
    expect(labels(one)).to.not.include('Mitä palautteesi koskee?');
    const named = await formOf(city, 'topic="sports"');
    expect(labels(named)).to.not.include('Mitä palautteesi koskee?');
    expect(labels(named)).to.include('Mitä paikkoja palautteesi koskee? (vapaaehtoinen)');
    await write(named, 'message', 'Suihku vuotaa.');
    await press(named, 'Lähetä palaute');
    await stage(named, 'Palautteesi on vastaanotettu');
    expect(city.sent[0]!.topic).to.equal('sports');
  });

  it('bring their own questions, whose answers are sent with theirs alone', async () => {
    const city = new City();
    const form = await formOf(city);
    await choose(form, 'Uimahalli ja liikuntapaikat');
    await choose(form, 'Uimahalli');
    await choose(form, 'Ladut ja polut');
    await write(form, 'answers.visits', '12');
    await choose(form, 'Kadut, valot ja talvihoito');
    await choose(form, 'Valo ei pala');
    await write(form, 'answers.seen', '2026-08-23T21:15');
    await choose(form, 'Uimahalli ja liikuntapaikat');
    expect(control(form, 'answers.visits').value).to.equal('12');
    await write(form, 'message', 'Lattia on liukas.');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    expect(city.sent[0]!.answers).to.deep.equal({ places: ['pool', 'tracks'], visits: '12' });
  });

  it('without any, the page says so and keeps its own content', async () => {
    const home = await fixture<HTMLElement>('<div lang="fi"><aukio-feedback-form><p class="own">Soita 06 000 1200.</p></aukio-feedback-form></div>');
    const form = home.querySelector('aukio-feedback-form')!;
    form.source = new City({ services: [] });
    await until(() => form.matches(':state(empty)'), 'the empty state');
    await form.updateComplete;
    expect(seen(form, '[part~="empty"]')[0]).to.contain('Täällä ei voi juuri nyt antaa palautetta');
    expect(form.querySelector('.own')!.checkVisibility()).to.equal(true);
  });
});

describe('what stands before and beside the fields', () => {
  it('says what the form is not for, with the registry and another way to reach the city', async () => {
    const form = await formOf(new City(), 'registry-href="mailto:kirjaamo@merilehto.example" help="Soita 06 000 1200"');
    const before = form.renderRoot.querySelector('[part~="not-for"]')!;
    expect(before.textContent).to.contain('henkilötunnuksia').and.to.contain('Soita 06 000 1200');
    expect(before.querySelector('a')!.href).to.equal('mailto:kirjaamo@merilehto.example');
    const message = control(form, 'message');
    expect(before.compareDocumentPosition(message) & Node.DOCUMENT_POSITION_FOLLOWING).to.not.equal(0);
  });

  it('says why contact details are asked for, for how long, and where to read more', async () => {
    const form = await formOf(new City(), 'retention-days="90"');
    expect(seen(form, '.purpose')[0]).to.contain('vain siihen, että vastaamme').and.to.contain('90 päivää');
    expect(form.renderRoot.querySelector('.purpose a')!.getAttribute('href')).to.equal('/tietosuoja/');
  });

  it('leads nowhere by a script that was written as a link', async () => {
    const form = await formOf(new City(), 'registry-href="javascript:alert(1)"');
    expect(form.renderRoot.querySelectorAll('[href^="javascript"]')).to.have.length(0);
  });

  it('names the privacy page that is missing, to the editor alone', async () => {
    const form = await formOf(new City());
    form.privacyHref = undefined;
    form.debug = '';
    await until(() => seen(form, '[part~="notes"] li').some((one) => one.includes('privacy-href')), 'the remark');
  });

  it('names the time of keeping that is missing, to the editor alone, and says none that cannot be', async () => {
    for (const days of ['', 'retention-days="-5"', 'retention-days="puoli vuotta"']) {
      const form = await formOf(new City(), days);
      expect(seen(form, '.purpose')[0]).not.to.match(/Säilytämme|-5/);
      form.debug = '';
      await until(() => seen(form, '[part~="notes"] li').some((one) => one.includes('retention-days')), 'the remark');
    }
  });

  it('shows no form that could not be sent, and tells the editor', async () => {
    const home = await fixture<HTMLElement>('<div lang="fi"><aukio-feedback-form debug privacy-href="/t/" help="Soita 06 000 1200"></aukio-feedback-form></div>');
    const form = home.querySelector('aukio-feedback-form')!;
    form.source = { read: () => Promise.resolve(ONE_TOPIC) };
    await until(() => seen(form, '[part~="notes"] li').some((one) => one.includes('endpoint')), 'the remark');
    expect(seen(form, '[part~="error"]')[0]).to.contain('Palautetta ei voi juuri nyt lähettää').and.to.contain('Soita 06 000 1200');
    expect(form.renderRoot.querySelector('form')).to.equal(null);
    form.endpoint = '/rajapinta/';
    await form.updateComplete;
    expect(form.renderRoot.querySelector('form')).to.not.equal(null);
  });

  it('tells browsers what they may fill in, and calls optional what may stay empty', async () => {
    const form = await formOf(new City());
    expect(['name', 'email', 'phone', 'message'].map((name) => control(form, name).autocomplete)).to.deep.equal(['name', 'email', 'tel', 'off']);
    expect(labels(form)).to.include('Nimi (vapaaehtoinen)').and.to.include('Palautteesi');
    expect(control(form, 'message').getAttribute('aria-required')).to.equal('true');
    expect(form.renderRoot.textContent).to.not.contain('*');
  });

  it('hides its trap from everybody: from the eye, the ear and the keyboard', async () => {
    const form = await formOf(new City());
    const trap = control(form, 'subject-line');
    expect(trap.checkVisibility()).to.equal(false);
    expect(trap.tabIndex).to.equal(-1);
    expect(trap.closest('[aria-hidden="true"]')).to.not.equal(null);
  });

  it('is another sentence where the page has its own', async () => {
    const form = await formOf(new City(), 'data-text-send="Lähetä kaupungille"');
    expect(seen(form, 'button.primary')).to.deep.equal(['Lähetä kaupungille']);
  });
});

describe('what is wrong', () => {
  it('is not said before Send, whatever field was left', async () => {
    const form = await formOf(new City());
    await choose(form, 'Kyllä, sähköpostilla');
    await write(form, 'email', 'ei osoite');
    control(form, 'phone').focus();
    await form.updateComplete;
    expect(seen(form, '.fault')).to.deep.equal([]);
  });

  it('is said above, with the focus, and beside each field; nothing is cleared', async () => {
    const city = new City();
    const form = await formOf(city);
    await choose(form, 'Kadut, valot ja talvihoito');
    await choose(form, 'Kyllä, sähköpostilla');
    await write(form, 'phone', 'abc');
    await press(form, 'Lähetä palaute');
    await until(() => focused(form)?.matches('[part~="summary"]') ?? false, 'the focus on the summary');
    expect(summary(form)).to.deep.equal([
      'Kirjoita palautteesi',
      'Vastaa kysymykseen ”Mikä on vikana?”',
      'Kirjoita sähköpostiosoitteesi, koska haluat vastauksen sähköpostilla',
      'Kirjoita puhelinnumero numeroina, esimerkiksi 040 123 4567',
    ]);
    expect(control(form, 'phone').value).to.equal('abc');
    const email = control(form, 'email');
    expect(email.getAttribute('aria-invalid')).to.equal('true');
    expect((form.renderRoot as ShadowRoot).getElementById(email.getAttribute('aria-describedby')!)!.textContent).to.contain('Kirjoita sähköpostiosoitteesi');
    expect(city.sent).to.deep.equal([]);
  });

  it('leads to its field by a link, without a change of the address', async () => {
    const form = await formOf(new City());
    const address = location.href;
    await press(form, 'Lähetä palaute');
    await until(() => summary(form).length > 0, 'the summary');
    for (const [words, field] of [['Valitse aihe', 'topic'], ['Kirjoita palautteesi', 'message']] as const) {
      [...form.renderRoot.querySelectorAll<HTMLAnchorElement>('[part~="summary"] a')].find((link) => link.textContent === words)!.click();
      await until(() => focused(form)?.id === field, `the focus on ${field}`);
    }
    expect(location.href).to.equal(address);
  });

  it('is no longer said while it is being mended, and the rest is', async () => {
    const form = await formOf(new City());
    await press(form, 'Lähetä palaute');
    await until(() => summary(form).length === 2, 'both');
    control(form, 'message').focus();
    await sendKeys({ type: 'H' });
    await until(() => summary(form).length === 1, 'one is left');
    expect(seen(form, '.fault')).to.deep.equal(['Valitse aihe']);
    expect(focused(form)).to.equal(control(form, 'message'));
  });

  it('makes needed only what the wanted answer takes', async () => {
    const city = new City();
    const form = await formOf(city);
    await fillIn(form);
    await choose(form, 'Kyllä, puhelimitse');
    expect(labels(form)).to.include('Puhelinnumero').and.to.include('Sähköpostiosoite (vapaaehtoinen)');
    await press(form, 'Lähetä palaute');
    await until(() => summary(form).length === 1, 'the summary');
    await choose(form, 'Kyllä, luen sen täältä koodilla');
    expect(summary(form)).to.deep.equal([]);
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    expect(city.sent[0]!.answerBy).to.equal('code');
    expect(city.sent[0]).to.not.have.property('contact');
  });

  it('tells of a text that is too long as it grows, and cuts nothing that is pasted', async () => {
    const form = await formOf(new City());
    await fillIn(form, 'a'.repeat(3900));
    expect(seen(form, '.message-length')).to.deep.equal(['100 merkkiä jäljellä']);
    await write(form, 'message', 'a'.repeat(4001));
    expect(seen(form, '.message-length')).to.deep.equal(['1 merkki liikaa']);
    expect(control(form, 'message').value).to.have.length(4001);
    await press(form, 'Lähetä palaute');
    await until(() => summary(form).length === 1, 'the summary');
    expect(summary(form)[0]!.replace(/\u00a0/g, ' ')).to.equal('Lyhennä kohtaa ”Palautteesi”: siinä on 4 001 merkkiä, ja lähettää voi enintään 4 000');
  });

  for (const [lang, sent, words] of [['sv', 'Skicka responsen', 'Skriv din respons'], ['en', 'Send feedback', 'Write your feedback']] as const) {
    it(`is said in ${lang} on a page in ${lang}`, async () => {
      const form = await formOf(new City(ONE_TOPIC), '', { lang });
      await press(form, sent);
      await until(() => summary(form).length === 1, 'the summary');
      expect(summary(form)).to.deep.equal([words]);
      form.setAttribute('data-lang', 'fi');
      await until(() => summary(form)[0] === 'Kirjoita palautteesi', 'the other language');
    });
  }
});

describe('a text that looks like an identity code', () => {
  it('is stopped gently: the resident changes it or sends it as it is', async () => {
    const city = new City();
    const form = await formOf(city);
    await fillIn(form, 'Tunnukseni on 131052-308T.');
    await press(form, 'Lähetä palaute');
    await until(() => focused(form)?.matches('[part~="question"]') ?? false, 'the question');
    expect(city.sent).to.deep.equal([]);
    await press(form, 'Muuta tekstiä');
    await until(() => focused(form)?.id === 'message', 'the message');
    await press(form, 'Lähetä palaute');
    await until(() => seen(form, '[part~="question"]').length === 1, 'the question again');
    await press(form, 'Lähetä tällaisena');
    await stage(form, 'Palautteesi on vastaanotettu');
    expect(city.sent[0]!.message).to.equal('Tunnukseni on 131052-308T.');
  });
});

describe('what feedback is about', () => {
  it('is said, sent, and taken off by the resident', async () => {
    const city = new City(ONE_TOPIC);
    const form = await formOf(city, 'about="unit:kirjasto" about-title="Pääkirjasto"');
    expect(seen(form, '[part~="about"]')[0]).to.contain('Pääkirjasto');
    await write(form, 'message', 'Kiitos!');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    expect(city.sent[0]!.about).to.equal('unit:kirjasto');
    await press(form, 'Anna lisää palautetta');
    await press(form, 'Kirjoita jostain muusta');
    await write(form, 'message', 'Muuta asiaa.');
    await press(form, 'Lähetä palaute');
    await until(() => city.sent.length === 2, 'the second');
    expect(city.sent[1]).to.not.have.property('about');
  });

  it('may be named as a page is in a link, and without a title is said as the editor wrote it', async () => {
    const city = new City(ONE_TOPIC);
    const form = await formOf(city, 'about="/kaavat/keskusta/"');
    expect(seen(form, '[part~="about"]')[0]).to.contain('/kaavat/keskusta/');
    await write(form, 'message', 'Kaunis kaava.');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    expect(city.sent[0]!.about).to.equal(new URL('/kaavat/keskusta/', location.href).href);
  });

  it('keeps nobody from sending where the editor named nothing that is known, which preview says', async () => {
    const city = new City(ONE_TOPIC);
    const form = await formOf(city, 'about="page:etusivu"');
    form.debug = '';
    await until(() => seen(form, '[part~="notes"] li').some((one) => one.includes('page:etusivu')), 'the remark');
    await write(form, 'message', 'Kiitos.');
    await press(form, 'Lähetä palaute');
    await stage(form, 'Palautteesi on vastaanotettu');
    expect(city.sent[0]).to.not.have.property('about');
  });

  it('comes by a link on the same page: the form takes it, and the journey is cancelled', async () => {
    const form = await formOf(new City(ONE_TOPIC), 'heading="Palaute"');
    const link = await fixture<HTMLElement>('<a href="/palaute/">Anna palautetta</a>');
    const event = new BeforeFeedbackOpenEvent({ about: 'goal:uimahalli', title: 'Uimahallin aukioloja laajennetaan' });
    expect(link.dispatchEvent(event)).to.equal(false);
    await until(() => focused(form)?.matches('[part~="heading"]') ?? false, 'the heading');
    expect(seen(form, '[part~="about"]')[0]).to.contain('Uimahallin aukioloja laajennetaan');
  });

  it('is taken by one form of two', async () => {
    const first = await formOf(new City(ONE_TOPIC));
    const second = await formOf(new City(ONE_TOPIC));
    const event = new BeforeFeedbackOpenEvent({ about: 'channel:puhelin', title: 'Puhelin' });
    document.body.dispatchEvent(event);
    await first.updateComplete;
    await second.updateComplete;
    expect([seen(first, '[part~="about"]').length, seen(second, '[part~="about"]').length]).to.deep.equal([1, 0]);
  });

  it('comes in the address of the page, as text of a length that is bearable', async () => {
    const before = location.href;
    history.replaceState(null, '', `?aukio-about=${encodeURIComponent('goal:x')}&aukio-about-title=${encodeURIComponent(`<b>${'a'.repeat(500)}`)}`);
    try {
      const form = await formOf(new City(ONE_TOPIC));
      const title = form.renderRoot.querySelector('[part~="about"] strong')!;
      expect(title.textContent).to.match(/^<b>a{147}…$/);
      expect(title.childElementCount).to.equal(0);
    } finally {
      history.replaceState(null, '', before);
    }
  });
});

describe('two forms on a page', () => {
  it('do not take each other\'s words', async () => {
    const one = await formOf(new City(ONE_TOPIC), 'id="first"');
    const other = await formOf(new City(ONE_TOPIC), 'id="second"');
    await write(one, 'message', 'Ensimmäinen');
    expect(control(other, 'message').value).to.equal('');
    const again = await formOf(new City(ONE_TOPIC), 'id="second"');
    expect(control(again, 'message').value).to.equal('');
  });
});

describe('what follows the form', () => {
  /** A form whose later words come, or do not, when the test says. */
  async function formBefore(words: () => Promise<void>): Promise<AukioFeedbackForm> {
    const home = await fixture<HTMLElement>('<div lang="fi"></div>');
    const form = document.createElement('aukio-feedback-form');
    form.setAttribute('privacy-href', '/tietosuoja/');
    form.debug = 'false';
    Object.defineProperty(form, 'addMessages', { configurable: true, value: words });
    form.source = new City(ONE_TOPIC);
    home.append(form);
    await until(() => form.renderRoot.querySelector('#shared-computer') !== null, 'the form');
    return form;
  }

  it('holds to what was said of the computer before it came', async () => {
    let come = (): void => {};
    const there = new Promise<void>((resolve) => (come = resolve));
    const form = await formBefore(() => there);
    control(form, 'shared-computer').click();
    expect(form.sending).to.equal(undefined);
    come();
    await until(() => form.sending?.keeping.shared ?? false, 'that it is kept to');
    await form.updateComplete;
    expect(control(form, 'shared-computer').checked).to.equal(true);
  });

  it('leaves the field that is written in as it stands', async () => {
    let come = (): void => {};
    const there = new Promise<void>((resolve) => (come = resolve));
    const form = await formBefore(() => there);
    const message = control<HTMLTextAreaElement>(form, 'message');
    await write(form, 'message', 'Satamakadulla on');
    message.setSelectionRange(4, 4);
    expect(form.sending).to.equal(undefined);
    come();
    await until(() => form.sending !== undefined, 'what follows the form');
    await form.updateComplete;
    expect(focused(form) === message).to.equal(true);
    expect([message.value, message.selectionStart]).to.deep.equal(['Satamakadulla on', 4]);
  });

  /** Whether the visitor is asked before the page is left. */
  const isAsked = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

  it('keeps what was written before it came, and asks before it is left', async () => {
    let come = (): void => {};
    const there = new Promise<void>((resolve) => (come = resolve));
    const form = await formBefore(() => there);
    await write(form, 'message', 'Satamakadulla on');
    come();
    await until(() => form.sending !== undefined, 'what follows the form');
    expect(isAsked()).to.equal(true);
    form.remove();
    const next = await formBefore(() => Promise.resolve());
    await until(() => next.sending !== undefined, 'what follows the form');
    expect(next.entries.message).to.equal('Satamakadulla on');
  });

  it('leaves what was begun earlier for the next time, where something else was written before it came', async () => {
    const earlier = await formBefore(() => Promise.resolve());
    await until(() => earlier.sending !== undefined, 'what follows the form');
    await write(earlier, 'message', 'Pitkä kirjoitus viime viikolta.');
    earlier.remove();

    let come = (): void => {};
    const there = new Promise<void>((resolve) => (come = resolve));
    const form = await formBefore(() => there);
    await write(form, 'message', 'Lyhyt');
    come();
    await until(() => form.sending !== undefined, 'what follows the form');
    expect(form.entries.message).to.equal('Lyhyt');
    await form.sending!.submit();
    await until(() => form.renderRoot.querySelector('[part~="received"]') !== null, 'the receipt');
    form.remove();

    const next = await formBefore(() => Promise.resolve());
    await until(() => next.sending !== undefined, 'what follows the form');
    expect(next.entries.message).to.equal('Pitkä kirjoitus viime viikolta.');
  });

  it('is said where it does not come, when the state of a feedback is asked for', async () => {
    const form = await formBefore(() => Promise.reject(new Error('offline')));
    await press(form, 'Oletko jo antanut palautetta? Katso, miten sen käsittely etenee');
    await until(() => focused(form)?.matches('.unready') ?? false, 'the sentence');
  });
});
