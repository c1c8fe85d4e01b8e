declare module './resources.ts' {
  interface ResourceQueries {
    /** `GET {url}challenge`: an ALTCHA challenge as `altcha-lib` makes it; nothing (204) or `not-found` where no proof is asked for. */
    challenge: Readonly<Record<never, never>>;
  }
}

/**
 * What shows that a form was filled in by a person, without asking her to prove it. Made at sending time and sent beside
 * the body, as base64url of this as JSON in the header `Aukio-Proof`: a second attempt may bring another proof for the same words.
 */
export interface Proof {
  /** The solved challenge, as `altcha-lib` checks it. */
  readonly altcha?: string;
  /** Whole seconds from the first sight of the form to Send. */
  readonly seconds: number;
  /** What stands in the field that no person sees or fills. */
  readonly trap?: string;
}
