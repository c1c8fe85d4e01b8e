import type { BudgetResultsEditorMessages } from './en.ts';

export const fi: BudgetResultsEditorMessages = {
  'results-missing': 'Äänestys on tulosvaiheessa, mutta tulosta ei ole. Laita ballot-results.json samaan kansioon kuin ballot.json tai kerro sen osoite määritteessä results-src.',
  'results-of-another-ballot': 'Tulos on äänestyksestä ”{value}”, mutta äänestys on ”{ballot}”. Tarkista tiedostojen osoitteet.',
};
