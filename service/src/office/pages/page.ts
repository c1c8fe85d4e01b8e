import { html } from 'hono/html';
import type { calendar } from '../calendar.ts';
import type { Scope } from '../scopes.ts';
import type { Session } from '../sessions.ts';
import { formKey } from '../sessions.ts';
import type { WordKey, Words } from '../words/en.ts';
import { LANGUAGE_NAMES, type Language } from '../words/words.ts';

export type Html = ReturnType<typeof html>;

/** What every page is made with. */
export interface View {
  readonly words: Words;
  readonly lang: Language;
  readonly calendar: ReturnType<typeof calendar>;
  /** Absent before somebody has signed in. */
  readonly session?: Session | undefined;
  /** The address of this page, without the language. */
  readonly path: string;
}

/** A fault in a form: what is wrong, and the id of the field. */
export interface FieldFault {
  readonly field: string;
  readonly text: string;
}

export interface PageParts {
  readonly title: string;
  readonly content: Html;
  readonly faults?: readonly FieldFault[];
  /** What has just been done. */
  readonly notice?: string | undefined;
}

const SECTIONS = [
  { path: '/office', word: 'list', scope: 'feedback:read' },
  { path: '/office/person', word: 'person', scope: 'feedback:read' },
  { path: '/office/ballots', word: 'ballots', scope: 'votes:enter' },
  { path: '/office/log', word: 'log', scope: 'log:read' },
] as const satisfies readonly { path: string; word: WordKey; scope: Scope }[];

/** Fills the `{name}` places of a sentence. */
export function say({ words }: View, key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  return words[key].replace(/\{(\w+)\}/g, (place: string, name: string) => String(values[name] ?? place));
}

export function may({ session }: View, scope: Scope): boolean {
  return session?.actor.scopes.includes(scope) ?? false;
}

/** The first page that somebody may see; where there is none, one that says so. */
export function homeOf(view: View): string {
  return (SECTIONS.find(({ scope }) => may(view, scope)) ?? SECTIONS[0]).path;
}

/** Stands in every form that changes something. */
export function key({ session }: View): Html | '' {
  return session ? html`<input type="hidden" name="key" value="${formKey(session)}">` : '';
}

/** A whole page. Nothing in it needs a script. */
export function page(view: View, { title, content, faults = [], notice }: PageParts): Html {
  const { words, lang, session, path } = view;
  const full = faults.length ? say(view, 'errorTitle', { title }) : title;
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<title>${full} – ${words.service}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/office/style.css">
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header>
<p class="service">${words.service}</p>
${session ? html`<nav aria-label="${words.navigation}"><ul>${SECTIONS.filter(({ scope }) => may(view, scope)).map((section) => html`<li><a href="${section.path}"${current(section.path === path.replace(/\?.*/, ''))}>${words[section.word]}</a></li>`)}</ul></nav>` : ''}
<div class="account">
${session ? html`<form method="post" action="/office/logout">${key(view)}<span>${say(view, 'signedInAs', { name: session.actor.name })}</span> <button class="quiet">${words.signOut}</button></form>` : ''}
<nav aria-label="${words.language}"><ul>${LANGUAGE_NAMES.map(({ language, name }) => html`<li><a href="${path}${path.includes('?') ? '&' : '?'}lang=${language}" lang="${language}" hreflang="${language}"${current(language === lang)}>${name}</a></li>`)}</ul></nav>
</div>
</header>
<main id="content" tabindex="-1">
${notice ? html`<p class="notice" role="status" tabindex="-1" autofocus>${notice}</p>` : ''}
${faults.length ? summary(words, faults) : ''}
<h1>${title}</h1>
${content}
</main>
</body>
</html>`;
}

function summary(words: Words, faults: readonly FieldFault[]): Html {
  return html`<div class="summary" role="alert" aria-labelledby="summary-title" tabindex="-1" autofocus>
<h2 id="summary-title">${words.errorSummary}</h2>
<ul>${faults.map(({ field, text }) => html`<li><a href="#${field}">${text}</a></li>`)}</ul>
</div>`;
}

function current(is: boolean): Html | '' {
  return is ? html` aria-current="page"` : '';
}
