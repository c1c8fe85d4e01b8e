import { expect, waitUntil } from '@open-wc/testing';
import { settled } from './page.ts';

const LOADER = new URL('../../src/embed/loader.ts', import.meta.url).href;
const PLACEHOLDERS = new URL('../../src/embed/placeholder.ts', import.meta.url).href;
const LINKS = new URL('../../src/embed/link.ts', import.meta.url).href;

/** As a script tag with `async` does it, whose module WebKit holds back in a page that is written by a script. */
const SCRIPT = `<script>
  window.started = import('${LOADER}').then(({ startLoader }) => {
    startLoader({
      widgets: { late: async () => { (window.asked ??= []).push(document.readyState); if (!customElements.get('aukio-late')) customElements.define('aukio-late', class extends HTMLElement {}); } },
      languages: { en: async () => {} },
      placeholders: () => import('${PLACEHOLDERS}'),
      links: () => import('${LINKS}'),
      beginnings: {},
      file: async () => {},
      tools: {},
      json: {},
    });
    return document.readyState;
  });
</script>`;

describe('a page that is still coming', () => {
  let frame: HTMLIFrameElement;
  let page: Window & { started?: Promise<string>; asked?: string[] };

  beforeEach(() => {
    frame = document.createElement('iframe');
    document.body.append(frame);
    page = frame.contentWindow!;
    frame.contentDocument!.open();
    frame.contentDocument!.write(`<!doctype html><html lang="en"><head>${SCRIPT}</head><body><h1>T</h1><div data-aukio="late"><p>1</p>`);
  });

  afterEach(() => frame.remove());

  it('is changed only when it has come, so that nothing is taken in half', async () => {
    expect(await page.started).to.equal('loading');
    const { contentDocument } = frame;
    (page as unknown as Record<symbol, { scan(): void }>)[Symbol.for('aukio/loader/v1')]!.scan();
    await settled();
    expect(page.asked?.[0], 'the widget is on its way').to.equal('loading');
    contentDocument!.write('<p>2</p></div><p><a href="/x#aukio=late&from=next">3</a></p><p>4</p>');
    await settled();
    expect(contentDocument!.querySelectorAll('aukio-late')).to.have.length(0);
    contentDocument!.write('<p>5</p></body></html>');
    contentDocument!.close();
    await waitUntil(() => contentDocument!.querySelectorAll('aukio-late').length === 2, 'both widgets', { timeout: 10_000 });
    expect([...contentDocument!.querySelectorAll('aukio-late')].map((widget) => widget.textContent.trim())).to.deep.equal(['12', '345']);
    expect(contentDocument!.querySelector('[data-aukio]')?.children).to.have.length(1);
  });
});
