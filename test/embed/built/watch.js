/**
 * The first script of the pages of a city: notes what goes wrong on them, and gives them a clock in the middle of the day
 * and of the vote that `tools/city-pages.mjs` holds, so that a page looks the same whenever it is opened.
 */
{
  const watched = { violations: [], errors: [], warnings: [] };
  addEventListener('securitypolicyviolation', (event) => watched.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
  addEventListener('error', ({ message }) => message && watched.errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => watched.errors.push(String(reason)));
  const { warn } = console;
  console.warn = (...said) => {
    watched.warnings.push(said.join(' ').trim());
    warn.apply(console, said);
  };

  const Clock = Date;
  const gap = Clock.parse('2026-10-07T07:10:00Z') - Clock.now();
  globalThis.Date = class extends Clock {
    constructor(...given) {
      super(...(given.length ? given : [Clock.now() + gap]));
    }

    static now() {
      return Clock.now() + gap;
    }
  };
  Object.assign(document, { watched, globalsBefore: Reflect.ownKeys(globalThis) });
}
