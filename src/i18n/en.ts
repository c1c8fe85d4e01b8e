/**
 * What residents read. English is the typed original; the compiler asks every other language for the same keys.
 * A key is also the name by which a page overrides the text: `data-text-<key>`.
 */
export const en = {
  'loading': 'Loading…',
  'try-again': 'Try again',
  'help-lead': 'Another way to reach us:',
  'original': 'The original:',
  'error-offline': 'You are not connected to the internet, so this could not be loaded.',
  'error-timeout': 'Loading took too long.',
  'error-not-found': 'This content was not found.',
  'error-forbidden': 'You do not have access to this content.',
  'error-blocked': 'Loading was blocked.',
  'error-invalid-data': 'This content could not be read.',
  'error-conflict': 'Someone else changed this at the same time.',
  'error-closed': 'This is closed.',
  'error-too-many': 'There are too many visitors just now. Try again in a moment.',
  'error-unavailable': 'The service does not answer just now.',
  'error-no-source': 'There is nothing to show here yet.',
  'below-original': 'You can read it below as it was published.',

  'goals-ready': { one: '{count} goal', other: '{count} goals' },
  'goals-empty': 'No goals have been reported yet.',
  'goals-none-match': 'No goal matches your search.',
  'skip-list': 'Skip past the goals',
  'focus': 'Focus',
  'line': 'Objective',
  'no-line': 'Other goals',
  'goal': 'Goal',
  'measure': 'Measure',
  'actual': 'Actual',
  'measure-actual': 'Measures and actuals',
  'responsible': 'Responsible',
  'state': 'Actual state',
  'forecast': 'Forecast',
  'details': 'Further information',
  'completion': 'Done',
  'not-said': 'Not reported',
  'link-to': 'Link to the goal: {title}',
  'show-more': 'Read the whole text',
  'show-less': 'Show less',
  'target': 'Target: {target}',
  'passed': '{actual}, target {target}: passed',
  'met': '{actual}, target {target}: met',
  'below': '{actual} of {target}',

  'state-achieved': 'Achieved',
  'state-partly-achieved': 'Partly achieved',
  'state-in-progress': 'In progress',
  'state-delayed': 'Delayed',
  'state-not-started': 'Not started',
  'state-not-achieved': 'Not achieved',
  'state-postponed': 'Postponed',
  'state-cancelled': 'Cancelled',
  'state-not-assessed': 'Not assessed',
  'state-not-applicable': 'Does not apply',
  'forecast-on-track': 'On track',
  'forecast-partly': 'Will be partly met',
  'forecast-at-risk': 'At risk',
  'forecast-not-met': 'Will not be met',
  'forecast-not-assessed': 'Not assessed',
} as const;

/** A sentence, or its forms by plural category. `{name}` is filled in. */
export type Message = string | { readonly zero?: string; readonly one?: string; readonly two?: string; readonly few?: string; readonly many?: string; readonly other: string };
export type MessageKey = keyof typeof en;
export type Messages = Readonly<Record<MessageKey, Message>>;
