import { negotiate } from '../src/i18n/languages.ts';
import { defineBuilder } from './define.ts';
import { loadBuilderMessages } from './words/languages.ts';

/** The page around the builder: it speaks the language of its address (`?lang=sv`), else of the browser, and follows the builder's. */
const page = document.documentElement;
const builder = document.querySelector('aukio-builder');
const asked = new URLSearchParams(location.search).get('lang');
page.lang = negotiate(asked ?? navigator.languages.find((tag) => /^(?:fi|sv|en)\b/.test(tag)) ?? 'fi');

async function follow(): Promise<void> {
  const language = negotiate(builder?.lang || page.lang);
  page.lang = language;
  const { title } = await loadBuilderMessages(language);
  if (typeof title === 'string') document.title = `${title} – Aukio`;
}

defineBuilder();
if (builder) new MutationObserver(() => void follow()).observe(builder, { attributeFilter: ['lang'] });
void follow();
