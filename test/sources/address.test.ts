import { expect } from '@open-wc/testing';
import { resolveAddress, resolveFolder } from '../../src/sources/address.ts';
import { errorOf } from './faults.ts';

const PAGE = 'https://www.merilehto.example/fi/tavoitteet/';

describe('an address', () => {
  it('is resolved against the base of the page, without its fragment', () => {
    expect(resolveAddress(' ../a b.docx?v=2#aukio=goal-status ', PAGE, PAGE).href).to.equal('https://www.merilehto.example/fi/a%20b.docx?v=2');
    expect(resolveAddress('goals.json').href).to.equal(new URL('goals.json', document.baseURI).href);
  });

  it('is wrong where it is none or nothing that can be fetched', async () => {
    for (const src of ['', '  ', 'http://', 'javascript:alert(1)', 'mailto:a@b.example', 'C:\\raportit\\a.docx']) {
      const { kind, fault } = await errorOf(() => resolveAddress(src, PAGE, PAGE));
      expect([kind, fault?.code, fault?.values], src).to.deep.equal(['invalid-data', 'address-wrong', { address: src }]);
    }
  });

  it('may not be without encryption on a page that came with it, except on the machine itself', async () => {
    const { kind, fault } = await errorOf(() => resolveAddress('http://data.example/a.csv', PAGE, PAGE));
    expect([kind, fault?.code]).to.deep.equal(['blocked', 'mixed-content']);
    expect(resolveAddress('http://localhost:8000/a.csv', PAGE, PAGE).port).to.equal('8000');
    expect(resolveAddress('http://data.example/a.csv', PAGE, 'http://www.merilehto.example/').hostname).to.equal('data.example');
  });

  it('of a folder ends in a slash', () => {
    expect(resolveFolder('/api/v1?x=1#y').href).to.equal(`${location.origin}/api/v1/`);
    expect(resolveFolder('/api/v1/').href).to.equal(`${location.origin}/api/v1/`);
  });
});
