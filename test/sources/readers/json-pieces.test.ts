import { expect } from '@open-wc/testing';
import { decodeInPieces, parseInPieces } from '../../../src/sources/readers/json-pieces.ts';

/** Longer than what is parsed at once, with everything in it that could be taken for structure. */
const items = Array.from({ length: 6000 }, (_, n) => ({ n, text: `"[{,}]\\\\${'\\'.repeat(n % 4)}"${'ä'.repeat(200)}`, list: [n, [n], {}], none: null }));

describe('decoding a long text', () => {
  // Long, and of letters that take one, two and three bytes: where a piece ends, a letter may have to be put together.
  const text = 'ä€a'.repeat(300_000);
  const utf16 = new Uint8Array(new Uint16Array([0xfeff, ...[...text].map((sign) => sign.charCodeAt(0))]).buffer);
  for (const [what, bytes, expected] of [
    ['UTF-8', new TextEncoder().encode(text), text],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\uFEFF${text}`), text],
    ['UTF-16', utf16, text],
    ['Windows-1252', Uint8Array.from({ length: 600_000 }, (_, n) => (n % 2 ? 0xe4 : 0x61)), 'aä'.repeat(300_000)],
  ] as const) {
    it(`gives what it says: ${what}`, async () => {
      expect((await decodeInPieces(bytes)) === expected).to.equal(true);
    });
  }
});

describe('parsing a long JSON text', () => {
  for (const [name, value] of [
    ['a list', items],
    ['a list in an object, between others', { lang: 'fi', few: [1, { a: [] }], goals: items, periods: [{ id: 'a' }] }],
    ['a list of texts, numbers and lists', items.flatMap(({ n, text, list }) => [n, text, list, null])],
    ['a list further in', { outer: { goals: items } }],
    ['an object without a list', Object.fromEntries(items.map((item) => [`key ${item.n}`, item]))],
    ['a field of a strange name', JSON.parse(`{"__proto__": ${JSON.stringify(items)}, "a": [1]}`) as unknown],
    ['one text', 'x'.repeat(1_000_000)],
  ] as const) {
    it(`gives what it says: ${name}`, async () => {
      for (const text of [JSON.stringify(value), JSON.stringify(value, undefined, 2)]) {
        expect(text.length).to.be.greaterThan(500_000);
        expect(JSON.stringify(await parseInPieces(text)) === JSON.stringify(value)).to.equal(true);
      }
    });
  }

  it('of a field that stands twice takes the last, as the browser does', async () => {
    const text = `{"goals": ${JSON.stringify(items)}, "goals": [1]}`;
    expect(await parseInPieces(text)).to.deep.equal({ goals: [1] });
  });

  it('lets the page paint in between', async () => {
    const text = JSON.stringify(Array.from({ length: 8 }, () => items).flat());
    let frames = 0;
    let watching = true;
    const watch = (): void => {
      frames += 1;
      if (watching) requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
    // On a busy machine a frame may be late for other reasons; where nothing is let in between, none comes however often.
    for (let time = 0; time < 50 && !frames; time++) await parseInPieces(text);
    watching = false;
    expect(frames).to.be.greaterThan(0);
  });

  it('refuses what is none, wherever it is wrong', async () => {
    const text = JSON.stringify({ goals: items, after: 1 });
    const middle = text.indexOf('"n":3000');
    for (const wrong of [text.slice(0, -1), text.slice(0, middle), `${text.slice(0, middle)}x${text.slice(middle)}`, `${text}]`, `${text},`, text.replace('},{', '},,{'), text.replace('}],"after"', '},],"after"')]) {
      let reason: unknown;
      await parseInPieces(wrong).catch((error: unknown) => (reason = error));
      expect(reason).to.be.instanceOf(SyntaxError);
    }
  });
});
