import { expect, waitUntil } from '@open-wc/testing';
import { settled } from './page.ts';

const LOADER = new URL('../../src/embed/loader.ts', import.meta.url).href;
const LINKS = new URL('../../src/embed/link.ts', import.meta.url).href;

/** A page that the server sends in pieces, with the loader running before the rest has come. */
const SCRIPT = `<script type="module" async>
  import { startLoader } from '${LOADER}';
  startLoader({
    widgets: { late: async () => { if (!customElements.get('aukio-late')) customElements.define('aukio-late', class extends HTMLElement {}); } },
    languages: { en: async () => {} },
    shared: async () => {},
    links: () => import('${LINKS}'),
    script: '',
  });
  window.started = document.readyState;
</script>`;

describe('a page that is still coming', () => {
  let frame: HTMLIFrameElement;
  let page: Window & { started?: string };

  beforeEach(async () => {
    frame = document.createElement('iframe');
    document.body.append(frame);
    page = frame.contentWindow!;
    frame.contentDocument!.open();
    frame.contentDocument!.write(`<!doctype html><html lang="en"><head>${SCRIPT}</head><body><h1>T</h1><div data-aukio="late"><p>1</p>`);
    await waitUntil(() => page.started !== undefined);
  });

  afterEach(() => frame.remove());

  it('is changed only when it has come, so that nothing is taken in half', async () => {
    expect(page.started).to.equal('loading');
    const { contentDocument } = frame;
    (page as unknown as Record<symbol, { scan(): void }>)[Symbol.for('aukio/loader/v1')]!.scan();
    await settled();
    contentDocument!.write('<p>2</p></div><p><a href="/x#aukio=late&from=next">3</a></p><p>4</p>');
    await settled();
    expect(contentDocument!.querySelector('aukio-late')).to.equal(null);
    contentDocument!.write('<p>5</p></body></html>');
    contentDocument!.close();
    await waitUntil(() => contentDocument!.querySelectorAll('aukio-late').length === 2);
    expect([...contentDocument!.querySelectorAll('aukio-late')].map((widget) => widget.textContent.trim())).to.deep.equal(['12', '345']);
    expect(contentDocument!.querySelector('[data-aukio]')?.children).to.have.length(1);
  });
});
