import { expect } from '@open-wc/testing';
import { contactIn, readablePhone } from '../../src/model/channel-contacts.ts';

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
});
