/** Loaded first by the pages of `strict-csp.test.ts`: notes what their policy refused. */
declare global {
  interface Window {
    violations: string[];
  }
}

window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));

export {};
