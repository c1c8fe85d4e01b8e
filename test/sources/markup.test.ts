import { expect } from '@open-wc/testing';
import { parseMarkup } from '../../src/sources/markup.ts';
import { runUnderPolicy } from './policy-page.ts';

const PARSE = `
  const { parseMarkup } = await import('from-root:src/sources/markup.ts');
  try { return parseMarkup('<a>Uimahalli</a>', 'application/xml').documentElement.textContent; }
  catch (error) { return [error.kind, error.fault?.code]; }`;

describe('parsing markup', () => {
  it('makes a document in which nothing runs', () => {
    const page = parseMarkup('<p>a</p><script>document.title = "ajettu"</script><img src="x" onerror="document.title = \'ajettu\'">', 'text/html');
    expect(page.querySelector('p')?.textContent).to.equal('a');
    expect(page.defaultView).to.equal(null);
    expect(document.title).not.to.equal('ajettu');
  });

  it('works where Trusted Types are demanded and its policy is named', async () => {
    expect(await runUnderPolicy("require-trusted-types-for 'script'; trusted-types aukio", PARSE)).to.equal('Uimahalli');
    expect(await runUnderPolicy("require-trusted-types-for 'script'", PARSE)).to.equal('Uimahalli');
  });

  it('works where a list does not name its policy and nothing is demanded', async () => {
    expect(await runUnderPolicy('trusted-types other', PARSE)).to.equal('Uimahalli');
  });

  it('says that it is blocked where Trusted Types are demanded and its policy is not named', async () => {
    expect(await runUnderPolicy("require-trusted-types-for 'script'; trusted-types other", PARSE)).to.deep.equal(['blocked', 'trusted-types']);
  });
});
