import { expect } from '@open-wc/testing';
import type { AukioChannelDirectory } from '../../src/widgets/channel-directory/channel-directory.ts';
import { until } from '../widgets/pages.ts';

describe('a plain link to the file of a directory', () => {
  it('becomes the directory, with the link below it', async () => {
    const home = document.createElement('p');
    home.innerHTML = '<a href="/fixtures/channels/directory.json#aukio=channel-directory&heading=Kanavat">Kanavat (JSON)</a>';
    document.body.append(home);
    await import('../../src/embed.ts');
    const widget = (): AukioChannelDirectory | null => document.querySelector('aukio-channel-directory');
    await until(() => Boolean(widget()?.shadowRoot?.querySelector('.state')), 'the channels with their hours');
    expect(widget()!.renderRoot.querySelector('.original a')!.textContent).to.equal('Kanavat (JSON)');
    expect(widget()!.data!.channels).to.have.length(18);
    widget()!.remove();
    home.remove();
  });
});
