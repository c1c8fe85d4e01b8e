import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Database } from '../database/database.ts';
import type { OfficeEnv } from './access.ts';
import { calendar } from './calendar.ts';
import { continueSession, type Session } from './sessions.ts';
import { isLanguage, languageOf, WORDS } from './words/words.ts';

const SESSION = 'aukio_office';
const LANGUAGE = 'aukio_office_lang';
const YEAR = 31_536_000;

/** Finds out who is there and in which language the page is to be. A language in the address is remembered and taken out of it. */
export function visitor(database: Database, clock: () => Date): MiddlewareHandler<OfficeEnv> {
  return async (c, next) => {
    const address = new URL(c.req.url);
    const asked = address.searchParams.get('lang') ?? undefined;
    address.searchParams.delete('lang');
    const path = address.pathname + address.search;
    if (c.req.method === 'GET' && isLanguage(asked) && !c.req.header('authorization')) {
      setCookie(c, LANGUAGE, asked, { ...attributes(c), maxAge: YEAR });
      return c.redirect(path, 303);
    }
    const secret = getCookie(c, SESSION);
    const session = secret ? await continueSession(database, clock(), secret) : undefined;
    const remembered = asked ?? getCookie(c, LANGUAGE);
    const lang = isLanguage(remembered) ? remembered : languageOf(c.req.header('accept-language'));
    c.set('view', { words: WORDS[lang], lang, calendar: calendar(lang), session, path });
    return next();
  };
}

export function giveCookie(c: Context, { secret }: Session): void {
  setCookie(c, SESSION, secret, attributes(c));
}

export function takeCookie(c: Context): void {
  setCookie(c, SESSION, '', { ...attributes(c), maxAge: 0 });
}

/** A browser sends a `Secure` cookie over https alone; on the machine itself there is none. */
function attributes(c: Context): { path: string; httpOnly: boolean; sameSite: 'Strict'; secure: boolean } {
  const { hostname } = new URL(c.req.url);
  return { path: '/office', httpOnly: true, sameSite: 'Strict', secure: !['localhost', '127.0.0.1', '[::1]'].includes(hostname) };
}
