import type { Dictionary } from '../synonyms.ts';

/** How municipalities head and judge their goals in English. */
export const en: Dictionary = {
  headers: {
    'id': 'id',
    'goal': 'operational goal|binding operational objective|operational objective|goal|title|objective|target|action',
    'measure': 'measure|indicator|metric|kpi|measure and target|measure/target',
    'target': 'target|target level|target value|budget',
    'responsible': 'responsible|responsible party|responsible unit|owner|lead|service area',
    'actual': 'actual|outcome|result|progress|update',
    'state': 'status|state|phase|rag',
    'forecast': 'forecast|outlook|expected outcome',
    'completion': 'completion|% complete|completion %',
    'focus': 'focus|strategic focus|focus area|priority|theme',
    'line': 'policy line|line|strategic objective|objective',
    'target-number': 'target (number)|target-number',
    'actual-number': 'actual (number)|actual-number',
    'unit': 'unit',
    'period': 'period|reporting period',
    'as-of': 'as of|situation|situation on',
    'body': 'body|committee|reporting body',
    'baseline': 'baseline|start value',
    'schedule': 'schedule|deadline|timeline',
    'explanation': 'explanation|deviation|comment',
    'actions': 'actions|action',
    // Every kind of table has titles.
    'detail': 'title|detail',
  },
  state: {
    'achieved': 'achieved|realised|realized|completed|complete|met|done',
    'partly-achieved': 'partly achieved|partially achieved|partly met|partially met',
    'in-progress': 'in progress|ongoing|under way|underway|started',
    'delayed': 'late|delayed|behind schedule',
    'not-started': 'not started',
    'not-achieved': 'not achieved|not met|missed',
    'postponed': 'postponed|deferred',
    'cancelled': 'cancelled|canceled|dropped',
    'not-assessed': 'could not be assessed|not assessed|unknown|no data',
    'not-applicable': 'does not apply|n/a|not applicable',
  },
  forecast: {
    'on-track': 'on track|on time|will be met|on target',
    'partly': 'partly|will be partly met',
    'at-risk': 'at risk|off target but recoverable',
    'not-met': 'will not be met|off target|off track',
    'not-assessed': 'not assessed|no forecast',
  },
};
