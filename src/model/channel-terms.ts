import type { Direction, NeedCode } from './channels.ts';
import { folded } from './text.ts';

/** How the city may say a need in a cell, besides its code. */
const NEED_WORDS: Readonly<Record<NeedCode, string>> = {
  'emergency': 'hätä- ja poikkeustilanteissa|i nöd- och undantagssituationer|hätätilanne|hätätilanteessa|hätätilanteet|poikkeustilanne|poikkeustilanteessa|poikkeustilanteet|nödsituation|nödsituationer|i en nödsituation|undantagssituation|undantagssituationer|vid undantagssituationer|in an emergency|emergencies|exceptional situation|exceptional situations',
  'ask': 'kysy|kysyä|be om råd|kysy neuvoa|neuvonta|saada neuvoa|asioi|asiointi|fråga|fråga om råd|rådgivning|få råd|uträtta ärenden|ask|ask for advice|advice|get advice',
  'give-feedback': 'anna palautetta|antaa palautetta|palaute|palautteen antaminen|ge respons|respons|feedback|give feedback',
  'follow-decisions': 'seuraa päätöksiä|seurata päätöksiä|päätökset|päätösten seuraaminen|följ beslut|följa beslut|beslut|decisions|follow decisions',
  'take-part': 'osallistu|osallistua|vaikuta|vaikuttaa|osallistuminen|vaikuttaminen|delta|påverka|delaktighet|participate|take part|influence|have a say',
  'without-internet': 'ilman nettiä|ilman internetiä|ilman verkkoa|utan internet|utan nät|without internet|no internet',
};

const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  'one-way': 'yksisuuntainen|tiedottava|tiedotus|envägs|enkelriktad|envägskommunikation|one way|one-way|informs',
  'two-way': 'kaksisuuntainen|vuorovaikutteinen|vuorovaikutus|tvåvägs|dubbelriktad|tvåvägskommunikation|interaktiv|two way|two-way|interactive',
};

const needs = indexed(NEED_WORDS);
const directions = indexed(DIRECTION_WORDS);

/** The need that a word or a code names; undefined where it is a need of the city's own. */
export function needNamed(word: string): NeedCode | undefined {
  return needs.get(folded(word));
}

export function directionNamed(word: string): Direction | undefined {
  return directions.get(folded(word));
}

/** What `yes` and `no` mean in a cell; undefined for anything else. */
export function answerIn(text: string): boolean | undefined {
  const word = folded(text);
  if (/^(?:kyllä|ja|yes|x|true|on)$/.test(word)) return true;
  return /^(?:ei|nej|no|false)$/.test(word) ? false : undefined;
}

function indexed<Code extends string>(words: Readonly<Record<Code, string>>): ReadonlyMap<string, Code> {
  return new Map((Object.entries(words) as [Code, string][]).flatMap(([code, names]) => [code, ...names.split('|')].map((name) => [folded(name), code] as const)));
}
