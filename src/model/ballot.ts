import type { Text } from './text.ts';

declare module './resources.ts' {
  interface ResourceQueries {
    /** `GET {url}ballots`: every ballot of the source. */
    ballots: Readonly<Record<never, never>>;
    /** `GET {url}ballot/{id}`; without an id, the only one. */
    ballot: { readonly id?: string };
    /**
     * `GET {url}time`: the server's clock, as `ServerTime`. It is kept by no cache, while a ballot may come from one: so the
     * clock is in no ballot and in no header of it. `not-found` where a source has none: then the device's own clock is all there is.
     */
    time: Readonly<Record<never, never>>;
  }
}

/** What `time` answers. */
export interface ServerTime {
  /** ISO instant. */
  readonly now: string;
}

/** How far a round has come (vaihe). */
export const BALLOT_PHASES = ['ideas', 'review', 'vote', 'counting', 'results', 'implementation'] as const;
export type BallotPhase = (typeof BALLOT_PHASES)[number];

/** What voters decide: nothing yet (a jury or a council does), what a body then confirms, or the matter itself. */
export const BINDING_KINDS = ['advisory', 'confirmed-by', 'binding'] as const;
export type BindingKind = (typeof BINDING_KINDS)[number];

/**
 * How voters are told apart. What a voter shows travels beside her vote in `authorization`, and is stored nowhere on her device:
 * - `open`: `Device <uuid>` or the vote's own `device`, a number that the device made and keeps for this ballot. It stops a second vote by mistake and proves nothing;
 *   a shared device makes a new one for each person.
 * - `code`: `Code <code>`, a personal code as she typed it; case, spaces and hyphens do not count.
 * - `token`: `Bearer <token>`, what the city's own login gave to the page.
 */
export const IDENTIFICATIONS = ['open', 'code', 'token'] as const;
export type Identification = (typeof IDENTIFICATIONS)[number];

export interface Binding {
  readonly kind: BindingKind;
  /** Who decides after the vote (`advisory`) or confirms it (`confirmed-by`). */
  readonly body?: Text;
  /** What that body may do: develop, merge, refuse. */
  readonly note?: Text;
}

/** How equal projects are told apart; the city names the order before the vote. An id never decides. */
export const TIE_RULES = ['lower-cost', 'more-supporters', 'earlier-published', 'lot'] as const;
export type TieRule = (typeof TIE_RULES)[number];

/** The order of tie rules and the published seed of the lot, without which `lot` decides nothing. */
export interface Ties {
  readonly order: readonly TieRule[];
  readonly seed?: string;
}

/** An area (alue) or a category (aihe) that projects belong to. */
export interface ProjectGroup {
  readonly id: string;
  readonly name: Text;
}

/** What may be chosen within each area, or each category; with `id`, within that one alone. */
export interface GroupLimit {
  readonly of: 'area' | 'category';
  readonly id?: string;
  /** Projects; a minimum holds for a group without `id` as soon as something is chosen in it. */
  readonly min?: number;
  readonly max?: number;
  /** Cents. */
  readonly maxSpend?: number;
}

interface CommonRules {
  /** Projects that must be chosen. */
  readonly min: number;
  /** Projects that may be chosen; as many as there are where absent. */
  readonly max?: number;
  /** Cents that what is chosen must cost at least. A percentage is rounded up to the cent by the gate. */
  readonly minSpend?: number;
  /** Cents that what is chosen may cost. */
  readonly maxSpend?: number;
  readonly limits: readonly GroupLimit[];
  /** In how many areas a person may choose. */
  readonly maxAreas?: number;
  /** In how many areas besides her own a person may choose. Her code or her login says which that is; the service alone knows it, and of who has none it asks nothing. */
  readonly maxOtherAreas?: number;
}

/** How residents vote; every limit can be combined with every way. */
export type VotingRules = CommonRules &
  (
    | { readonly method: 'single' | 'approval' | 'ranking' }
    | { readonly method: 'knapsack'; readonly maxSpend: number }
    | {
        readonly method: 'points';
        /** Points to give in all. */
        readonly points: number;
        /** Points that must be given in all. */
        readonly minPoints?: number;
        /** Most points for one project. */
        readonly pointsPerProject?: number;
      }
  );

/** How far a funded project has come (toteutus). */
export const IMPLEMENTATION_STATES = ['planned', 'in-progress', 'done', 'dropped'] as const;
export type ImplementationState = (typeof IMPLEMENTATION_STATES)[number];

/** How a project is paid for where it is not in full by the count (rahoitus): in part, or with money beside the budget, as from a reserve. */
export const FUNDING_KINDS = ['part', 'reserve'] as const;
export type FundingKind = (typeof FUNDING_KINDS)[number];

export interface Funding {
  readonly kind: FundingKind;
  /** Cents that the project gets: a `part` is less than its cost. */
  readonly granted: number;
  readonly note?: Text;
}

/** What residents vote on (kohde). */
export interface Project {
  readonly id: string;
  readonly title: Text;
  /** One or two sentences. */
  readonly summary?: Text;
  /** Paragraphs are split by empty lines. */
  readonly description?: Text;
  /** Whole cents. */
  readonly cost: number;
  /** The id of an area. */
  readonly area?: string;
  /** The id of a category. */
  readonly category?: string;
  readonly picture?: { readonly src: string; readonly alt: Text };
  /** Address of a page with more. */
  readonly link?: string;
  /** The ideas that it was made from; `by` is a class, an association or a name given for publishing. */
  readonly madeFrom: readonly { readonly title: Text; readonly by?: Text }[];
  /** Ids of projects that cannot be carried out beside this one. */
  readonly incompatibleWith: readonly string[];
  /** Set where it was taken off the ballot: it can no longer be chosen, and votes that have it stay valid without it. */
  readonly withdrawn?: { readonly reason?: Text };
  /** ISO instant or date; the tie rule `earlier-published` looks at it. */
  readonly publishedAt?: string;
  /** What was decided about its money after the count, where that came out otherwise. */
  readonly funding?: Funding;
  readonly implementation?: { readonly state: ImplementationState; readonly note?: Text };
}

/** A round of participatory budgeting (äänestys). */
export interface Ballot {
  readonly id: string;
  readonly title: Text;
  readonly summary?: Text;
  /** What the city says; absent where its source says something unknown, and then nothing can be changed. */
  readonly phase?: BallotPhase;
  /** ISO instants with offset: voting is open from the first up to, and not including, the second. */
  readonly opensAt: string;
  readonly closesAt: string;
  /** What there is to share out, in cents. */
  readonly budget: number;
  readonly areas: readonly ProjectGroup[];
  readonly categories: readonly ProjectGroup[];
  readonly binding: Binding;
  readonly ties: Ties;
  /** The counting rule; `tally.ts` has them. */
  readonly rule: string;
  /** The score below which nothing wins: supporters, or points where the ballot is voted by points or ranks. */
  readonly threshold?: number;
  /**
   * The first project that what is left does not pay for gets all of it, if that is at least this percentage of its cost; the count
   * ends there. 80 is the rule of Poznań. Without it a project is paid for in full or not at all. Whole percent, 1–99; `greedy` rules alone.
   */
  readonly partFundingPercent?: number;
  readonly rules: VotingRules;
  /**
   * The ways in which voters are told apart; never empty, `open` alone where the city names none. Of several each is for other people,
   * whom `identificationFor` names: nothing links a code to a login, so somebody with both would count twice.
   */
  readonly identification: readonly Identification[];
  /** For whom each of several ways is, in words that voters read. */
  readonly identificationFor?: Readonly<Partial<Record<Identification, Text>>>;
  /** Changes with the rules; frozen by the first vote. */
  readonly rulesVersion: string;
  /** ISO instant at which the ballot was given, where a source makes each answer anew; else `time` is asked. */
  readonly serverTime?: string;
  readonly projects: readonly Project[];
  /** Other ways to vote and to get help. */
  readonly help?: Text;
}

/** Whether projects are counted by points, of a voter's own or of her ranks, and not by their supporters. */
export function isScored({ rules: { method } }: { readonly rules: Pick<VotingRules, 'method'> }): boolean {
  return method === 'points' || method === 'ranking';
}

/** Points of the project that a voter ranks first, by Borda: the last of all that may be ranked gets 1. */
export function pointsOfFirst({ rules, projects }: Pick<Ballot, 'rules' | 'projects'>): number {
  return rules.max ?? projects.length;
}

/** The phase at an instant: what the city says, but never `vote` before it opens or after it closes. `now` in milliseconds since 1970. */
export function phaseAt(ballot: Pick<Ballot, 'phase' | 'opensAt' | 'closesAt'>, now: number): BallotPhase | undefined {
  if (ballot.phase !== 'vote') return ballot.phase;
  if (!(now >= Date.parse(ballot.opensAt))) return 'review';
  return now < Date.parse(ballot.closesAt) ? 'vote' : 'counting';
}
