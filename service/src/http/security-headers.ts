import { secureHeaders } from 'hono/secure-headers';

/** For data: nothing in an answer may be run, framed or guessed to be something else. A page sets its own policy. */
export const securityHeaders = () => secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  overwrite: false,
  // Who ends TLS decides for the domain; ours may be one folder of the city's site.
  strictTransportSecurity: false,
});
