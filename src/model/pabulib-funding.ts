import { SELECTED } from './pabulib-fields.ts';
import type { PabulibFile } from './pabulib.ts';

/** How a `.pb` file says that a project is paid for. */
export interface PabulibFunding {
  readonly kind: keyof typeof SELECTED;
  /** Cents; of a part, what the budget has left beside the projects that are funded in full. Absent where several share that. */
  readonly granted?: number;
}

/** By project, how it is paid for; projects of which the file does not say it are not among them. */
export function fundingOfPabulib({ budget, projects }: PabulibFile): ReadonlyMap<string, PabulibFunding> {
  const kinds = new Map(projects.flatMap(({ id, fields }) => {
    const kind = (Object.keys(SELECTED) as (keyof typeof SELECTED)[]).find((one) => SELECTED[one] === fields.selected);
    return kind ? [[id, kind] as const] : [];
  }));
  const left = projects.reduce((money, { id, cost }) => (kinds.get(id) === 'whole' ? money - cost : money), budget);
  const parts = [...kinds.values()].filter((kind) => kind === 'part').length;
  return new Map(projects.flatMap(({ id, cost }): [string, PabulibFunding][] => {
    const kind = kinds.get(id);
    if (!kind) return [];
    if (kind === 'part') return [[id, { kind, ...(parts === 1 && { granted: Math.max(0, Math.min(cost, left)) }) }]];
    return [[id, { kind, granted: kind === 'none' ? 0 : cost }]];
  }));
}
