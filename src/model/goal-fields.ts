/** What a column or a label of a goal report can hold. These are the names in `columns="Mål=goal"`. */
export const FIELDS = [
  'id', 'focus', 'line', 'goal', 'measure', 'target', 'responsible', 'actual', 'state', 'forecast', 'completion',
  'target-number', 'actual-number', 'unit', 'period', 'as-of', 'body',
  'baseline', 'schedule', 'explanation', 'actions', 'detail',
] as const;
export type Field = (typeof FIELDS)[number];
