import type { BudgetResultsEditorMessages } from './en.ts';

export const sv: BudgetResultsEditorMessages = {
  'results-missing': 'Omröstningen är i resultatfasen, men det finns inget resultat. Lägg ballot-results.json i samma mapp som ballot.json eller ange dess adress i attributet results-src.',
  'results-of-another-ballot': 'Resultatet gäller omröstningen ”{value}”, medan omröstningen är ”{ballot}”. Kontrollera filernas adresser.',
};
