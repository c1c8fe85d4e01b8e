import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'puppeteer-core';
import manifest from '../../custom-elements.json' with { type: 'json' };
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { BROWSER_MISSING, findBrowser } from '../browser.mjs';
import { launchFound } from '../launch.mjs';
import { root } from '../run.mjs';
import { PRERENDERED_WIDGETS, prerenderedPage, type Prerendered, type PrerenderedWidget } from './prerendered-page.ts';
import type { FileRead } from './read-file.ts';

export interface Prerendering {
  /** The Word, Excel, CSV, HTML or JSON file: a path, or an address that begins with `http:` or `https:`. */
  readonly file: string;
  readonly widget: string;
  readonly lang: string;
  readonly aukio: string;
  readonly settings: Readonly<Record<string, string>>;
}

export interface Rendered {
  readonly page: string;
  /** How many goals or channels the page shows. */
  readonly count: number;
  /** What the editor of the file should mend, as sentences. */
  readonly notes: readonly string[];
}

/** What keeps a page from being written, as a sentence for who asked for it. */
export class NotRendered extends Error {
  override name = 'NotRendered';
}

/** How long a server may be silent before it is given up, in milliseconds. */
const PATIENCE = 60_000;

/**
 * A page for an iframe with the content of a file in it, read as the widget will read it.
 * @throws {NotRendered} where there would be nothing to show, or what is asked for cannot be
 */
export async function prerender(asked: Prerendering): Promise<Rendered> {
  const { widget, lang, aukio, settings } = checked(asked);
  const { html, title, count, notes } = await contentOf(asked, widget);
  if (html === undefined) throw new NotRendered([`There is nothing to show from ${asked.file}.`, ...notes].join('\n'));
  const name = settings['heading'] ?? title;
  const nameless = name === undefined ? ['The page goes by the name of the file, which is what a screen reader calls it. Give it a better one: --set heading="…"'] : [];
  return { page: prerenderedPage({ widget, lang, aukio, settings, title: name ?? basename(asked.file), html }), count, notes: [...notes, ...nameless] };
}

/** @throws {NotRendered} with what to write instead */
function checked({ file, widget, lang, aukio, settings }: Prerendering): Pick<Prerendered, 'widget' | 'lang' | 'aukio' | 'settings'> {
  const known = PRERENDERED_WIDGETS.find((name) => name === widget);
  if (!known) throw new NotRendered(`${widget} cannot be rendered ahead: without script a form has nothing to send to. ${PRERENDERED_WIDGETS.join(' and ')} can.`);
  if (!LANGUAGES.some((language) => language === lang)) throw new NotRendered(`The language is one of ${LANGUAGES.join(', ')}, and not ${lang}.`);
  if (!aukio.endsWith('/')) throw new NotRendered(`The address of the script tag's folder ends in a slash: ${aukio}/`);
  const names = attributesOf(known);
  const unknown = Object.keys(settings).filter((name) => !names.includes(name));
  if (unknown.length) throw new NotRendered(`${known} has no setting ${unknown.join(', ')}. It has ${names.join(', ')}.`);
  if (!isAddress(file) && !existsSync(file)) throw new NotRendered(`There is no file ${file}.`);
  return { widget: known, lang, aukio, settings };
}

/** What the page itself says: its data is in it, and its language is the page's. */
const NOT_SETTINGS = ['src', 'type', 'credentials', 'lang'];

function attributesOf(widget: PrerenderedWidget): readonly string[] {
  const declarations = manifest.modules.flatMap((module) => module.declarations as readonly { readonly tagName?: string; readonly attributes?: readonly { readonly name: string }[] }[]);
  const attributes = declarations.find(({ tagName }) => tagName === `aukio-${widget}`)?.attributes ?? [];
  return attributes.map(({ name }) => name).filter((name) => !NOT_SETTINGS.includes(name));
}

async function contentOf({ file, lang, settings }: Prerendering, widget: PrerenderedWidget): Promise<FileRead> {
  if (!findBrowser()) throw new NotRendered(BROWSER_MISSING);
  const { bytes, mediaType } = await bytesOf(file);
  const reader = await build({ entryPoints: [join(root, 'tools/frame/read-file.ts')], bundle: true, format: 'iife', globalName: 'reader', write: false, logLevel: 'error' });
  const name = encodeURIComponent(basename(isAddress(file) ? new URL(file).pathname : file) || 'file');
  const server = createServer(({ url }, response) => {
    if (url === `/${name}`) response.writeHead(200, mediaType === undefined ? {} : { 'Content-Type': mediaType }).end(bytes);
    else response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Aukio</title>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  let browser: Browser | undefined;
  try {
    browser = await launchFound();
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await tab.evaluate(reader.outputFiles[0]!.text);
    return (await tab.evaluate(`reader.read(${[`/${name}`, widget, lang, settings].map((argument) => JSON.stringify(argument)).join()})`)) as FileRead;
  } finally {
    await browser?.close();
    server.close();
    server.closeAllConnections();
  }
}

function isAddress(file: string): boolean {
  return /^https?:\/\//i.test(file);
}

/** @throws {NotRendered} where a server does not give the file */
async function bytesOf(file: string): Promise<{ readonly bytes: Buffer; readonly mediaType?: string }> {
  if (!isAddress(file)) return { bytes: readFileSync(file) };
  const refused = (why: string): NotRendered => new NotRendered(`${file} could not be fetched: ${why}`);
  const answer = await fetch(file, { signal: AbortSignal.timeout(PATIENCE) }).catch(({ message, cause }: Error) => {
    throw refused(cause instanceof Error ? cause.message : message);
  });
  if (!answer.ok) throw refused(`the server answers ${answer.status}.`);
  const mediaType = answer.headers.get('content-type');
  return { bytes: Buffer.from(await answer.arrayBuffer()), ...(mediaType !== null && { mediaType }) };
}
