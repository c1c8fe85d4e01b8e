import { TALLY_RULES } from './tally.ts';

/** What a field holds. A list is separated by commas; money has at most two decimals after a dot. */
export type FieldKind = 'text' | 'whole' | 'number' | 'money' | 'date' | 'list' | 'age' | 'flag';

export interface PabulibField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required?: boolean;
  /** The only values that are allowed. */
  readonly values?: readonly string[];
}

/** How `selected` says that a project is funded: not at all, in full, in part by the 80 % rule, or from a reserve. */
export const SELECTED = { none: '0', whole: '1', part: '2', reserve: '3' } as const;

/** The part of its cost that a project of `selected` 2 gets at least, in percent. */
export const PART_PERCENT = 80;

const VOTE_TYPES = ['approval', 'choose-1', 'cumulative', 'scoring', 'ordinal'] as const;

const required = (name: string, kind: FieldKind = 'text', values?: readonly string[]): PabulibField => ({ name, kind, required: true, ...(values && { values }) });
const fields = (kind: FieldKind, ...names: readonly string[]): PabulibField[] => names.map((name) => ({ name, kind }));
const perCategory = (name: string): PabulibField[] => fields('list', `${name}_per_category`);

/** Fields of a `.pb` file in the order in which they are written; pabulib.org's format page and `pabulib_helpers/fields.py`. */
export const PABULIB_FIELDS: { readonly [section in 'meta' | 'projects' | 'votes']: readonly PabulibField[] } = {
  meta: [
    ...['description', 'country', 'unit'].map((name) => required(name)),
    ...fields('text', 'district', 'subunit'),
    required('instance'), required('num_projects', 'whole'), required('num_votes', 'whole'), required('budget', 'money'),
    required('vote_type', 'text', VOTE_TYPES),
    required('rule', 'text', [...TALLY_RULES, 'greedy-custom', 'unknown']),
    required('date_begin', 'date'), required('date_end', 'date'),
    ...fields('whole', 'min_length', 'max_length'),
    ...fields('money', 'min_sum_cost', 'max_sum_cost'),
    ...fields('text', 'scoring_fn'),
    ...fields('whole', 'min_points', 'max_points', 'min_sum_points', 'max_sum_points', 'default_score'),
    ...fields('money', 'min_project_cost', 'max_project_cost'),
    ...fields('whole', 'min_project_score_threshold'),
    ...fields('text', 'neighborhoods', 'subdistricts', 'categories', 'edition', 'language', 'currency'),
    { name: 'fully_funded', kind: 'flag', values: ['1'] },
    { name: 'experimental', kind: 'flag', values: ['1'] },
    ...fields('text', 'comment', 'acknowledgments', 'leftover_budget'),
    ...['budget', 'min_length', 'max_length', 'min_sum_cost', 'max_sum_cost'].flatMap(perCategory),
    ...fields('list', 'budget_per_neighborhood'),
  ],
  projects: [
    required('project_id'), required('cost', 'money'),
    ...fields('whole', 'votes', 'score'), ...fields('text', 'name'), ...fields('list', 'category', 'beneficiaries'),
    { name: 'selected', kind: 'whole', values: Object.values(SELECTED) },
    ...fields('text', 'neighborhood', 'subunit', 'district', 'description', 'proposer', 'public_id'), ...fields('number', 'latitude', 'longitude'),
  ],
  votes: [
    required('voter_id'), required('vote', 'list'),
    ...fields('list', 'points'), ...fields('age', 'age'),
    { name: 'sex', kind: 'text', values: ['M', 'F', 'O'] },
    { name: 'voting_method', kind: 'text', values: ['internet', 'paper'] },
    ...fields('text', 'district', 'neighborhood', 'education'),
  ],
};

/** Earlier names, which the format no longer has. */
export const RENAMED: Readonly<Record<string, string>> = { target: 'beneficiaries' };

/** The cost by which a file says that a project was withdrawn, in whole units. */
export const WITHDRAWN_COST = 999_999_999;

/** Cents of an amount written with a dot; undefined where it is none. Beyond two decimals there may only be zeros. */
export function centsIn(amount: string): number | undefined {
  const [, whole, decimals = ''] = /^(\d+)(?:\.(\d*))?$/.exec(amount) ?? [];
  if (whole === undefined || !/^0*$/.test(decimals.slice(2))) return undefined;
  const cents = Number(whole + decimals.slice(0, 2).padEnd(2, '0'));
  return Number.isSafeInteger(cents) ? cents : undefined;
}

/** An amount of cents as a `.pb` file has it: `6000`, `216829.41`. */
export function amountOf(cents: number): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.00$/, '');
}

/** Whether a value is what its field holds. An empty one is not asked. */
export function fits({ kind, values }: PabulibField, value: string): boolean {
  if (values) return values.includes(value);
  switch (kind) {
    case 'whole': return /^-?\d+$/.test(value);
    case 'number': return /^-?\d+(\.\d+)?$/.test(value);
    case 'money': return centsIn(value) !== undefined;
    case 'date': return /^(\d{2}\.\d{2}\.)?\d{4}$/.test(value);
    case 'age': return /^\d{1,3}(-\d{1,3}|\+)?$/.test(value);
    case 'flag': case 'list': case 'text': return true;
  }
}
