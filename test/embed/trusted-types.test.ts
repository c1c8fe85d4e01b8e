import { expect, oneEvent } from '@open-wc/testing';
import { probe } from '../../src/core/probe.ts';

const PROBE = new URL('../../src/core/probe.ts', import.meta.url).href;

interface ProbedPage extends Window {
  answers?: Promise<boolean[]>;
  said?: string[];
}

describe('the probe before the first define', () => {
  it('lets templates through where nothing forbids them', () => {
    expect(probe()).to.equal(true);
  });

  it('finds out where Trusted Types refuse them, and says once what the policy has to name', async () => {
    const frame = document.createElement('iframe');
    // As in the embed build, where a refused policy is no policy.
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'">
      <script>
        if (window.trustedTypes) trustedTypes.createPolicy = () => undefined;
        said = [];
        console.warn = (sentence) => said.push(sentence);
        answers = import('${PROBE}').then(({ probe }) => [probe(), probe()]);
      </script>`;
    const loaded = oneEvent(frame, 'load');
    document.body.append(frame);
    await loaded;
    const page = frame.contentWindow as ProbedPage;
    const enforced = 'trustedTypes' in window;
    expect(await page.answers).to.deep.equal([!enforced, !enforced]);
    expect(page.said).to.have.length(enforced ? 1 : 0);
    if (enforced) expect(page.said![0]).to.contain('trusted-types lit-html aukio');
    frame.remove();
  });
});
