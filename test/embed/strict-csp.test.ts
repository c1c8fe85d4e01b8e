import { expect } from '@open-wc/testing';
import type { AukioGoalStatus } from '../../src/widgets/goal-status/goal-status.ts';
import { ROWS, tableOf, until } from '../widgets/pages.ts';

// The page's own origin by its name: in a frame made from a string, Firefox takes 'self' for nobody.
const POLICY = `default-src 'none'; script-src ${origin}; style-src ${origin}; connect-src ${origin}`;
const at = (path: string): string => new URL(path, import.meta.url).pathname;

/** A city's page with only the loader's script tag on it. */
async function cityPage(content: string, policy = POLICY): Promise<{ frame: HTMLIFrameElement; widget: AukioGoalStatus }> {
  const frame = document.createElement('iframe');
  frame.width = '1200';
  frame.height = '900';
  frame.srcdoc = `<!doctype html><html lang="fi"><head><meta http-equiv="Content-Security-Policy" content="${policy}">
    <script type="module" src="${at('violations.ts')}"></script><script type="module" src="${at('../../src/embed.ts')}"></script></head><body>${content}</body></html>`;
  document.body.append(frame);
  await until(() => Boolean(frame.contentDocument?.querySelector('aukio-goal-status')?.shadowRoot?.querySelector('.result')), 'the report');
  return { frame, widget: frame.contentDocument!.querySelector('aukio-goal-status')! };
}

describe('on a page with a strict Content-Security-Policy', () => {
  it('everything works and nothing is refused', async () => {
    const { frame, widget } = await cityPage(`<div data-aukio="goal-status" data-debug>${tableOf(ROWS)}</div>`);
    const root = widget.renderRoot as ShadowRoot;
    expect([...root.querySelectorAll('[part~="title"]')].map((title) => title.textContent)).to.deep.equal(ROWS.map(([title]) => title));
    root.querySelector<HTMLButtonElement>('.summary button')!.click();
    await until(() => [...root.querySelectorAll<HTMLElement>('.row')].some((row) => row.hidden), 'a filter');
    await until(() => root.querySelector('[part~="notes"]') !== null, 'notes for the editor');
    expect(frame.contentWindow!.violations).to.deep.equal([]);
    frame.remove();
  });

  it('looks as it does without one', async () => {
    const looks = [];
    for (const policy of [POLICY, "default-src * 'unsafe-inline'"]) {
      const { frame, widget } = await cityPage(`<div data-aukio="goal-status">${tableOf(ROWS)}</div>`, policy);
      const row = widget.renderRoot.querySelector('.row')!;
      const { display, gridTemplateColumns, paddingBlockStart, color } = getComputedStyle(row);
      looks.push({ display, gridTemplateColumns, paddingBlockStart, color, mark: getComputedStyle(widget.renderRoot.querySelector('.mark')!).inlineSize });
      frame.remove();
    }
    expect(looks[0]).to.deep.equal(looks[1]);
    expect(looks[0]!.display).to.equal('grid');
  });
});
