import type { Forecast, State } from './goals.ts';
import { folded } from './text.ts';

/** What a column or a label of a goal report can hold. These are the names in `columns="Mål=goal"`. */
export const FIELDS = [
  'id', 'focus', 'line', 'goal', 'measure', 'target', 'responsible', 'actual', 'state', 'forecast', 'completion',
  'target-number', 'actual-number', 'unit', 'period', 'as-of', 'body',
  'baseline', 'schedule', 'explanation', 'actions', 'detail',
] as const;
export type Field = (typeof FIELDS)[number];

/** A field that a header names, and the language it is a word of; none where it is one in several. */
export interface Meaning {
  readonly is: Field;
  readonly lang: string | undefined;
}

/** What a word says of a goal; a few say either, as their column has it. */
export interface Status {
  readonly state?: State;
  readonly forecast?: Forecast;
}

/** Words of one meaning in Finnish, Swedish and English, separated by `|`. */
type Words = readonly [fi: string, sv: string, en: string];

const LANGUAGES = ['fi', 'sv', 'en'];

/**
 * Headers and labels as Finnish municipalities write them. A word under several fields is ambiguous and means
 * the first of them, in this order, unless another column of the table is that already.
 */
const HEADERS: readonly (readonly [Field, ...Words])[] = [
  ['id', 'tunnus', 'id', 'id'],
  ['goal',
    'toiminnallinen tavoite|toiminnalliset tavoitteet|sitova toiminnan tavoite|sitova tavoite|sitovat tavoitteet|tulostavoite|vuositavoite|tavoite|tavoitteet|toimenpide',
    'operativt mål|operativa mål|verksamhetsmål|bindande verksamhetsmål|bindande mål|resultatmål|årsmål|delmål|mål|åtgärd',
    'operational goal|binding operational objective|operational objective|goal|title|objective|target|action'],
  ['measure',
    'mittari|mittarit|arviointimittari|arviointikriteeri|indikaattori|tunnusluku|seurantamittari|mittari ja tavoitetaso|mittarit ja tavoitetasot|mittari/tavoitetaso|tavoitetaso ja mittari',
    'mätare|indikator|mått|nyckeltal|utvärderingskriterier|mätare och målnivå|mätare/målnivå',
    'measure|indicator|metric|kpi|measure and target|measure/target'],
  ['target',
    'tavoitetaso|tavoitearvo|tavoiteluku|ta|tavoite|tavoitteet', 'målnivå|målvärde|målsättning|budget|mål', 'target|target level|target value|budget'],
  ['responsible',
    'vastuutaho|vastuutahot|vastuu|vastuuhenkilö|vastuuyksikkö|vastuutoimiala|toimiala|päävastuutaho',
    'ansvarig|ansvariga|ansvarig part|ansvarig instans|ansvarig enhet|ansvarig sektor|ansvar|ansvarsperson|huvudansvarig',
    'responsible|responsible party|responsible unit|owner|lead|service area'],
  ['actual',
    'toteuma|toteutuma|toteutuminen|tilanne|tilannekatsaus|tp',
    'utfall|förverkligande|genomförande|lägesrapport|läge|läget|resultat', 'actual|outcome|result|progress|update'],
  ['state',
    'tila|status|toteutumistilanne|toteutusvaihe|arvio toteutumisesta', 'status|läge|fas|åtgärdsstatus|måluppfyllelse', 'status|state|phase|rag'],
  ['forecast',
    'toteutumaennuste|toteumaennuste|ennuste|toteutumisasteennuste|arvio koko vuoden toteumasta',
    'prognos|utfallsprognos|målbedömning|helårsprognos', 'forecast|outlook|expected outcome'],
  ['completion', 'toteutumisaste|toteuma-%|valmiusaste', 'genomförandegrad|uppfyllelsegrad|utfallsprocent|utfall-%', 'completion|% complete|completion %'],
  ['focus',
    'strateginen painopiste|painopiste|painopistealue|strateginen päämäärä|teema|osa-alue|kaupunkistrategian tavoite',
    'strategisk tyngdpunkt|tyngdpunkt|tyngdpunktsområde|fokusområde|delområde|tema', 'focus|strategic focus|focus area|priority|theme'],
  ['line',
    'tavoitelinjaus|linjaus|valtuustokauden tavoite|strateginen tavoite',
    'målriktlinje|riktlinje|mål för fullmäktigeperioden|strategiskt mål|inriktningsmål', 'policy line|line|strategic objective|objective'],
  ['target-number', 'tavoite (luku)', 'mål (tal)', 'target (number)'],
  ['actual-number', 'toteuma (luku)|toteutuma (luku)', 'utfall (tal)', 'actual (number)'],
  ['unit', 'yksikkö', 'enhet', 'unit'],
  ['period', 'raportointijakso|ajanjakso|jakso', 'rapporteringsperiod|period', 'period|reporting period'],
  ['as-of', 'tilanne', 'läget|läget den|läge|läge den', 'as of|situation|situation on'],
  ['body', 'toimielin|lautakunta|raportoija', 'organ|nämnd|rapportör', 'body|committee|reporting body'],
  ['baseline', 'lähtötaso|lähtöarvo|nykytaso', 'utgångsläge|utgångsvärde|startvärde', 'baseline|start value'],
  ['schedule', 'aikataulu|määräaika|aikajänne', 'tidtabell|tidsplan|tidslinje', 'schedule|deadline|timeline'],
  ['explanation', 'selite|perustelu|poikkeama|selvitys|huomautukset', 'förklaring|avvikelse|motivering|kommentar', 'explanation|deviation|comment'],
  ['actions', 'toimenpiteet|keinot|toimenpide', 'åtgärder|åtgärd', 'actions|action'],
  // Every kind of table has titles.
  ['detail', '', '', 'title'],
];

/** Words of a status come in any order and ending (`statusKey`); one of each is enough. */
const STATE_WORDS: Readonly<Record<State, Words>> = {
  'achieved': [
    'toteutunut|toteutui|kokonaan toteutunut|saavutettu|valmis|tehty',
    'uppnåtts|uppnåddes|har uppnåtts|uppnått|uppnådd|uppfyllt|uppfylldes|nåddes|genomfört|genomförts|färdigställt|avslutat|klar|klart',
    'achieved|realised|realized|completed|complete|met|done'],
  'partly-achieved': [
    'osittain toteutunut|toteutui osittain|pääosin toteutunut|osin toteutunut|osin',
    'nåddes delvis|delvis nått|delvis uppfyllt|uppfylldes delvis|delvis uppnåtts|har delvis uppnåtts|uppnåddes delvis|delvis genomfört',
    'partly achieved|partially achieved|partly met|partially met'],
  'in-progress': [
    'käynnissä|etenee|työn alla|kesken|käynnistynyt|aloitettu|suunnitteilla|toteutuksessa',
    'pågår|pågående|påbörjat|under arbete|under planering', 'in progress|ongoing|under way|underway|started'],
  'delayed': ['myöhässä|viivästynyt', 'försenat|sen|sent', 'late|delayed|behind schedule'],
  'not-started': ['ei aloitettu|ei käynnistynyt|aloittamatta', 'inte påbörjat', 'not started'],
  'not-achieved': [
    'ei toteutunut|jäi toteutumatta|toteutumatta|ei saavutettu',
    'nåddes inte|uppfylldes inte|uppnåddes inte|har inte uppnåtts|inte uppnåtts|inte uppfyllt|inte uppnått', 'not achieved|not met|missed'],
  'postponed': ['lykätty|siirretty', 'uppskjutet|framskjutet', 'postponed|deferred'],
  'cancelled': ['peruttu|luovuttu|keskeytetty|ei toteuteta', 'avbrutet|inställt|avfört', 'cancelled|canceled|dropped'],
  'not-assessed': [
    'ei voitu arvioida|ei voitu todentaa|ei arvioitu|ei tietoa',
    'gick inte att utvärdera|kan inte bedömas|bedömning saknas|data saknas', 'could not be assessed|not assessed|unknown|no data'],
  'not-applicable': ['ei koske', 'gäller inte', 'does not apply|n/a|not applicable'],
};

const FORECAST_WORDS: Readonly<Record<Forecast, Words>> = {
  'on-track': [
    'toteutuu|toteutuu kokonaan|toteutumassa|saavutetaan|aikataulussa|suunnitelman mukaisesti',
    'uppnås|kan uppnås|bedöms kunna uppnås|bedöms bli uppfyllt|genomförs|genomförs helt|förverkligas|nås|i tid|enligt plan',
    'on track|on time|will be met|on target'],
  'partly': [
    'toteutuu osittain|toteutuu osin|toteutuu pääosin',
    'genomförs delvis|kan delvis uppnås|bedöms bli delvis uppfyllt|uppnås delvis|förverkligas delvis|nås delvis', 'partly|will be partly met'],
  'at-risk': [
    'vaarassa|uhattuna|epävarma|toteutuminen epävarmaa',
    'osäkert|osäkert om målet kan uppnås|blir svårt att uppnå|i riskzonen', 'at risk|off target but recoverable'],
  'not-met': [
    'ei toteudu|ei tule toteutumaan|ei saavuteta',
    'genomförs inte|uppnås inte|bedöms inte kunna uppnås|bedöms inte bli uppfyllt|förverkligas inte|nås inte',
    'will not be met|off target|off track'],
  'not-assessed': ['ei arvioitu|ei ennustetta|ei voida arvioida', 'inte bedömt|ingen prognos', 'not assessed|no forecast'],
};

/** No word above is longer or has a digit: most texts need not be looked at. */
const MAY_BE_STATUS = /^\D{1,60}$/;

let headers: ReadonlyMap<string, readonly Meaning[]> | undefined;
let statuses: ReadonlyMap<string, Status> | undefined;

/** The form in which headers are compared: letters, digits, `%` and brackets. */
export function headerKey(header: string): string {
  return folded(header).replace(/[\s\-/.,:;*_]+/g, '');
}

/** The fields that a header or label may name, the likeliest first; none where nobody knows it. An English plural is its singular. */
export function fieldsNamed(header: string): readonly Meaning[] {
  headers ??= headerIndex();
  const key = headerKey(header);
  return headers.get(key) ?? headers.get(key.replace(/s$/, '')) ?? [];
}

/** What a word says of a goal, or a code as programs write it. */
export function statusNamed(word: string): Status {
  statuses ??= statusIndex();
  return (MAY_BE_STATUS.test(word) && statuses.get(statusKey(word))) || {};
}

function headerIndex(): ReadonlyMap<string, readonly Meaning[]> {
  const index = new Map<string, Meaning[]>();
  for (const [is, ...words] of HEADERS) {
    words.forEach((ofLanguage, n) => {
      for (const word of ofLanguage.split('|').filter(Boolean)) {
        const key = headerKey(word);
        const known = index.get(key) ?? [];
        const same = known.findIndex((meaning) => meaning.is === is);
        if (same < 0) known.push({ is, lang: LANGUAGES[n] });
        else if (known[same]!.lang !== LANGUAGES[n]) known[same] = { is, lang: undefined };
        index.set(key, known);
      }
    });
  }
  // Files that programs write name fields as we do.
  for (const [is] of HEADERS) if (!index.has(headerKey(is))) index.set(headerKey(is), [{ is, lang: undefined }]);
  return index;
}

function statusIndex(): ReadonlyMap<string, Status> {
  const index = new Map<string, Status>();
  for (const [kind, dictionary] of Object.entries({ state: STATE_WORDS, forecast: FORECAST_WORDS })) {
    for (const [code, words] of Object.entries(dictionary)) {
      for (const word of [code, ...words.join('|').split('|')]) index.set(statusKey(word), { ...index.get(statusKey(word)), [kind]: code });
    }
  }
  return index;
}

/** Words in any order; Swedish ones without the ending of their gender (`påbörjad`, `påbörjat`), and `ej` as `inte`. */
function statusKey(word: string): string {
  return folded(word)
    .split(' ')
    .map((part) => (part === 'ej' ? 'inte' : part.replace(/^(.{4,}?)(?:[dt]|e[nt])$/, '$1')))
    .sort()
    .join(' ');
}
