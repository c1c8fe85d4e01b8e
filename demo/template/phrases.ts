import type { Language } from './site.ts';

/** What the template itself says, around every page's content. */
interface Phrases {
  readonly town: string;
  readonly townTitle: string;
  readonly skip: string;
  readonly language: string;
  readonly menu: string;
  readonly mainNavigation: string;
  readonly breadcrumb: string;
  readonly section: string;
  readonly address: readonly string[];
  readonly contactHeading: string;
  readonly phone: string;
  readonly phoneHours: string;
  readonly siteHeading: string;
  readonly feedback: string;
  readonly privacy: string;
  /** The tool for editors. */
  readonly builder: string;
  readonly sample: string;
}

export const PHRASES: Readonly<Record<Language, Phrases>> = {
  fi: {
    town: 'Merilehto',
    townTitle: 'Merilehdon kaupunki',
    skip: 'Siirry sisältöön',
    language: 'Kieli',
    menu: 'Valikko',
    mainNavigation: 'Päävalikko',
    breadcrumb: 'Murupolku',
    section: 'Tässä osiossa',
    address: ['Kaupungintalo', 'Satamakatu 4', 'Merilehto'],
    contactHeading: 'Asiakaspalvelu',
    phone: 'Puhelin',
    phoneHours: 'arkisin klo 9–15',
    siteHeading: 'Tietoa sivustosta',
    feedback: 'Anna palautetta',
    privacy: 'Tietosuoja',
    builder: 'Tee oma upotus',
    sample: 'Merilehto on keksitty kaupunki. Sivusto on Aukio-kirjaston esimerkki.',
  },
  sv: {
    town: 'Havslunda',
    townTitle: 'Havslunda stad',
    skip: 'Gå till innehållet',
    language: 'Språk',
    menu: 'Meny',
    mainNavigation: 'Huvudmeny',
    breadcrumb: 'Länkstig',
    section: 'I det här avsnittet',
    address: ['Stadshuset', 'Hamngatan 4', 'Havslunda'],
    contactHeading: 'Kundtjänst',
    phone: 'Telefon',
    phoneHours: 'vardagar kl. 9–15',
    siteHeading: 'Om webbplatsen',
    feedback: 'Ge respons',
    privacy: 'Dataskydd',
    builder: 'Gör din egen inbäddning',
    sample: 'Havslunda är en påhittad stad. Webbplatsen är ett exempel för biblioteket Aukio.',
  },
  en: {
    town: 'Merilehto',
    townTitle: 'Town of Merilehto',
    skip: 'Skip to content',
    language: 'Language',
    menu: 'Menu',
    mainNavigation: 'Main menu',
    breadcrumb: 'Breadcrumb',
    section: 'In this section',
    address: ['Town Hall', 'Satamakatu 4', 'Merilehto'],
    contactHeading: 'Customer service',
    phone: 'Telephone',
    phoneHours: 'weekdays 9–15',
    siteHeading: 'About this site',
    feedback: 'Give feedback',
    privacy: 'Data protection',
    builder: 'Make your own embed',
    sample: 'Merilehto is a fictional town. The site is a sample of the Aukio library.',
  },
};

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

/** The other official name of the town, shown beside its name in the page's language. */
export const OTHER_NAME: Readonly<Record<Language, { readonly name: string; readonly lang: Language }>> = {
  fi: { name: 'Havslunda', lang: 'sv' },
  sv: { name: 'Merilehto', lang: 'fi' },
  en: { name: 'Havslunda', lang: 'sv' },
};
