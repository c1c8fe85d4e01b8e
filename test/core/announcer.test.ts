import { expect } from '@open-wc/testing';
import { announce } from '../../src/core/announcer.ts';
import { until } from '../widgets/pages.ts';

const regions = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[aria-live="polite"]')];
const said = (): string => regions()[0]?.textContent ?? '';

describe('what is said to assistive technology', () => {
  it('is said in one polite region of the page, in the widget\'s language, and not seen', async () => {
    announce('3 tavoitetta', 'fi');
    announce('2 mål', 'sv');
    await until(() => said() === '2 mål', 'the last sentence');
    expect(regions()).to.have.length(1);
    expect(regions()[0]!.lang).to.equal('sv');
    expect(regions()[0]!.getBoundingClientRect().width).to.be.lessThan(2);
  });

  it('is said again when the same sentence comes again', async () => {
    announce('Yksi tavoite', 'fi');
    await until(() => said().startsWith('Yksi'), 'the sentence');
    const before = said();
    announce('Yksi tavoite', 'fi');
    await until(() => said() !== before, 'a change');
    expect(said().trim()).to.equal('Yksi tavoite');
  });

  it('is said inside the open modal, since what is outside of it is inert', async () => {
    const modal = document.createElement('dialog');
    document.body.append(modal);
    modal.showModal();
    announce('Dialogissa', 'fi');
    expect(modal.contains(regions()[0]!)).to.equal(true);
    modal.remove();
    announce('Sivulla', 'fi');
    await until(() => said() === 'Sivulla', 'the page again');
    expect(regions()).to.have.length(1);
  });
});
