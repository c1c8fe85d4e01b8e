import { expect } from '@open-wc/testing';
import type { Block } from '../../src/model/document.ts';
import type { RefusedDocument } from '../../src/model/gate.ts';
import { channelsResource } from '../../src/model/channels-resource.ts';
import { above, across, cell, documentOf, left, paragraph, table } from './goal-documents.ts';
import { read, readBlocks } from './channel-documents.ts';

const HEADER = 'Viestintäkanava|Tavoite|Kohderyhmä|Sisältö';

describe('a table of channels', () => {
  it('gives each its purposes, audiences and contents', async () => {
    const { channels, codes, skipped } = await readBlocks(table([
      HEADER,
      ['Facebook', '- Tavoittaa asukkaat nopeasti\n- Kertoa uutisista', '• Asukkaat, matkailijat', 'Ajankohtaiset asiat'],
    ]));
    expect(channels).to.deep.equal([{
      id: 'facebook', name: 'Facebook', children: [], purposes: ['Tavoittaa asukkaat nopeasti', 'Kertoa uutisista'],
      audiences: ['Asukkaat', 'matkailijat'], contents: ['Ajankohtaiset asiat'], needs: [], links: [], details: [],
    }]);
    expect([codes, skipped]).to.deep.equal([[], []]);
  });

  for (const header of [
    'Viestintä-\nkanava|TAVOITE:|Kohde\u00ADryhmät|Sisältö', 'Viestintä- ja markkinointikanava|Tarkoitus|Kenelle|Aiheet',
    'Kommunikationskanal|Mål|Målgrupp|Innehåll', 'Kanal|Syfte|Målgrupper|Budskap', 'Communication channel|Purpose|Target group|Content',
    'Viestintäkanava – Kommunikationskanal|Tavoite – Mål|Kohderyhmä – Målgrupp|Sisältö – Innehåll',
  ]) {
    it(`is known by the header ${header.replace(/\n/g, '↵')}`, async () => {
      const { channels, codes } = await readBlocks(table([header, 'Wilma|Tiedottaa|Huoltajat|Koulun asiat']));
      expect(channels.map(({ name, purposes, audiences, contents }) => [name, purposes, audiences, contents])).to.deep.equal([['Wilma', ['Tiedottaa'], ['Huoltajat'], ['Koulun asiat']]]);
      expect(codes).to.deep.equal([]);
    });
  }

  it('has the sub-channels of a channel below its name', async () => {
    const { channels } = await readBlocks(table([
      HEADER,
      ['Kaupungin verkkosivut\n- merilehto.example\n- Kesäteatteri', 'Kertoa', '', ''],
      ['Lehdet (Rannikon Sanomat,\nSaaristoviesti)', 'Kertoa', '', ''],
      ['Info- ja\nkeskustelutilaisuudet', 'Kertoa', '', ''],
      ['Sosiaalinen media:\n• Facebook\n• Instagram\n(nuoriso)', 'Kertoa', '', ''],
    ]));
    expect(channels.map(({ name, children }) => [name, children.map((child) => child.name)])).to.deep.equal([
      ['Kaupungin verkkosivut', ['merilehto.example', 'Kesäteatteri']],
      ['Lehdet (Rannikon Sanomat, Saaristoviesti)', []],
      ['Info- ja keskustelutilaisuudet', []],
      ['Sosiaalinen media', ['Facebook', 'Instagram (nuoriso)']],
    ]);
    expect(channels[0]!.children[0]!.links).to.deep.equal([{ text: 'merilehto.example', href: 'https://merilehto.example' }]);
  });

  it('takes a channel that is repeated after a page break once, with the header above it, and loses nothing of it', async () => {
    const { channels } = await readBlocks(
      table([HEADER, 'Facebook|Kertoa|Asukkaat|Uutiset', 'Puhelin|Palvella|Asukkaat|Kaikki', HEADER, 'FACEBOOK|Kertoa|Nuoret|Uutiset', 'Radio|Kertoa|Asukkaat|Mainokset']),
      table([HEADER, 'Puhelin|Palvella|Asukkaat|Kaikki']),
    );
    expect(channels.map(({ name }) => name)).to.deep.equal(['Facebook', 'Puhelin', 'Radio']);
    expect(channels[0]!.audiences).to.deep.equal(['Asukkaat', 'Nuoret']);
  });

  it('goes on with a channel whose row a page break has cut', async () => {
    const { channels, skipped } = await readBlocks(table([
      HEADER, ['Verkkosivut\n- Kirjasto', '- Kertoa', 'Asukkaat', ''], ['', '- Palvella', '', ''], [above('Verkkosivut'), '', 'Matkailijat', ''], ['- Uimahalli', '', '', ''],
    ]));
    expect(channels).to.have.length(1);
    expect(channels[0]).to.deep.include({ purposes: ['Kertoa', 'Palvella'], audiences: ['Asukkaat', 'Matkailijat'] });
    expect(channels[0]!.children.map(({ name }) => name)).to.deep.equal(['Kirjasto', 'Uimahalli']);
    expect(skipped).to.deep.equal([]);
  });

  it('names the row that has no channel, and keeps the others', async () => {
    const { channels, skipped } = await readBlocks(table([HEADER, '|Kertoa|Asukkaat|', 'Radio|Kertoa|Asukkaat|']));
    expect(channels.map(({ name }) => name)).to.deep.equal(['Radio']);
    expect(skipped).to.deep.equal([{ code: 'row-without-channel', place: { table: 1, row: 2 } }]);
  });

  it('stands under the heading before it, under a row across it, or under a column for groups', async () => {
    const { channels } = await readBlocks(
      paragraph('Verkossa', 3), table([HEADER, 'Facebook|Kertoa||']),
      paragraph('Paikan päällä', 3), table([HEADER, 'Kirjasto|Kertoa||', across('Lehdet', 4), 'Saaristoviesti|Kertoa||']),
      table(['Kanava|Kohderyhmä|Ryhmä', 'Radio|Asukkaat|Äänenä']),
    );
    expect(channels.map(({ name, group }) => [name, group])).to.deep.equal([['Facebook', 'Verkossa'], ['Kirjasto', 'Paikan päällä'], ['Saaristoviesti', 'Lehdet'], ['Radio', 'Äänenä']]);
  });

  it('stays apart from one of the same name in another group', async () => {
    const headings = await readBlocks(
      paragraph('Paikan päällä', 3), table([HEADER, 'Kirjasto|Kertoa|Asukkaat|']), paragraph('Verkossa', 3), table([HEADER, 'Kirjasto|Palvella|Nuoret|', 'Kirjasto|Palvella|Lapset|']),
    );
    expect(headings.channels.map(({ id, group, audiences }) => [id, group, audiences])).to.deep.equal([['kirjasto', 'Paikan päällä', ['Asukkaat']], ['kirjasto-2', 'Verkossa', ['Nuoret', 'Lapset']]]);
    const column = await readBlocks(table(['Kanava|Kohderyhmä|Ryhmä', 'Kirjasto|Asukkaat|Paikan päällä', 'Kirjasto|Nuoret|Verkossa']));
    expect(column.channels.map(({ group, audiences }) => [group, audiences])).to.deep.equal([['Paikan päällä', ['Asukkaat']], ['Verkossa', ['Nuoret']]]);
  });

  it('reads columns for needs, direction, internet, contact, hours and the day of the last check', async () => {
    const { channels, codes } = await readBlocks(table([
      'Kanava|Tarve|Vuorovaikutus|Tarvitsee netin|Puhelin|Sähköposti|Linkki|Osoite|Aukioloajat|Tarkistettu|Ylläpitäjä|Julkaisutahti',
      ['Asiakaspalvelu', 'Anna palautetta, seuraa päätöksiä, varaa sali', 'kaksisuuntainen', 'ei', '06 000 1200', 'asiakaspalvelu@merilehto.example', 'www.merilehto.example/palaute', 'Satamakatu 4\nMerilehto', 'ma–pe 9–15', '14.8.2026', 'Viestintä', 'joka päivä'],
    ]));
    expect(codes).to.deep.equal([]);
    expect(channels[0]).to.deep.include({
      needs: [{ code: 'give-feedback', word: 'Anna palautetta' }, { code: 'follow-decisions', word: 'seuraa päätöksiä' }, { word: 'varaa sali' }, { code: 'without-internet' }],
      direction: 'two-way', needsInternet: false, address: 'Satamakatu 4, Merilehto', checked: '2026-08-14', responsible: 'Viestintä', frequency: 'joka päivä',
      links: [
        { text: '06 000 1200', href: 'tel:060001200' },
        { text: 'asiakaspalvelu@merilehto.example', href: 'mailto:asiakaspalvelu@merilehto.example' },
        { text: 'www.merilehto.example/palaute', href: 'https://www.merilehto.example/palaute' },
      ],
      hours: { text: 'ma–pe 9–15', weekly: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: '09:00', closes: '15:00' }], exceptions: [] },
    });
  });

  it('keeps what it does not understand as it is written, and tells the editor', async () => {
    const { channels, codes } = await readBlocks(table([
      'Kanava|Suunta|Internet|Aukioloajat|Tarkistettu|Puhelin|Väri', 'Kirjasto|ylöspäin|joskus|ark. 9–15|viime viikolla|kysy neuvonnasta|sininen',
    ]));
    expect(codes).to.deep.equal(['column-unknown', 'direction-unknown', 'internet-unknown', 'hours-as-text', 'checked-wrong', 'phone-wrong']);
    expect(channels[0]!.hours).to.deep.equal({ text: 'ark. 9–15', exceptions: [] });
    expect(channels[0]!.details).to.deep.equal([
      { label: 'Suunta', text: 'ylöspäin' }, { label: 'Internet', text: 'joskus' }, { label: 'Tarkistettu', text: 'viime viikolla' }, { label: 'Puhelin', text: 'kysy neuvonnasta' }, { label: 'Väri', text: 'sininen' },
    ]);
    expect(channels[0]).to.not.have.any.keys('direction', 'needsInternet', 'checked');
  });

  it('takes no day of the last check that the calendar does not have', async () => {
    const { channels, codes } = await readBlocks(table(['Kanava|Kohderyhmä|Tarkistettu', 'Radio|Asukkaat|1.13.2026', 'Lehti|Asukkaat|31.2.2026', 'Puhelin|Asukkaat|29.2.2028', 'Kirjasto|Asukkaat|2026-08-14']));
    expect(channels.map(({ checked }) => checked)).to.deep.equal([undefined, undefined, '2028-02-29', '2026-08-14']);
    expect(codes).to.deep.equal(['checked-wrong', 'checked-wrong']);
  });

  it('sorts mixed contact details by what they plainly are', async () => {
    const { channels } = await readBlocks(table([
      'Kanava|Kohderyhmä|Yhteystiedot',
      ['Kirjasto', 'Asukkaat', 'puh. 06 000 1240\nkirjasto@merilehto.example\nhttps://merilehto.example/kirjasto\nKysy tiskiltä 2. kerroksesta'],
    ]));
    expect(channels[0]!.links.map(({ href }) => href)).to.deep.equal(['tel:060001240', 'mailto:kirjasto@merilehto.example', 'https://merilehto.example/kirjasto']);
    expect(channels[0]!.details).to.deep.equal([{ label: 'Yhteystiedot', text: 'Kysy tiskiltä 2. kerroksesta' }]);
  });

  it('takes links from the cells, drops those that would run code, and says so', async () => {
    const name = { ...cell('Verkkosivut\n- Kesäteatteri'), links: [{ text: 'Kesäteatteri', href: 'https://teatteri.example/' }, { text: 'Verkkosivut', href: 'java\nscript:alert(1)' }] };
    const { channels, codes } = await readBlocks(table([HEADER, [name, 'Kertoa', { ...cell('Asukkaat'), links: [{ text: 'Asukkaat', href: '/asukkaat' }] }, '']]));
    expect(channels[0]!.children[0]!.links).to.deep.equal([{ text: 'Kesäteatteri', href: 'https://teatteri.example/' }]);
    expect(channels[0]!.links).to.deep.equal([{ text: 'Asukkaat', href: '/asukkaat' }]);
    expect(codes).to.deep.equal(['link-unsafe']);
  });

  it('has its texts in two languages where it has columns or halves for both', async () => {
    const columns = await readBlocks(table(['Kanava|Kanal|Kohderyhmä|Målgrupp', 'Lehti|Tidning|Asukkaat, yritykset|Invånare, företag']));
    expect(columns.channels[0]).to.deep.include({ name: { fi: 'Lehti', sv: 'Tidning' }, audiences: [{ fi: 'Asukkaat', sv: 'Invånare' }, { fi: 'yritykset', sv: 'företag' }] });
    const halves = await readBlocks(table(['Kanava / Kanal|Sisältö / Innehåll', 'Lehti / Tidning|Uutiset / Nyheter']));
    expect(halves.channels[0]).to.deep.include({ name: { fi: 'Lehti', sv: 'Tidning' }, contents: [{ fi: 'Uutiset', sv: 'Nyheter' }] });
    const swedish = await read(documentOf([table(['Kanal|Målgrupp', 'Tidning|Invånare'])], 'sv'));
    expect(swedish.channels[0]!.name).to.deep.equal({ sv: 'Tidning' });
  });

  it('is told by the editor what her own headers mean', async () => {
    const { channels, codes } = await read(documentOf([table(['Palvelu|Väelle', 'Radio|Asukkaat'])]), { columns: 'Palvelu=channel;Väelle=audience;Puuttuu=content;outo' });
    expect(channels[0]).to.deep.include({ name: 'Radio', audiences: ['Asukkaat'] });
    expect(codes).to.deep.equal(['columns-option-unknown', 'column-missing']);
  });

  it('takes a cell merged over several rows for each of them', async () => {
    const { channels } = await readBlocks(table([HEADER, ['Facebook', 'Kertoa', 'Nuoret', ''], ['Instagram', 'Kertoa', above('Nuoret'), ''], ['Radio', 'Kertoa', 'Kaikki', left('Kaikki')]]));
    expect(channels.map(({ audiences }) => audiences)).to.deep.equal([['Nuoret'], ['Nuoret'], ['Kaikki']]);
    expect(channels[2]!.contents).to.deep.equal([]);
  });

  it('leaves out what Excel could not work out', async () => {
    const { channels, codes } = await readBlocks(table([HEADER, 'Facebook|#NIMI?|Nuoret|-']));
    expect(channels[0]).to.deep.include({ purposes: [], contents: [] });
    expect(codes).to.deep.equal(['cell-fault']);
  });
});

describe('what is not a table of channels', () => {
  const recognises = (...blocks: readonly Block[]) => channelsResource.recognises(blocks, { lang: 'fi' });

  it('is not taken for one', async () => {
    expect(await recognises(table(['Toiminnallinen tavoite|Mittari|Toteuma', 'Kirjasto|x|y']))).to.equal(false);
    expect(await recognises(table(['Nimi|Puhelin', 'Matti|123']))).to.equal(false);
    expect(await recognises(paragraph('Kanavat ovat tiedostossa.'))).to.equal(false);
    expect(await recognises(table([HEADER, 'Radio|x|y|z']))).to.equal(true);
  });

  it('is refused with what is missing', async () => {
    const refusal = async (...blocks: readonly Block[]) => readBlocks(...blocks).then(() => undefined, (error: unknown) => (error as RefusedDocument).fault);
    expect(await refusal(paragraph('Ei taulukkoa'))).to.deep.equal({ code: 'no-channels' });
    expect(await refusal(table(['Nimi|Puhelin', 'Matti|123']))).to.deep.equal({ code: 'no-channel-column' });
    expect(await refusal(table(['Väline|Kohderyhmä|Sisältö', 'Radio|Asukkaat|Mainokset']))).to.deep.equal({ code: 'no-channel-column', place: { table: 1, row: 1 } });
  });

  it('is empty where it has headers alone', async () => {
    const { count, codes } = await readBlocks(table([HEADER]));
    expect([count, codes]).to.deep.equal([0, ['empty-table']]);
  });
});
