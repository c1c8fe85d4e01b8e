import type { Ballot, GroupLimit, Project } from './ballot.ts';
import { areIncompatible, costOf } from './vote-rules.ts';

/** As many choices are looked at: every one of fourteen projects, and of many more where rules leave few. */
const LOOKS_MAX = 20_000;
const KINDS = ['area', 'category'] as const;

/** Whether some choice of these projects keeps all rules. Certain where it is false; where there are too many choices, it is true. */
export function canBeVoted({ rules }: Ballot, projects: readonly Project[]): boolean {
  const reach = new Reach(rules);
  let looks = 0;
  const reaches = (chosen: readonly Project[], later: readonly Project[]): boolean => {
    if (++looks > LOOKS_MAX || reach.isEnough(chosen)) return true;
    const open = later.filter((project) => reach.mayJoin(chosen, project));
    return reach.mayBeEnough(chosen, open) && open.some((project, n) => reaches([...chosen, project], open.slice(n + 1)));
  };
  return reaches([], projects);
}

/** What the rules say of a choice that is not made to its end. */
class Reach {
  readonly #least: number;
  /** Most projects, each of which takes a point at least where points are given. */
  readonly #most: number;
  readonly #limits: readonly GroupLimit[];
  readonly #maxSpend: number;
  readonly #minSpend: number;
  readonly #maxAreas: number;

  constructor(private readonly rules: Ballot['rules']) {
    const { method, min, max = Infinity, limits, maxSpend = Infinity, minSpend = 0, maxAreas = Infinity } = rules;
    const single = method === 'single';
    this.#least = single ? 1 : min;
    this.#most = Math.min(single ? 1 : max, method !== 'points' ? Infinity : rules.pointsPerProject === 0 ? 0 : rules.points);
    this.#limits = limits;
    this.#maxSpend = maxSpend;
    this.#minSpend = minSpend;
    this.#maxAreas = maxAreas;
  }

  /** Whether a choice keeps every rule that asks for more; it is one that `mayJoin` let come about. */
  isEnough(chosen: readonly Project[]): boolean {
    return chosen.length >= this.#least && costOf(chosen) >= this.#minSpend && this.#isEnoughPoints(chosen.length) && this.#missing(chosen).length === 0;
  }

  /** Whether a project can be chosen besides these without breaking a rule that asks for less. */
  mayJoin(chosen: readonly Project[], project: Project): boolean {
    const [{ area }, all] = [project, [...chosen, project]];
    return all.length <= this.#most && costOf(all) <= this.#maxSpend && !chosen.some((other) => areIncompatible(project, other))
      && (area === undefined || areasOf(all).size <= this.#maxAreas)
      && this.#limits.every(({ of, id, max = Infinity, maxSpend = Infinity }) => {
        if (project[of] === undefined || (id !== undefined && project[of] !== id)) return true;
        const inside = all.filter((other) => other[of] === project[of]);
        return inside.length <= max && costOf(inside) <= maxSpend;
      });
  }

  /** False where not even the most that can be added makes it enough. More may seem possible than is. */
  mayBeEnough(chosen: readonly Project[], open: readonly Project[]): boolean {
    const more = this.#mostOf(chosen, open, () => 1);
    const missing = this.#missing(chosen);
    const needed = KINDS.map((kind) => missing.filter(({ of }) => of === kind).reduce((sum, { count }) => sum + count, 0));
    return chosen.length + more >= this.#least
      && this.#isEnoughPoints(chosen.length + more)
      && Math.max(...needed) <= more
      && missing.every(({ of, id, count }) => open.filter((project) => project[of] === id).length >= count)
      && costOf(chosen) + this.#mostOf(chosen, open, ({ cost }) => cost) >= this.#minSpend;
  }

  #isEnoughPoints(count: number): boolean {
    const { rules } = this;
    return rules.method !== 'points' || Math.min(rules.points, count && count * (rules.pointsPerProject ?? rules.points)) >= (rules.minPoints ?? 0);
  }

  /** What each group still lacks; of limits on the same group, the most. */
  #missing(chosen: readonly Project[]): { readonly of: GroupLimit['of']; readonly id: string; readonly count: number }[] {
    const lacking = new Map<string, { of: GroupLimit['of']; id: string; count: number }>();
    for (const { of, id: named, min = 0 } of this.#limits) {
      for (const id of named === undefined ? new Set(chosen.flatMap((project) => project[of] ?? [])) : [named]) {
        const count = min - chosen.filter((project) => project[of] === id).length;
        if (count > (lacking.get(`${of} ${id}`)?.count ?? 0)) lacking.set(`${of} ${id}`, { of, id, count });
      }
    }
    return [...lacking.values()];
  }

  /** No more than this can be added of what `value` says of a project: by number, by money and by each kind of group, the least of them. */
  #mostOf(chosen: readonly Project[], open: readonly Project[], value: (project: Project) => number): number {
    const room = Math.min(this.#most - chosen.length, affordable(open, this.#maxSpend - costOf(chosen)));
    const used = areasOf(chosen);
    return Math.min(largest(open.map(value), room), ...KINDS.map((kind) => {
      const groups = [...new Set(open.flatMap((project) => project[kind] ?? []))].map((id) => {
        const inside = chosen.filter((project) => project[kind] === id).length;
        const left = Math.min(room, ...this.#limits.filter((limit) => limit.of === kind && (limit.id ?? id) === id).map(({ max = Infinity }) => max - inside));
        return { id, most: largest(open.filter((project) => project[kind] === id).map(value), left) };
      });
      const isNew = ({ id }: { readonly id: string }): boolean => kind === 'area' && !used.has(id);
      const besides = open.filter((project) => project[kind] === undefined).map(value);
      return largest(besides, room) + largest(groups.filter((group) => !isNew(group)).map(({ most }) => most), Infinity) + largest(groups.filter(isNew).map(({ most }) => most), this.#maxAreas - used.size);
    }));
  }
}

function areasOf(projects: readonly Project[]): ReadonlySet<string> {
  return new Set(projects.flatMap(({ area }) => area ?? []));
}

/** How many of the cheapest some money pays for. */
function affordable(projects: readonly Project[], cents: number): number {
  let left = cents;
  return projects.map(({ cost }) => cost).sort((a, b) => a - b).filter((cost) => (left -= cost) >= 0).length;
}

/** The sum of the largest of some numbers. */
function largest(values: readonly number[], count: number): number {
  return [...values].sort((a, b) => b - a).slice(0, Math.max(0, count)).reduce((sum, value) => sum + value, 0);
}
