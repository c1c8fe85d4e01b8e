/** The part of Trusted Types that is used here; the compiler's DOM types do not have it. */
export interface Policy {
  createHTML(text: string): string;
  createScriptURL(address: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

/** Our own name first: each may be taken only once, and a Lit of the page's own knows no other than its own. */
const NAMES = ['aukio', 'lit-html'];

let policy: Policy | undefined;
let asked = false;

const same = (text: string): string => text;

/**
 * What gives markup, and the address of our own worker, its blessing where a page requires Trusted Types: one policy for
 * all that is ours. Undefined where there are none, or the page allows neither name. It is made when it is first needed:
 * of a refused name the page hears, once.
 */
export function ourPolicy(): Policy | undefined {
  const factory = asked ? undefined : (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  asked = true;
  for (const name of factory ? NAMES : []) {
    try {
      policy = factory!.createPolicy(name, { createHTML: same, createScriptURL: same });
      break;
    } catch {
      // The next one may be allowed.
    }
  }
  return policy;
}
