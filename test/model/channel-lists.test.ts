import { expect } from '@open-wc/testing';
import { channelsResource } from '../../src/model/channels-resource.ts';
import { readHtml } from '../../src/sources/readers/html.ts';
import { read } from './channel-documents.ts';

/** Blocks as they come from a page. */
function page(markup: string): ReturnType<typeof readHtml> {
  const home = document.createElement('div');
  home.lang = 'fi';
  home.innerHTML = markup;
  return readHtml(home);
}

describe('a list of links', () => {
  it('gives a channel for each item, named by its link or by what stands before an address', async () => {
    const { channels } = await read(page(`<ul>
      <li><a href="https://merilehto.example/palaute">Anna palautetta</a> – verkossa ympäri vuorokauden</li>
      <li>Asiakaspalvelu: <a href="tel:+35860001200">06 000 1200</a>, arkisin 9–15</li>
      <li><a href="mailto:kirjaamo@merilehto.example">kirjaamo@merilehto.example</a></li>
      <li>Ilmoitustaulu kaupungintalolla</li>
    </ul>`));
    expect(channels.map(({ id, name, description, links }) => ({ id, name, description, links }))).to.deep.equal([
      { id: 'anna-palautetta', name: 'Anna palautetta', description: 'verkossa ympäri vuorokauden', links: [{ text: 'Anna palautetta', href: 'https://merilehto.example/palaute' }] },
      { id: 'asiakaspalvelu', name: 'Asiakaspalvelu', description: 'arkisin 9–15', links: [{ text: '06 000 1200', href: 'tel:+35860001200' }] },
      { id: 'kirjaamo-merilehto-example', name: 'kirjaamo@merilehto.example', description: undefined, links: [{ text: 'kirjaamo@merilehto.example', href: 'mailto:kirjaamo@merilehto.example' }] },
      { id: 'ilmoitustaulu-kaupungintalolla', name: 'Ilmoitustaulu kaupungintalolla', description: undefined, links: [] },
    ]);
  });

  it('has sub-channels in the list inside an item, groups under headings, and further lines as description', async () => {
    const { channels } = await read(page(`
      <h3>Verkossa</h3>
      <ul><li>Verkkosivut <ul><li><a href="https://a.example">Kesäteatteri</a></li><li><a href="https://b.example">Lukio</a>: opiskelijoille</li></ul></li></ul>
      <h3>Puhelimessa</h3>
      <ul><li><p><a href="tel:112">Neuvonta 112</a></p><p>Aina auki</p></li></ul>`));
    expect(channels.map(({ name, group, description }) => [name, group, description])).to.deep.equal([['Verkkosivut', 'Verkossa', undefined], ['Neuvonta 112', 'Puhelimessa', 'Aina auki']]);
    expect(channels[0]!.children).to.deep.equal([
      { name: 'Kesäteatteri', links: [{ text: 'Kesäteatteri', href: 'https://a.example' }] },
      { name: 'Lukio', description: 'opiskelijoille', links: [{ text: 'Lukio', href: 'https://b.example' }] },
    ]);
  });

  it('shows no link that would run code', async () => {
    const { channels, codes } = await read(page('<ul><li><a href="javascript:alert(1)">Paha</a></li><li><a href="tel:112">Hyvä</a></li></ul>'));
    expect(channels.map(({ name, links }) => [name, links.length])).to.deep.equal([['Paha', 0], ['Hyvä', 1]]);
    expect(codes).to.deep.equal(['link-unsafe']);
  });

  it('is known by an address in an item; links in running text and to the page\'s own site are no list', async () => {
    const recognises = (markup: string) => channelsResource.recognises(page(markup).blocks, { lang: 'fi' });
    expect(await recognises('<ul><li><a href="mailto:a@b.example">Kirjaamo</a></li></ul>')).to.equal(true);
    expect(await recognises('<p>Soita <a href="tel:112">112</a></p>')).to.equal(false);
    expect(await recognises('<ul><li><a href="/kanavat.pdf">Kanavat (PDF)</a></li></ul>')).to.equal(false);
  });

  it('stands back where there is a table of channels', async () => {
    const { channels } = await read(page('<ul><li><a href="tel:112">112</a></li></ul><table><tr><th>Kanava</th><th>Kohderyhmä</th></tr><tr><td>Radio</td><td>Asukkaat</td></tr></table>'));
    expect(channels.map(({ name }) => name)).to.deep.equal(['Radio']);
  });
});
