/** Loaded first by pages with a strict policy: notes what it refused. */
declare global {
  interface Window {
    violations: string[];
  }
}

window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));

export {};
