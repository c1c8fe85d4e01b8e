import { expect } from '@open-wc/testing';
import '../../src/embed/frame/host.ts';
import { PROTOCOL } from '../../src/embed/frame/protocol.ts';
import { until } from '../widgets/pages.ts';

const FILE = '/fixtures/files/tavoitteet-tammi-heinakuu-2026.csv';
const page = (query: string): string => `/test/embed/frame/goal-status.html?${query}`;

describe('a widget in a frame', () => {
  const frames: HTMLIFrameElement[] = [];
  afterEach(() => {
    for (const frame of frames.splice(0)) frame.remove();
  });

  async function framed(src: string, ours = true): Promise<HTMLIFrameElement> {
    const frame = document.createElement('iframe');
    frame.src = src;
    frame.title = 'Tavoitteet';
    if (ours) frame.dataset['aukioFrame'] = '';
    frame.width = '900';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    frames.push(frame);
    await loaded;
    return frame;
  }
  const height = (frame: HTMLIFrameElement): number => parseFloat(getComputedStyle(frame).height);
  const inside = (frame: HTMLIFrameElement): Document => frame.contentDocument!;
  const told = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  };

  it('is what its address says, and the frame as high as it', async () => {
    const frame = await framed(page(`src=${FILE}&heading=Tavoitteet%3A 2026&heading-level=3&lang=sv`));
    await until(() => Boolean(inside(frame).querySelector('aukio-goal-status')?.shadowRoot?.querySelector('.result')), 'the report');
    const widget = inside(frame).querySelector('aukio-goal-status')!;
    expect(widget.shadowRoot!.querySelector('h3')!.textContent).to.equal('Tavoitteet: 2026');
    expect(inside(frame).title).to.equal('Tavoitteet: 2026');
    expect(inside(frame).documentElement.lang).to.equal('sv');
    await until(() => Math.abs(height(frame) - inside(frame).documentElement.getBoundingClientRect().height) <= 1, 'its height');
    expect(height(frame)).to.be.greaterThan(500);
  });

  it('follows when what is inside grows', async () => {
    const frame = await framed('/test/embed/frame/goal-status.html?heading=A&endpoint=/x/');
    inside(frame).body.style.height = '1234px';
    await until(() => height(frame) >= 1234, 'the new height');
  });

  for (const address of ['javascript:alert(1)', 'https://elsewhere.example/a.csv', '//elsewhere.example/a.csv']) {
    it(`shows nothing, not even a link, for ${address}`, async () => {
      const { warn } = console;
      const frame = await framed(page(`src=${encodeURIComponent(address)}&heading=x`), false);
      console.warn = warn;
      await told();
      expect(inside(frame).querySelector('a, aukio-goal-status')).to.equal(null);
    });
  }

  it('loads no document of another host that a setting names', async () => {
    const frame = await framed(page(`src=${FILE}&compare-src=https%3A%2F%2Felsewhere.example%2Fa.csv`), false);
    await told();
    expect(inside(frame).querySelector('a, aukio-goal-status')).to.equal(null);
  });

  it('tells nobody anything who has not asked, and nobody but its parent', async () => {
    const heard: unknown[] = [];
    const listen = ({ data }: MessageEvent): void => void heard.push(data);
    addEventListener('message', listen);
    const frame = await framed(page('heading=A&endpoint=/x/'), false);
    inside(frame).body.style.height = '700px';
    await told();
    expect(heard).to.deep.equal([]);

    const sibling = await framed('/test/embed/frame/sibling.html', false);
    const other = sibling.contentWindow as Window & { eval: typeof eval; answers?: unknown[] };
    other.eval(`parent.frames[${[...document.querySelectorAll('iframe')].indexOf(frame)}].postMessage(${JSON.stringify(PROTOCOL)}, '*')`);
    await told();
    expect(other.answers).to.deep.equal([]);
    expect(heard).to.deep.equal([]);
    removeEventListener('message', listen);
  });

  it('has the height that it says itself, whatever others say', async () => {
    const frame = await framed(page('heading=A&endpoint=/x/'));
    inside(frame).body.style.height = '300px';
    // What the loader changes changes the height as well.
    await until(() => inside(frame).querySelector('p') === null, 'the widget');
    await until(() => Math.abs(height(frame) - inside(frame).documentElement.getBoundingClientRect().height) <= 1, 'its height');
    const before = height(frame);
    const forged = { aukio: PROTOCOL, height: 9000 };
    const sibling = await framed('/test/embed/frame/sibling.html');
    const siblingBefore = height(sibling);
    (sibling.contentWindow as Window & { eval: typeof eval }).eval(`parent.postMessage(${JSON.stringify({ ...forged, height: -5 })}, '*'); parent.postMessage({ aukio: 'other', height: 9000 }, '*'); parent.postMessage(null, '*'); parent.postMessage({ aukio: ${JSON.stringify(PROTOCOL)}, height: '9000px' }, '*')`);
    window.postMessage(forged, '*');
    await told();
    expect([height(frame), height(sibling)]).to.deep.equal([before, siblingBefore]);
  });

  it('is not believed when its sandbox makes it a stranger', async () => {
    const frame = document.createElement('iframe');
    frame.dataset['aukioFrame'] = '';
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
    frame.src = 'https://elsewhere.example/';
    frame.srcdoc = `<script>parent.postMessage({ aukio: '${PROTOCOL}', height: 9000 }, '*')</script>`;
    frames.push(frame);
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    await told();
    expect(height(frame)).to.be.lessThan(1000);
  });
});
