import { expect } from '@open-wc/testing';
import { SourceError } from '../../src/sources/errors.ts';
import { City, control, fillIn, focused, forget, formOf, ONE_TOPIC, press, RECEIPT, seen, stage, until, write } from './feedback-forms.ts';

afterEach(forget);

const ANSWERED = { number: '2026-123', state: 'answered', receivedAt: '2026-08-24T11:20:00Z', changedAt: '2026-08-26T06:05:00Z', topic: { fi: 'Kadut', sv: 'Gator' }, reply: 'Kiitos.\n\nKuoppa paikataan torstaina.' };
const ofCode = (found: unknown) => new City(ONE_TOPIC, () => RECEIPT, (code) => (code === '7K3M9QRTV2XW4HJA' ? found : undefined));

describe('the state of a feedback', () => {
  it('is opened by the code, however it is written, and by no address', async () => {
    const city = ofCode(ANSWERED);
    const form = await formOf(city, 'view="status"');
    await write(form, 'code', ' 7k3m 9qrt-v2xw4hja ');
    await press(form, 'Näytä');
    await until(() => focused(form)?.matches('[part~="answer"]') ?? false, 'the answer');
    expect(seen(form, 'dd')).to.deep.equal(['2026-123', 'Kadut', 'Vastattu', '24. elokuuta 2026 klo 14.20', '26. elokuuta 2026 klo 9.05']);
    expect(seen(form, '[part~="answer"] .written')).to.deep.equal(['Kiitos.', 'Kuoppa paikataan torstaina.']);
    expect(city.asked.filter(({ resource }) => resource === 'feedback/status')).to.deep.equal([{ resource: 'feedback/status', query: { code: '7K3M9QRTV2XW4HJA' }, confidential: true }]);
    expect(location.href).to.not.contain('7K3M');
  });

  it('does not ask for topics where the form is for that alone', async () => {
    const city = ofCode(ANSWERED);
    await formOf(city, 'view="status"');
    expect(city.asked).to.deep.equal([]);
  });

  for (const [state, words, more] of [
    ['received', 'Vastaanotettu', { dueOn: '2026-09-07' }],
    ['in-handling', 'Käsittelyssä', {}],
    ['registry', 'Siirretty kirjaamoon', { caseNumber: 'MER/812/2026' }],
    ['closed', 'Suljettu', { reason: 'Asia on jo hoidettu.' }],
  ] as const) {
    it(`is said in words: ${state}`, async () => {
      const { receivedAt, changedAt } = ANSWERED;
      const form = await formOf(ofCode({ state, receivedAt, changedAt, ...more }), 'view="status"');
      await write(form, 'code', '7K3M-9QRT-V2XW-4HJA');
      await press(form, 'Näytä');
      await until(() => seen(form, '[part~="answer"]').length === 1, 'the answer');
      expect(seen(form, '[part~="answer"]')[0]).to.contain(words);
      for (const value of Object.values(more)) expect(seen(form, '[part~="answer"]')[0]).to.contain(value === '2026-09-07' ? '7. syyskuuta 2026' : value);
    });
  }

  it('gives one answer to a code that nobody has and to what is no code', async () => {
    const city = ofCode(ANSWERED);
    const form = await formOf(city, 'view="status"');
    const answers: string[] = [];
    for (const code of ['0000-0000-0000-0000', 'abc', '7K3M-9QRT-V2XW-4HJU']) {
      await write(form, 'code', code);
      await press(form, 'Näytä');
      await until(() => seen(form, '.fault').length === 1, 'the fault');
      answers.push(seen(form, '.fault')[0]!);
      expect(focused(form)?.id).to.equal('code');
    }
    expect(new Set(answers).size).to.equal(1);
  });

  it('says what is wrong with the service, and the other way to reach the city', async () => {
    const form = await formOf(new City(ONE_TOPIC, () => RECEIPT, () => {
      throw new SourceError('unavailable');
    }), 'view="status" help="Soita 06 000 1200"');
    await write(form, 'code', '7K3M-9QRT-V2XW-4HJA');
    await press(form, 'Näytä');
    await until(() => seen(form, '[part~="error"]').length === 1, 'the error');
    expect(seen(form, '[part~="error"]')[0]).to.contain('Palvelu ei juuri nyt vastaa');
    expect(seen(form, '[part~="status"]')[0]).to.contain('Soita 06 000 1200');
  });

  it('that is no state is an error, not a blank', async () => {
    const form = await formOf(ofCode({ state: 'lost', receivedAt: 5 }), 'view="status"');
    await write(form, 'code', '7K3M-9QRT-V2XW-4HJA');
    await press(form, 'Näytä');
    await until(() => seen(form, '[part~="error"]').length === 1, 'the error');
  });

  it('is one step from the receipt, with the code filled in, and the form is one step back', async () => {
    const form = await formOf(ofCode(ANSWERED));
    await press(form, 'Oletko jo antanut palautetta? Katso, miten sen käsittely etenee');
    await stage(form, 'Miten palautteeni käsittely etenee?');
    await press(form, 'Anna palautetta');
    await until(() => focused(form)?.id === 'message', 'the form');
    const other = await formOf(new City());
    await fillIn(other);
    await press(other, 'Lähetä palaute');
    await stage(other, 'Palautteesi on vastaanotettu');
    await press(other, 'Katso, miten käsittely etenee');
    await stage(other, 'Miten palautteeni käsittely etenee?');
    expect(control(other, 'code').value).to.equal('7K3M-9QRT-V2XW-4HJA');
  });
});
