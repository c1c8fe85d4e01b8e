/** What the editor of a ballot's result reads in preview, beside the faults of the ballot itself. */
export const en = {
  'results-missing': 'The ballot is in the phase of results, but there is no result. Put ballot-results.json beside ballot.json, or name its address in results-src.',
  'results-of-another-ballot': 'The result is that of the ballot “{value}”, while the ballot is “{ballot}”. Check the addresses of the two files.',
} as const;

export type BudgetResultsEditorKey = keyof typeof en;
export type BudgetResultsEditorMessages = Readonly<Record<BudgetResultsEditorKey, string>>;
