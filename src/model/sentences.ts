/** A long text in two: what stands in view, and what a button opens. `rest` is empty where there is nothing to hide. */
export interface CutText {
  readonly head: string;
  readonly rest: string;
}

/** Less than this says too little on its own; the next sentence is then taken too. */
const SHORTEST_HEAD = 40;
/** A button that opens less than this is more to read than the text. */
const SHORTEST_REST = 20;
/** Where no sentence has ended by here, the text is no prose to cut; and `Intl.Segmenter` takes seconds for 200 kB. */
const LONGEST_HEAD = 2000;

/**
 * A full stop that ends no sentence: abbreviations in Finnish, Swedish and English, a single letter (`n.`, `v.`, an initial),
 * letters between stops (`t.ex.`, `bl.a.`, `e.g.`), ordinal numbers and dates (`1.`, `11.4.`). A year does end one.
 * Where such a word may also end a sentence (`jne.`, `osv.`), the head becomes one sentence longer, which does no harm.
 */
const ENDS_NO_SENTENCE = new RegExp(
  '(?:^|[\\s(/–-])(?:'
    + 'em|ent|esim|huom|jne|klo|ko|kpl|ks|milj|mm|mrd|nk|nro|ns|os|po|puh|sis|so|tms|ts|vrt|ym|yms'
    + '|bl|ca|dvs|el|ex|fl|inkl|jfr|kl|kr|mfl|mdkr|mn|nr|osv|resp|tfn|ung'
    + '|approx|dr|etc|incl|mrs?|ms|no|st|vs'
    + '|\\p{L}|(?:\\p{L}{1,3}\\.)+\\p{L}{1,4}|(?:\\d{1,2}\\.)*\\d{1,2}'
    + ')\\.$',
  'iu',
);

/** The plain rule, for browsers without `Intl.Segmenter`: an end mark, a space, and a capital or a digit. */
const PLAIN_END = /[.!?…]["”’»)\]]*\s+(?=["“”‘’»([]?[\p{Lu}\d])/gu;

function* sentenceStarts(text: string, lang: string): Generator<number> {
  if (typeof Intl.Segmenter === 'function') {
    for (const { index } of new Intl.Segmenter([lang, 'fi'], { granularity: 'sentence' }).segment(text)) yield index;
  } else {
    for (const end of text.matchAll(PLAIN_END)) yield end.index + end[0].length;
  }
}

/** Cuts a text after its first sentence; `head` has at least 40 characters. */
export function firstSentence(text: string, lang: string): CutText {
  const whole = text.trim();
  for (const start of sentenceStarts(whole.slice(0, LONGEST_HEAD), lang)) {
    if (whole.length - start < SHORTEST_REST) break;
    const head = whole.slice(0, start).trimEnd();
    if (head.length >= SHORTEST_HEAD && !ENDS_NO_SENTENCE.test(head)) return { head, rest: whole.slice(start) };
  }
  return { head: whole, rest: '' };
}
