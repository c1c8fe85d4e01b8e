import { identifier } from '../../src/core/identifier.ts';
import type { Letter, NewLetter } from '../../src/core/outbox/letter.ts';
import { FEEDBACK } from './city.ts';
import type { Tab } from './tabs.ts';

const TARGET = 'https://palaute.merilehto.example/api/';

/** Something to be sent, as a form gives it to the outbox. */
export function letter(more: Partial<NewLetter> = {}): NewLetter {
  return { key: identifier(), kind: 'feedback', body: FEEDBACK, files: [], target: TARGET, lang: 'fi', seconds: 42, ...more };
}

/** Resolves when a letter is in this state, or has come there already. */
export async function reached(tab: Tab, key: string, state: Letter['state']): Promise<Letter> {
  const coming = change(tab, key, state);
  const letter = (await tab.outbox.letters()).find((one) => one.key === key && one.state === state);
  return letter ?? coming;
}

/** Resolves with the first letter of a key that is in this state from now on. */
export function change(tab: Tab, key: string, state: Letter['state']): Promise<Letter> {
  return new Promise((resolve) => {
    tab.outbox.watch((changed) => {
      if (changed.key === key && changed.state === state) resolve(changed);
    });
  });
}
