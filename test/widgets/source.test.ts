import { expect, fixture } from '@open-wc/testing';
import '../../src/define/goal-status.ts';
import '../../src/define/source.ts';
import type { DataSource } from '../../src/sources/source.ts';
import type { AukioGoalStatus } from '../../src/widgets/goal-status/goal-status.ts';
import type { AukioSource } from '../../src/widgets/source/source.ts';
import { shown, texts, until } from './pages.ts';

const sourceOf = (title: string): DataSource => ({ read: () => Promise.resolve({ goals: [{ title }] }) });

async function titles(element: AukioGoalStatus): Promise<string[]> {
  await until(() => texts(element, '[part~="title"]').length > 0, 'goals');
  await shown(element);
  return texts(element, '[part~="title"]');
}

describe('<aukio-source>', () => {
  it('serves the widgets inside it, the nearest first', async () => {
    const outer = await fixture<AukioSource>('<aukio-source><aukio-source><aukio-goal-status lang="fi"></aukio-goal-status></aukio-source></aukio-source>');
    const inner = outer.querySelector('aukio-source')!;
    outer.source = sourceOf('Ulompi');
    inner.source = sourceOf('Sisempi');
    expect(await titles(outer.querySelector('aukio-goal-status')!)).to.deep.equal(['Sisempi']);
  });

  it('without children serves the whole page, also when it comes after the widgets', async () => {
    const home = await fixture<HTMLElement>('<div><aukio-goal-status lang="fi"></aukio-goal-status></div>');
    const widget = home.querySelector('aukio-goal-status')!;
    await until(() => widget.matches(':state(error)'), 'no source yet');
    const late = document.createElement('aukio-source');
    late.source = sourceOf('Koko sivun');
    home.append(late);
    expect(await titles(widget)).to.deep.equal(['Koko sivun']);
    late.remove();
  });

  it('is asked for again where a part of the library did not come', async () => {
    const home = await fixture<AukioSource>('<aukio-source></aukio-source>');
    home.source = sourceOf('Lähteestä');
    const widget = document.createElement('aukio-goal-status');
    widget.lang = 'fi';
    const { addController } = widget;
    widget.addController = () => {
      widget.addController = addController;
      throw new TypeError('Failed to fetch dynamically imported module');
    };
    home.append(widget);
    await until(() => widget.matches(':state(error)'), 'the fault');
    widget.reload();
    expect(await titles(widget)).to.deep.equal(['Lähteestä']);
  });

  it('that throws errors of another copy of the library is understood', async () => {
    const widget = await fixture<AukioGoalStatus>('<aukio-goal-status lang="fi"></aukio-goal-status>');
    const failed = new Promise<string>((resolve) => widget.addEventListener('aukio-error', ({ detail }) => resolve(detail.kind)));
    widget.source = { read: () => Promise.reject(Object.assign(new Error('forbidden'), { name: 'SourceError', kind: 'forbidden' })) };
    expect(await failed).to.equal('forbidden');
  });

  it('asks a REST service for the resource by its name', async () => {
    const { fetch } = window;
    const asked: [string, RequestInit | undefined][] = [];
    window.fetch = (url, init) => {
      asked.push([new Request(url).url, init]);
      return Promise.resolve(new Response('{"goals":[{"title":"Palvelusta"}]}', { headers: { 'content-type': 'application/json' } }));
    };
    try {
      const source = await fixture<AukioSource>('<aukio-source url="/rajapinta"><aukio-goal-status lang="fi"></aukio-goal-status></aukio-source>');
      expect(await titles(source.querySelector('aukio-goal-status')!)).to.deep.equal(['Palvelusta']);
      expect(asked.map(([url]) => new URL(url, location.href).pathname)).to.deep.equal(['/rajapinta/goals']);
      expect(asked[0]![1]?.credentials).to.equal('omit');
    } finally {
      window.fetch = fetch;
    }
  });

  it('is no reason to read anew what `src` names', async () => {
    const home = await fixture<HTMLElement>('<div><aukio-goal-status lang="fi"></aukio-goal-status></div>');
    const widget = home.querySelector('aukio-goal-status')!;
    // It has asked for a source before it was told of the document.
    await until(() => widget.matches(':state(error)'), 'no source yet');
    let ready = 0;
    widget.addEventListener('aukio-ready', () => (ready += 1));
    widget.type = 'json';
    widget.src = URL.createObjectURL(new Blob(['{"goals":[{"title":"Tiedostosta"}]}'], { type: 'application/json' }));
    await until(() => ready > 0, 'the document is read');
    const late = document.createElement('aukio-source');
    late.source = sourceOf('Lähteestä');
    home.append(late);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(ready).to.equal(1);
    expect(await titles(widget)).to.deep.equal(['Tiedostosta']);
    late.remove();
  });

  it('gives way to what is closer: a source property, then src, then the table inside', async () => {
    const outer = await fixture<AukioSource>(`<aukio-source><aukio-goal-status lang="fi"><table><tr><th>Toiminnallinen tavoite</th><th>Ennuste</th></tr><tr><td>Taulukosta</td><td>Toteutuu</td></tr></table></aukio-goal-status></aukio-source>`);
    outer.source = sourceOf('Lähteestä');
    const widget = outer.querySelector('aukio-goal-status')!;
    expect(await titles(widget)).to.deep.equal(['Taulukosta']);
    widget.type = 'json';
    widget.src = URL.createObjectURL(new Blob(['{"goals":[{"title":"Tiedostosta"}]}'], { type: 'application/json' }));
    await until(() => texts(widget, '[part~="title"]')[0] === 'Tiedostosta', 'the file');
    widget.source = sourceOf('Ominaisuudesta');
    await until(() => texts(widget, '[part~="title"]')[0] === 'Ominaisuudesta', 'the property');
  });
});
