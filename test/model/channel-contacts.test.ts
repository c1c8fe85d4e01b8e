import { expect } from '@open-wc/testing';
import { readablePhone } from '../../src/model/channel-addresses.ts';
import { contactIn, phoneIn } from '../../src/model/channel-contacts.ts';

describe('contact details', () => {
  it('have telephone numbers in groups that can be read aloud', () => {
    expect(['tel:+35860001200', '060001200', '+358401234567', '0401234567', '112', '116117', '0800123456', '+358 13 267 7111', '+46812345678'].map(readablePhone)).to.deep.equal([
      '+358 6 000 1200', '06 000 1200', '+358 40 123 4567', '040 123 4567', '112', '116 117', '0800 123 456', '+358 13 267 7111', '+46 812 345 678',
    ]);
  });

  it('are told apart only where a line leaves no doubt', () => {
    const href = (line: string) => contactIn(line)?.href;
    expect(['06 000 1200', 'puh. 06 000 1200', 'Tel. +358 6 000 1200', 'a.b@c.example', 'www.c.example', 'https://c.example/d.', 'Huone 1200', 'Vuosina 2020–2026', 'etunimi.sukunimi(at)c.example'].map(href)).to.deep.equal([
      'tel:060001200', 'tel:060001200', 'tel:+35860001200', 'mailto:a.b@c.example', 'https://www.c.example', 'https://c.example/d', undefined, undefined, undefined,
    ]);
  });

  for (const [line, number] of [
    ['09 123 456 (ma–pe 8–16)', '09123456'], ['09 123 456 (8–16)', '09123456'], ['(09) 123 456', '09123456'], ['(09) 123 456, 8-16', '09123456'], ['+358 (0)9 123 456', '+3589123456'],
    ['+358(0)40 123 4567 (24 h)', '+358401234567'], ['p. 040 123 4567', '0401234567'], ['09-12 34 56', '09123456'], ['puh. 09 1234, 8–16', '091234'], ['puh. 09 1234 8–16', '091234'],
    ['puh. 09 1234 ark. klo 8.30–16', '091234'], ['puh. 09 1234 8.30–16.00', '091234'], ['puh. 112 24 h', '112'], ['Puhelin: 0800 123 456 (24/7)', '0800123456'], ['020 123 4567 (8,35 snt/puhelu + 16,69 snt/min)', '0201234567'],
  ] as const) {
    it(`are called by their number alone, and keep all their words: ${line}`, () => {
      expect([phoneIn(line), contactIn(line)]).to.deep.equal([{ text: line, href: `tel:${number}` }, { text: line, href: `tel:${number}` }]);
    });
  }

  it('of a column for telephone numbers may have words, hours and other numbers before them', () => {
    expect(['ma–pe 8–16 p. 09 123 456', '8–16 09 123 456', 'klo 8.00–16.00 puh. 09 123 456', 'Huone 120, puh. 09 123 456', '1.6.–31.8. 040 123 4567', 'klo 8–16'].map((line) => phoneIn(line)?.href)).to.deep.equal([
      'tel:09123456', 'tel:09123456', 'tel:09123456', 'tel:09123456', 'tel:0401234567', undefined,
    ]);
    expect(['Huone 120, puh. 09 123 456', '2020 (vuosi)', '8–16'].map(contactIn)).to.deep.equal([undefined, undefined, undefined]);
  });
});
