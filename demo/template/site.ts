/** The pages of the sample city's website, as its CMS would hold them. */

export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
type InEachLanguage = Readonly<Record<Language, string>>;

/** One page. Its content is `content/<language>/<name>.html`, its address `path`, which begins and ends with a slash. */
export interface Page {
  readonly name: string;
  readonly parent?: string;
  readonly path: InEachLanguage;
  /** The page's `h1` and, without its soft hyphens, the browser's title. Soft hyphens let long words break on a phone. */
  readonly title: InEachLanguage;
  /** What navigation says instead of the title. */
  readonly label?: InEachLanguage;
  /** One sentence for search engines. */
  readonly summary: InEachLanguage;
  /** True for a page that only the footer or another page links to. */
  readonly hidden?: boolean;
}

export const START = 'start';

export const PAGES: readonly Page[] = [
  {
    name: START,
    path: { fi: '/', sv: '/sv/', en: '/en/' },
    title: { fi: 'Etusivu', sv: 'Startsida', en: 'Home' },
    summary: {
      fi: 'Merilehdon kaupungin palvelut, päätökset ja ajankohtaiset asiat.',
      sv: 'Havslunda stads tjänster, beslut och aktuella ärenden.',
      en: 'Services, decisions and news from the town of Merilehto.',
    },
  },
  {
    name: 'services',
    parent: START,
    path: { fi: '/palvelut/', sv: '/sv/tjanster/', en: '/en/services/' },
    title: { fi: 'Palvelut', sv: 'Tjänster', en: 'Services' },
    summary: {
      fi: 'Kaupungin palvelut ja niiden yhteystiedot.',
      sv: 'Stadens tjänster och deras kontaktuppgifter.',
      en: 'The town’s services and how to reach them.',
    },
  },
  {
    name: 'decisions',
    parent: START,
    path: { fi: '/paatoksenteko/', sv: '/sv/beslutsfattande/', en: '/en/decision-making/' },
    title: { fi: 'Päätöksenteko', sv: 'Beslutsfattande', en: 'Decision-making' },
    summary: {
      fi: 'Miten Merilehdossa päätetään ja miten voit vaikuttaa.',
      sv: 'Så fattas beslut i Havslunda och så kan du påverka.',
      en: 'How decisions are made in Merilehto and how you can influence them.',
    },
  },
  {
    name: 'goals',
    parent: 'decisions',
    path: { fi: '/paatoksenteko/tavoitteet/', sv: '/sv/beslutsfattande/mal/', en: '/en/decision-making/goals/' },
    title: { fi: 'Tavoitteet ja niiden toteutuminen', sv: 'Målen och hur de uppfylls', en: 'Goals and how they are met' },
    summary: {
      fi: 'Mitä kaupunki on luvannut tehdä vuonna 2026 ja miten lupaukset etenevät.',
      sv: 'Vad staden har lovat göra år 2026 och hur löftena framskrider.',
      en: 'What the town has promised to do in 2026, and how the promises are being kept.',
    },
  },
  {
    name: 'goals-wellbeing',
    parent: 'goals',
    path: {
      fi: '/paatoksenteko/tavoitteet/hyvinvointilautakunta/',
      sv: '/sv/beslutsfattande/mal/valfardsnamnden/',
      en: '/en/decision-making/goals/wellbeing-committee/',
    },
    title: { fi: 'Hyvinvointi\u00ADlautakunnan tavoitteet', sv: 'Välfärdsnämndens mål', en: 'Goals of the Wellbeing Committee' },
    label: { fi: 'Hyvinvointilautakunta', sv: 'Välfärdsnämnden', en: 'Wellbeing Committee' },
    summary: {
      fi: 'Hyvinvointilautakunnan tavoitteet ja niiden toteutuminen tammi–heinäkuussa 2026.',
      sv: 'Välfärdsnämndens mål och hur de uppfylldes i januari–juli 2026.',
      en: 'Goals of the Wellbeing Committee and how they were met in January–July 2026.',
    },
  },
  {
    name: 'goals-vitality',
    parent: 'goals',
    path: {
      fi: '/paatoksenteko/tavoitteet/elinvoimalautakunta/',
      sv: '/sv/beslutsfattande/mal/livskraftsnamnden/',
      en: '/en/decision-making/goals/business-and-vitality-committee/',
    },
    title: { fi: 'Elinvoima\u00ADlautakunnan tavoitteet', sv: 'Livskraftsnämndens mål', en: 'Goals of the Business and Vitality Committee' },
    label: { fi: 'Elinvoimalautakunta', sv: 'Livskraftsnämnden', en: 'Business and Vitality Committee' },
    summary: {
      fi: 'Elinvoimalautakunnan tavoitteet ja niiden toteutuminen tammi–heinäkuussa 2026.',
      sv: 'Livskraftsnämndens mål och hur de uppfylldes i januari–juli 2026.',
      en: 'Goals of the Business and Vitality Committee and how they were met in January–July 2026.',
    },
  },
  {
    name: 'goals-changes',
    parent: 'goals',
    path: {
      fi: '/paatoksenteko/tavoitteet/muutokset/',
      sv: '/sv/beslutsfattande/mal/forandringar/',
      en: '/en/decision-making/goals/changes/',
    },
    title: { fi: 'Mikä muuttui keväästä kesään', sv: 'Vad ändrades från våren till sommaren', en: 'What changed from spring to summer' },
    label: { fi: 'Mikä muuttui', sv: 'Vad ändrades', en: 'What changed' },
    summary: {
      fi: 'Hyvinvointilautakunnan kaksi raporttia vuodelta 2026 rinnakkain.',
      sv: 'Välfärdsnämndens två rapporter från år 2026 sida vid sida.',
      en: 'The Wellbeing Committee’s two reports of 2026 side by side.',
    },
  },
  {
    name: 'goals-report',
    parent: 'goals',
    path: {
      fi: '/paatoksenteko/tavoitteet/raportti/',
      sv: '/sv/beslutsfattande/mal/rapport/',
      en: '/en/decision-making/goals/report/',
    },
    title: { fi: 'Tavoiteraportti Word-tiedostona', sv: 'Målrapporten som Word-fil', en: 'The goal report as a Word file' },
    label: { fi: 'Raportti (Word)', sv: 'Rapport (Word)', en: 'Report (Word)' },
    summary: {
      fi: 'Lautakunnalle annettu tavoiteraportti tammi–heinäkuulta 2026.',
      sv: 'Målrapporten för januari–juli 2026, som den gavs till nämnden.',
      en: 'The goal report for January–July 2026, as given to the committee.',
    },
  },
  {
    name: 'goals-figures',
    parent: 'goals',
    path: {
      fi: '/paatoksenteko/tavoitteet/luvut/',
      sv: '/sv/beslutsfattande/mal/siffror/',
      en: '/en/decision-making/goals/figures/',
    },
    title: { fi: 'Tavoitteiden luvut Excel-tiedostona', sv: 'Målens siffror som Excelfil', en: 'The figures as an Excel file' },
    label: { fi: 'Luvut (Excel)', sv: 'Siffror (Excel)', en: 'Figures (Excel)' },
    summary: {
      fi: 'Tavoitteet, joita seurataan lukuina, vuonna 2026.',
      sv: 'De mål som följs upp med siffror år 2026.',
      en: 'The goals that are followed in figures in 2026.',
    },
  },
  {
    name: 'goals-open-data',
    parent: 'goals',
    path: {
      fi: '/paatoksenteko/tavoitteet/avoin-data/',
      sv: '/sv/beslutsfattande/mal/oppna-data/',
      en: '/en/decision-making/goals/open-data/',
    },
    title: { fi: 'Tavoitteet avoimena datana', sv: 'Målen som öppna data', en: 'The goals as open data' },
    label: { fi: 'Avoin data (CSV)', sv: 'Öppna data (CSV)', en: 'Open data (CSV)' },
    summary: {
      fi: 'Kaupungin tavoitteet vuonna 2026 taulukkona, jota saa käyttää vapaasti.',
      sv: 'Stadens mål för år 2026 som en tabell som får användas fritt.',
      en: 'The town’s goals for 2026 as a table that anyone may use.',
    },
  },
  {
    name: 'vote',
    parent: 'decisions',
    path: { fi: '/paatoksenteko/osallistuva-budjetti/', sv: '/sv/beslutsfattande/medborgarbudget/', en: '/en/decision-making/participatory-budget/' },
    title: { fi: 'Äänestä asukkaiden budjetista', sv: 'Rösta om invånarnas budget', en: 'Vote on the residents’ budget' },
    label: { fi: 'Osallistuva budjetti', sv: 'Medborgarbudget', en: 'Participatory budget' },
    summary: {
      fi: 'Asukkaat päättävät äänestämällä, mihin puoli miljoonaa euroa käytetään.',
      sv: 'Invånarna röstar om vad en halv miljon euro används till.',
      en: 'Residents vote on how half a million euros is used.',
    },
  },
  {
    name: 'vote-youth',
    parent: 'decisions',
    path: { fi: '/paatoksenteko/lasten-ja-nuorten-kymppitonni/', sv: '/sv/beslutsfattande/barnens-och-ungas-tiotusen/', en: '/en/decision-making/ten-thousand-for-the-young/' },
    title: { fi: 'Lasten ja nuorten kymppitonni', sv: 'Barnens och ungas tiotusen', en: 'Ten thousand for children and young people' },
    label: { fi: 'Kymppitonni', sv: 'Tiotusen', en: 'Ten thousand for the young' },
    summary: {
      fi: 'Lapset ja nuoret valitsevat äänestämällä, mitä 10 000 eurolla tehdään.',
      sv: 'Barn och unga röstar om vad som görs för 10 000 euro.',
      en: 'Children and young people vote on what is done with €10,000.',
    },
  },
  {
    name: 'budget-results',
    parent: 'decisions',
    path: { fi: '/paatoksenteko/aanestyksen-tulos/', sv: '/sv/beslutsfattande/omrostningens-resultat/', en: '/en/decision-making/result-of-the-vote/' },
    title: { fi: 'Hyvän mielen rahan tulos', sv: 'Resultatet av pengarna för gott humör', en: 'Result of the money for good spirits' },
    summary: {
      fi: 'Mitä asukkaat äänestivät toteutettavaksi ja miten äänet laskettiin.',
      sv: 'Vad invånarna röstade på och hur rösterna räknades.',
      en: 'What residents voted for and how the votes were counted.',
    },
  },
  {
    name: 'news',
    parent: START,
    path: { fi: '/ajankohtaista/', sv: '/sv/aktuellt/', en: '/en/news/' },
    title: { fi: 'Ajankohtaista', sv: 'Aktuellt', en: 'News' },
    summary: { fi: 'Kaupungin uutiset.', sv: 'Nyheter från staden.', en: 'News from the town.' },
  },
  {
    name: 'contact',
    parent: START,
    path: { fi: '/yhteystiedot/', sv: '/sv/kontakt/', en: '/en/contact/' },
    title: { fi: 'Yhteystiedot', sv: 'Kontakt', en: 'Contact' },
    summary: {
      fi: 'Kaupungin yhteystiedot, palaute ja tietosuoja.',
      sv: 'Stadens kontaktuppgifter, respons och dataskydd.',
      en: 'Contact details, feedback and data protection.',
    },
  },
  {
    name: 'feedback',
    parent: 'contact',
    path: { fi: '/yhteystiedot/palaute/', sv: '/sv/kontakt/respons/', en: '/en/contact/feedback/' },
    title: { fi: 'Anna palautetta', sv: 'Ge respons', en: 'Give feedback' },
    summary: {
      fi: 'Kerro kaupungille, mikä toimii, mikä on rikki ja mitä ajattelet.',
      sv: 'Berätta för staden vad som fungerar, vad som är trasigt och vad du tycker.',
      en: 'Tell the town what works, what is broken and what you think.',
    },
  },
  {
    name: 'feedback-status',
    parent: 'contact',
    path: { fi: '/yhteystiedot/palautteen-tilanne/', sv: '/sv/kontakt/responsens-lage/', en: '/en/contact/feedback-status/' },
    title: { fi: 'Palautteesi tilanne', sv: 'Läget för din respons', en: 'The state of your feedback' },
    summary: {
      fi: 'Katso koodilla, miten palautteesi käsittely etenee.',
      sv: 'Se med koden hur långt din respons har kommit.',
      en: 'See with your code how far your feedback has come.',
    },
  },
  {
    name: 'channels',
    parent: 'contact',
    path: { fi: '/yhteystiedot/kanavat/', sv: '/sv/kontakt/kanaler/', en: '/en/contact/channels/' },
    title: { fi: 'Näin tavoitat meidät', sv: 'Så når du oss', en: 'How to reach us' },
    summary: {
      fi: 'Kaupungin viestintäkanavat, yhteystiedot ja aukioloajat.',
      sv: 'Stadens kommunikationskanaler, kontaktuppgifter och öppettider.',
      en: 'The town’s channels, contact details and opening hours.',
    },
  },
  {
    name: 'channels-table',
    parent: 'contact',
    path: { fi: '/yhteystiedot/viestintakanavat/', sv: '/sv/kontakt/kommunikationskanaler/', en: '/en/contact/communication-channels/' },
    title: { fi: 'Osallisuus\u00ADohjelman viestintäkanavat', sv: 'Delaktighets\u00ADprogrammets kommunikationskanaler', en: 'Channels of the participation programme' },
    label: { fi: 'Osallisuusohjelman kanavat', sv: 'Delaktighetsprogrammets kanaler', en: 'Participation programme' },
    summary: {
      fi: 'Mitä varten kukin kanava on ja kenelle se on tarkoitettu.',
      sv: 'Vad varje kanal är till för och vem den är avsedd för.',
      en: 'What each channel is for and whom it serves.',
    },
  },
  {
    name: 'accessibility',
    parent: START,
    path: { fi: '/saavutettavuus/', sv: '/sv/tillganglighet/', en: '/en/accessibility/' },
    title: { fi: 'Saavutettavuus\u00ADseloste', sv: 'Tillgänglighets\u00ADutlåtande', en: 'Accessibility statement' },
    summary: {
      fi: 'Miten sivusto toimii eri apuvälineillä ja mihin voit ilmoittaa puutteista.',
      sv: 'Hur webbplatsen fungerar med olika hjälpmedel och vart du kan anmäla brister.',
      en: 'How the site works with assistive technology, and where to report faults.',
    },
    hidden: true,
  },
  {
    name: 'editors',
    parent: START,
    path: { fi: '/toimitus/tavoiteraportti/', sv: '/sv/redaktion/malrapport/', en: '/en/editors/goal-report/' },
    title: { fi: 'Näin julkaiset tavoiteraportin', sv: 'Så publicerar du en målrapport', en: 'How to publish a goal report' },
    summary: {
      fi: 'Ohje verkkotoimittajalle: viisi tapaa tuoda tavoiteraportti sivulle.',
      sv: 'Anvisning för webbredaktörer: fem sätt att publicera en målrapport.',
      en: 'For web editors: five ways to put a goal report on a page.',
    },
    hidden: true,
  },
];

/** The page's own label in navigation. */
export function labelOf(page: Page, language: Language): string {
  return (page.label ?? page.title)[language];
}

/** @throws where no page has this name */
export function pageNamed(name: string): Page {
  const page = PAGES.find((candidate) => candidate.name === name);
  if (!page) throw new Error(`no page is named "${name}"`);
  return page;
}

/** The pages below `page` that navigation shows, in their order. */
export function childrenOf(page: Page): readonly Page[] {
  return PAGES.filter((candidate) => candidate.parent === page.name && !candidate.hidden);
}

/** From the start page down to `page` itself. */
export function trailTo(page: Page): readonly Page[] {
  return page.parent === undefined ? [page] : [...trailTo(pageNamed(page.parent)), page];
}
