import { FORECASTS, STATES, type Forecast, type State } from './goals.ts';
import { folded } from './text.ts';

/** What a column or a label of a goal report can hold. These are the names in `columns="Mål=goal"`. */
export const FIELDS = [
  'id', 'focus', 'line', 'goal', 'measure', 'target', 'responsible', 'actual', 'state', 'forecast', 'completion',
  'target-number', 'actual-number', 'unit', 'period', 'as-of', 'body',
  'baseline', 'schedule', 'explanation', 'actions', 'detail',
] as const;
export type Field = (typeof FIELDS)[number];

/** What a word means, and the language it is a word of; none where it is one in several. */
export interface Meaning<Name> {
  readonly is: Name;
  readonly lang: string | undefined;
}

/** Words of one meaning in Finnish, Swedish and English, separated by `|`. */
type Words = readonly [fi: string, sv: string, en: string];
type Dictionary<Name> = ReadonlyMap<string, readonly Meaning<Name>[]>;

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

const STATE_WORDS: Readonly<Record<State, Words>> = {
  'achieved': [
    'toteutunut|toteutui|kokonaan toteutunut|toteutunut kokonaan|saavutettu|valmis|tehty',
    'uppnåtts|uppnåddes|har uppnåtts|uppnått|uppnådd|uppfyllt|uppfylld|uppfylldes|nåddes|genomfört|genomförd|genomförts|färdigställt|färdigställd|avslutat|avslutad|klar|klart',
    'achieved|realised|realized|completed|complete|met|done'],
  'partly-achieved': [
    'toteutunut osittain|osittain toteutunut|toteutui osittain|pääosin toteutunut|toteutunut pääosin|osin|osin toteutunut|toteutunut osin',
    'nåddes delvis|delvis nått|delvis uppfyllt|delvis uppfylld|uppfylldes delvis|delvis uppnåtts|har delvis uppnåtts|uppnåddes delvis|delvis genomförd|delvis genomfört',
    'partly achieved|partially achieved|partly met|partially met'],
  'in-progress': [
    'käynnissä|etenee|työn alla|kesken|käynnistynyt|aloitettu|suunnitteilla|toteutuksessa',
    'pågår|pågående|påbörjad|påbörjat|under arbete|under planering', 'in progress|ongoing|under way|underway|started'],
  'delayed': ['myöhässä|viivästynyt', 'försenad|försenat|sen|sent', 'late|delayed|behind schedule'],
  'not-started': [
    'ei aloitettu|ei käynnistynyt|aloittamatta', 'ej påbörjad|ej påbörjat|inte påbörjad|inte påbörjat', 'not started'],
  'not-achieved': [
    'ei toteutunut|jäi toteutumatta|toteutumatta|ei saavutettu',
    'nåddes inte|uppfylldes inte|uppnåddes inte|har inte uppnåtts|inte uppnåtts|ej uppfyllt|ej uppfylld|inte uppfyllt|inte uppfylld|ej uppnått',
    'not achieved|not met|missed'],
  'postponed': ['lykätty|siirretty', 'uppskjuten|uppskjutet|framskjuten|framskjutet', 'postponed|deferred'],
  'cancelled': [
    'peruttu|luovuttu|keskeytetty|ei toteuteta', 'avbruten|avbrutet|inställd|inställt|avförd|avfört', 'cancelled|canceled|dropped'],
  'not-assessed': [
    'ei voitu arvioida|ei voitu todentaa|ei arvioitu|ei tietoa',
    'gick inte att utvärdera|kan inte bedömas|bedömning saknas|data saknas', 'could not be assessed|not assessed|unknown|no data'],
  'not-applicable': ['ei koske', 'gäller inte', 'does not apply|n/a|not applicable'],
};

const FORECAST_WORDS: Readonly<Record<Forecast, Words>> = {
  'on-track': [
    'toteutuu|toteutuu kokonaan|toteutumassa|saavutetaan|aikataulussa|suunnitelman mukaisesti',
    'uppnås|kan uppnås|bedöms kunna uppnås|bedöms bli uppfyllt|bedöms bli uppfylld|genomförs|genomförs helt|förverkligas|nås|i tid|enligt plan',
    'on track|on time|will be met|on target'],
  'partly': [
    'toteutuu osittain|toteutuu osin|toteutuu pääosin',
    'genomförs delvis|kan delvis uppnås|bedöms bli delvis uppfyllt|bedöms bli delvis uppfylld|uppnås delvis|förverkligas delvis|nås delvis',
    'partly|will be partly met'],
  'at-risk': [
    'vaarassa|uhattuna|epävarma|toteutuminen epävarmaa',
    'osäkert|osäkert om målet kan uppnås|blir svårt att uppnå|i riskzonen', 'at risk|off target but recoverable'],
  'not-met': [
    'ei toteudu|ei tule toteutumaan|ei saavuteta',
    'genomförs inte|uppnås inte|bedöms inte kunna uppnås|bedöms inte bli uppfyllt|bedöms inte bli uppfylld|förverkligas inte|nås inte',
    'will not be met|off target|off track'],
  'not-assessed': ['ei arvioitu|ei ennustetta|ei voida arvioida', 'inte bedömd|inte bedömt|ingen prognos', 'not assessed|no forecast'],
};

let headers: Dictionary<Field> | undefined;
let states: Dictionary<State> | undefined;
let forecasts: Dictionary<Forecast> | undefined;

/** The form in which headers are compared: letters, digits, `%` and brackets. */
export function headerKey(header: string): string {
  return folded(header).replace(/[\s\-/.,:;*_]+/g, '');
}

/** The fields that a header or label may name, the likeliest first; none where nobody knows it. An English plural is its singular. */
export function fieldsNamed(header: string): readonly Meaning<Field>[] {
  headers ??= indexed(HEADERS, headerKey);
  const key = headerKey(header);
  return headers.get(key) ?? headers.get(key.replace(/s$/, '')) ?? [];
}

/** The actual state that a word says. */
export function stateNamed(word: string): Meaning<State> | undefined {
  states ??= indexed(STATES.map((code) => [code, ...STATE_WORDS[code]] as const), folded);
  return states.get(folded(word))?.[0];
}

/** The forecast that a word says. */
export function forecastNamed(word: string): Meaning<Forecast> | undefined {
  forecasts ??= indexed(FORECASTS.map((code) => [code, ...FORECAST_WORDS[code]] as const), folded);
  return forecasts.get(folded(word))?.[0];
}

function indexed<Name extends string>(entries: readonly (readonly [Name, ...Words])[], keyOf: (word: string) => string): Dictionary<Name> {
  const index = new Map<string, Meaning<Name>[]>();
  for (const [is, ...words] of entries) {
    words.forEach((ofLanguage, n) => {
      for (const word of ofLanguage.split('|').filter(Boolean)) {
        const key = keyOf(word);
        const known = index.get(key) ?? [];
        const same = known.findIndex((meaning) => meaning.is === is);
        if (same < 0) known.push({ is, lang: LANGUAGES[n] });
        else if (known[same]!.lang !== LANGUAGES[n]) known[same] = { is, lang: undefined };
        index.set(key, known);
      }
    });
  }
  // Files that programs write name fields and codes as we do.
  for (const [is] of entries) if (!index.has(keyOf(is))) index.set(keyOf(is), [{ is, lang: undefined }]);
  return index;
}
