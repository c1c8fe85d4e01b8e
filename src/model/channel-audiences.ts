import { reworded, tidy, type Text } from './text.ts';

/** More words than this are no short noun but a description. */
const LONGEST_IN_WORDS = 3;
const LONGEST = 32;

/** Words that make a clause or an exception of what they stand in. */
const NO_NOUN = /^(?:jo(?:ka|tka|ita|iden|ille|illa|ista)|kun|jos|kuten|esim|mm|erityisesti|etenkin|varsinkin|pääasiassa|ensisijaisesti|lähinnä|myös|ei|sekä|ja|tai|som|när|om|särskilt|främst|bl|även|inte|och|eller|samt|who|whose|that|which|when|especially|mainly|particularly|also|not|with|and|or)$/i;

/** What joins the last of several. Not after a hyphen: `lapsi- ja nuorisojärjestöt` is one. */
const LAST_AND = /^(.*[^-\s])\s+(?:(ja|sekä)|(och|samt)|(and|&))\s+(.+)$/i;

/** Says that a second word belongs to its own noun alone, and not to the one before the `ja` as well. */
const OTHERS = /^(?:muut|muu|kaikki|övriga|andra|alla|other|all)$/i;

/** A plural, or one of the words for people that have none. Before an `and`, anything else may be an adjective of what follows it. */
const ENGLISH_NOUN = /(?:s|people|men|women|children|youth|media|staff|elderly|public)$/i;

/**
 * The audiences that a text names: split at commas, `ja`, `och` and `and` only where every part is a short noun, else one.
 * `Asukkaat, elinkeinoelämä ja matkailijat` are three; `Asukkaat, jotka ovat kiinnostuneet päätöksistä` is one, and so is
 * `Pienet ja keskisuuret yritykset`, whose first word is an adjective.
 */
export function audiencesIn(text: string): readonly string[] {
  const whole = tidy(text).replace(/[.;,]$/, '').trim();
  if (!whole) return [];
  const parts = whole.split(/\s*[,;]\s*/);
  const joined = LAST_AND.exec(parts.at(-1)!);
  if (joined) {
    const [, before = '', finnish, swedish, english, last = ''] = joined;
    const nouns = [...parts.slice(0, -1), before];
    const names = english ? [...nouns, last].every((part) => ENGLISH_NOUN.test(part)) : nouns.every((part) => !isGenitive(part, finnish ? 'n' : 's')) && standsAlone(last, swedish ? 's' : 'n');
    if (!names) return [whole];
    parts.splice(-1, 1, before, last);
  }
  return parts.every(isShortNoun) ? parts : [whole];
}

/** The audiences of a text in one or several languages; one, where the languages do not name the same number. */
export function audiencesOf(text: Text): readonly Text[] {
  if (typeof text === 'string') return audiencesIn(text);
  const lists = Object.entries(text).map(([lang, wording]) => [lang, audiencesIn(wording)] as const);
  const [first] = lists;
  if (!first || lists.some(([, list]) => list.length !== first[1].length)) return [reworded(text, tidy)];
  return first[1].map((_, n) => Object.fromEntries(lists.map(([lang, list]) => [lang, list[n]!])));
}

function isShortNoun(part: string): boolean {
  // `työ- ja elinkeinoelämä` counts as the one word that it is.
  const words = part.replace(/(\p{L}-)\s+(?:ja|och|and)\s+/giu, '$1').split(' ');
  return part.length <= LONGEST && words.length <= LONGEST_IN_WORDS && words.every((word) => /^[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?$/u.test(word) && !NO_NOUN.test(word));
}

/** `Heinolan ja Lahden asukkaat`, `dagvårdens och skolans personal`: the first of them is no audience but goes with the last word. */
function isGenitive(part: string, ending: 'n' | 's'): boolean {
  return ending === 'n' ? /n$/i.test(part) && !/nen$/i.test(part) : /s$/i.test(part);
}

/** Whether the last of several is a noun of its own: one word, or one whose first word cannot describe those before it. */
function standsAlone(last: string, genitive: 'n' | 's'): boolean {
  const [first = '', ...more] = last.split(' ');
  return !more.length || OTHERS.test(first) || isGenitive(first, genitive);
}
