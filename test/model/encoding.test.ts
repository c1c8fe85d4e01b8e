import { expect } from '@open-wc/testing';
import { decodeText } from '../../src/model/encoding.ts';

describe('decoding text', () => {
  for (const [name, bytes, text] of [
    ['UTF-8', new TextEncoder().encode('Päämäärä – Åland'), 'Päämäärä – Åland'],
    ['UTF-8 with a byte order mark', new TextEncoder().encode('\uFEFFÄ'), 'Ä'],
    ['Windows-1252', new Uint8Array([0x50, 0xe4, 0xe4, 0x20, 0x96, 0x20, 0x80]), 'Pää – €'],
    ['UTF-16 little-endian', new Uint8Array([0xff, 0xfe, 0xc4, 0x00]), 'Ä'],
    ['UTF-16 big-endian', new Uint8Array([0xfe, 0xff, 0x00, 0xc4]), 'Ä'],
    ['nothing', new Uint8Array(), ''],
  ] as const) {
    it(`reads ${name}`, () => expect(decodeText(bytes)).to.deep.equal({ text, damaged: false }));
  }

  it('tells text that was saved in the wrong encoding', () => {
    for (const text of ['pÃ¤ivÃ¤koti', 'Ã„Ã¤nekoski', 'tammi\u00e2\u20ac\u201ckesä', 'p\uFFFDiv\uFFFD']) {
      expect(decodeText(new TextEncoder().encode(text)), text).to.deep.equal({ text, damaged: true });
    }
  });

  it('reads UTF-8 that lost its end as UTF-8', () => {
    expect(decodeText(new TextEncoder().encode('päivä').slice(0, -1))).to.deep.equal({ text: 'päiv\uFFFD', damaged: true });
  });
});
