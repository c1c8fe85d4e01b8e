import type { ChannelEditorMessages } from './en.ts';

export const fi: ChannelEditorMessages = {
  'no-channels': 'Tästä ei löytynyt kanavataulukkoa eikä linkkiluetteloa. Taulukossa pitää olla sarake ”Viestintäkanava” ja sen lisäksi esimerkiksi ”Kohderyhmä”. Luettelossa pitää olla linkkejä, kuten puhelinnumeroita, sähköpostiosoitteita tai verkko-osoitteita.',
  'no-channel-column': 'Taulukossa ei ole saraketta kanavan nimelle, joten se jätettiin pois. Anna yhdelle sarakkeelle otsikoksi ”Viestintäkanava” tai kerro, mikä sarake se on: columns="Oma otsikkosi=channel".',
  'row-without-channel': 'Rivillä ei ole kanavan nimeä, joten se jätettiin pois. Kirjoita nimi omaan soluunsa.',
  'column-unknown': 'Saraketta ”{value}” ei tunnisteta. Se näytetään kanavan muissa tiedoissa. Jos se on jokin luettelon sarakkeista, kerro se näin: columns="{value}=audience".',
  'columns-option-unknown': 'Asetuksessa columns lukee ”{value}”, jota ei ymmärretä. Kirjoita otsikko=kenttä, esimerkiksi columns="Palvelu=channel;Keille=audience".',
  'empty-table': 'Taulukossa on otsikot, mutta ei yhtään kanavaa.',
  'link-unsafe': 'Linkki ”{value}” jätettiin pois. Vain https-, http-, mailto- ja tel-linkit näytetään.',
  'direction-unknown': '”{value}” ei kerro, voiko kanavassa vastata. Kirjoita ”yksisuuntainen” tai ”kaksisuuntainen”. Teksti näytetään sellaisenaan.',
  'internet-unknown': '”{value}” ei kerro, tarvitaanko nettiä. Kirjoita ”kyllä” tai ”ei”. Teksti näytetään sellaisenaan.',
  'checked-wrong': '”{value}” ei ole päivämäärä. Kirjoita 14.8.2026 tai 2026-08-14.',
  'phone-wrong': 'Kohdassa ”{value}” ei ole puhelinnumeroa, joten se näytetään tekstinä.',
  'hours-as-text': 'Aukioloaika ”{value}” näytetään sellaisenaan. Jos haluat sivun kertovan, onko nyt auki, nimeä päivät ja kellonajat, esimerkiksi ”ma–pe 9–15”. ”Arkisin” ei kerro, onko lauantai mukana.',
  'hours-wrong': 'Aukioloaikaa tai poikkeusta ”{value}” ei ymmärretä, joten se jätettiin pois ja sen mukana koko viikko tai luettelo, jossa se on. Anna päivä (date, tai from ja to) ja yksi näistä: closed, spans, weekly. Kellonaika kirjoitetaan 09:00, ja avaamis- ja sulkemisajan pitää olla eri.',
  'field-wrong': 'Kenttä ei ole oikeanlainen, joten kanava jätettiin pois.',
  'id-twice': 'Kahdella kanavalla on sama tunnus ”{value}”. Toinen sai uuden tunnuksen.',
  'no-source': 'Missään ei kerrota, mistä kanavat tulevat. Laita taulukko tai luettelo alueen sisään tai anna tiedoston osoite asetuksessa src.',
};
