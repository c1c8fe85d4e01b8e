import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/en.ts';
import { fi } from '../../src/i18n/fi.ts';
import { sv } from '../../src/i18n/sv.ts';
import { FORECASTS, STATES } from '../../src/model/goals.ts';
import { only, read } from './goal-documents.ts';

describe('the words that the page shows for states and forecasts', () => {
  for (const [lang, words] of Object.entries({ fi, sv, en })) {
    for (const code of STATES) {
      it(`are understood when they come back: ${lang} state ${code}`, async () => {
        const goal = only((await read([{ title: 'T', state: words[`state-${code}`] }], { lang })).goals);
        expect(goal.reports[0]!.state?.code).to.equal(code);
      });
    }
    for (const code of FORECASTS) {
      it(`are understood when they come back: ${lang} forecast ${code}`, async () => {
        const goal = only((await read([{ title: 'T', forecast: words[`forecast-${code}`] }], { lang })).goals);
        expect(goal.reports[0]!.forecast?.code).to.equal(code);
      });
    }
  }
});
