import type { ChannelEditorMessages } from './en.ts';

export const sv: ChannelEditorMessages = {
  'no-channels': 'Här hittades varken en tabell över kanaler eller en länklista. Tabellen ska ha en kolumn ”Kommunikationskanal” och dessutom till exempel ”Målgrupp”. Listan ska ha länkar till telefonnummer, e-post eller webben.',
  'no-channel-column': 'Tabellen saknar en kolumn för kanalen och har därför utelämnats. Ge en kolumn rubriken ”Kommunikationskanal” eller ange vilken den är: columns="Din rubrik=channel".',
  'row-without-channel': 'Raden saknar kanalens namn och har därför utelämnats. Skriv namnet i en egen cell.',
  'column-unknown': 'Kolumnen ”{value}” är okänd. Den visas bland kanalens övriga uppgifter. Om den är någon av katalogens kolumner, ange det så här: columns="{value}=audience".',
  'columns-option-unknown': 'I attributet columns står ”{value}”, som inte går att tolka. Skriv rubrik=fält, till exempel columns="Tjänst=channel;Vem=audience".',
  'empty-table': 'Tabellen har rubriker men inga kanaler.',
  'link-unsafe': 'Länken ”{value}” har utelämnats. Bara länkar med https, http, mailto och tel visas.',
  'direction-unknown': '”{value}” anger inte om man kan svara. Skriv ”envägs” eller ”tvåvägs”. Texten visas som den är skriven.',
  'internet-unknown': '”{value}” anger inte om internet behövs. Skriv ”ja” eller ”nej”. Texten visas som den är skriven.',
  'checked-wrong': '”{value}” är inget datum. Skriv 14.8.2026 eller 2026-08-14.',
  'phone-wrong': '”{value}” innehåller inget telefonnummer och visas därför som text.',
  'hours-as-text': 'Öppettiden ”{value}” visas som den är skriven. Om sidan ska visa om det är öppet nu, ange dagar och klockslag, till exempel ”mån–fre 9–15”. ”Vardagar” anger inte om lördagen räknas med.',
  'hours-wrong': 'Öppettiden eller undantaget ”{value}” går inte att tolka och har utelämnats, liksom hela den vecka eller lista som det står i. Ange ett datum (date, eller from och to) och ett av följande: closed, spans, weekly. Klockslag skrivs 09:00, och öppning och stängning ska vara olika.',
  'field-wrong': 'Fältet är av fel slag och kanalen har därför utelämnats.',
  'id-twice': 'Två kanaler har samma id ”{value}”. Den andra fick ett nytt.',
  'no-source': 'Ingenstans anges varifrån kanalerna kommer. Lägg tabellen eller listan inuti, eller ange filens adress i attributet src.',
};
