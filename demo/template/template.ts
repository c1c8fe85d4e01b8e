import { LANGUAGE_NAMES, OTHER_NAME, PHRASES } from './phrases.ts';
import { childrenOf, LANGUAGES, labelOf, PAGES, pageNamed, START, trailTo, type Language, type Page } from './site.ts';

/** A whole page: the site's template with the content that an editor saved put into it. */
export function htmlOf(page: Page, language: Language, content: string): string {
  const phrases = PHRASES[language];
  const isStart = page.name === START;
  return `<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${isStart ? phrases.townTitle : `${page.title[language].replaceAll('\u00AD', '')} – ${phrases.townTitle}`}</title>
  <meta name="description" content="${page.summary[language]}">
  <link rel="icon" href="/assets/coat-of-arms.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/theme.css">
  <script type="module" src="/aukio/aukio.js"></script>
</head>
<body>
<a class="skip-link" href="#content">${phrases.skip}</a>
${header(page, language)}
${isStart ? startBody(content) : articleBody(page, language, content)}
${footer(language)}
</body>
</html>
`;
}

function header(page: Page, language: Language): string {
  const phrases = PHRASES[language];
  const start = pageNamed(START);
  const trail = trailTo(page);
  const languages = LANGUAGES.map(
    (other) =>
      `<li><a href="${page.path[other]}" lang="${other}" hreflang="${other}"${other === language ? ' aria-current="true"' : ''}>` +
      `<span class="languages__code" aria-hidden="true">${other.toUpperCase()}</span><span class="languages__name">${LANGUAGE_NAMES[other]}</span></a></li>`,
  );
  const sections = childrenOf(start).map((section) => `<li>${link(section, language, currentIn(trail, section))}</li>`);
  return `<header class="site-header">
  <div class="site-header__top wrap">
    <a class="brand" href="${start.path[language]}">
      <img src="/assets/coat-of-arms.svg" alt="" width="44" height="52">
      <span class="brand__names">${brandNames(language)}</span>
    </a>
    <nav class="languages" aria-label="${phrases.language}">
      <ul>${lines(languages, 8)}</ul>
    </nav>
  </div>
  <nav class="main-nav" aria-label="${phrases.mainNavigation}">
    <details class="fold">
      <summary class="wrap">${phrases.menu}</summary>
      <ul class="wrap">${lines(sections, 8)}</ul>
    </details>
  </nav>
</header>`;
}

function startBody(content: string): string {
  return `<main id="content" class="start" tabindex="-1">
${content.trim()}
</main>`;
}

function articleBody(page: Page, language: Language, content: string): string {
  const sideNavigation = sectionNavigation(page, language);
  return `<div class="page wrap${sideNavigation ? ' page--with-section' : ''}">
${breadcrumb(page, language)}${sideNavigation}
  <main id="content" class="content" tabindex="-1">
<h1>${page.title[language]}</h1>
${content.trim()}
  </main>
</div>`;
}

function breadcrumb(page: Page, language: Language): string {
  const steps = trailTo(page).map((step) => `<li>${step === page ? `<span aria-current="page">${labelOf(step, language)}</span>` : link(step, language)}</li>`);
  return `  <nav class="breadcrumb" aria-label="${PHRASES[language].breadcrumb}">
    <ol>${lines(steps, 6)}</ol>
  </nav>`;
}

/** The tree of the section that the page is in; nothing where the section is a single page. */
function sectionNavigation(page: Page, language: Language): string {
  const trail = trailTo(page);
  const section = trail[1];
  if (!section || childrenOf(section).length === 0) return '';
  return `
  <nav class="section-nav" aria-label="${PHRASES[language].section}">
    <details class="fold">
      <summary>${PHRASES[language].section}</summary>
      <ul>${lines([branch(section, trail, language)], 8)}</ul>
    </details>
  </nav>`;
}

/** A page and, where it is on the trail, what is below it. */
function branch(page: Page, trail: readonly Page[], language: Language): string {
  const children = trail.includes(page) ? childrenOf(page) : [];
  const below = children.length > 0 ? `<ul>${children.map((child) => branch(child, trail, language)).join('')}</ul>` : '';
  return `<li>${link(page, language, currentIn(trail, page))}${below}</li>`;
}

/** How `aria-current` marks the page itself and the sections above it. */
function currentIn(trail: readonly Page[], page: Page): 'page' | 'true' | undefined {
  if (trail.at(-1) === page) return 'page';
  return trail.includes(page) ? 'true' : undefined;
}

function link(page: Page, language: Language, current?: string): string {
  return `<a href="${page.path[language]}"${current ? ` aria-current="${current}"` : ''}>${labelOf(page, language)}</a>`;
}

function footer(language: Language): string {
  const phrases = PHRASES[language];
  const contact = pageNamed('contact').path[language];
  const footerOnly = PAGES.filter((page) => page.hidden).map((page) => `<li>${link(page, language)}</li>`);
  return `<footer class="site-footer">
  <div class="wrap site-footer__columns">
    <div>
      <p class="brand brand--footer"><img src="/assets/coat-of-arms.svg" alt="" width="44" height="52"><span class="brand__names">${brandNames(language)}</span></p>
      <p>${phrases.address.join('<br>')}</p>
    </div>
    <div>
      <h2>${phrases.contactHeading}</h2>
      <ul>
        <li>${phrases.phone} <a href="tel:+35860001200">06 000 1200</a><br>${phrases.phoneHours}</li>
        <li><a href="mailto:asiakaspalvelu@merilehto.example">asiakaspalvelu@merilehto.example</a></li>
        <li><a href="${pageNamed('feedback').path[language]}">${phrases.feedback}</a></li>
      </ul>
    </div>
    <div>
      <h2>${phrases.siteHeading}</h2>
      <ul>${lines([`<li><a href="/builder/?lang=${language}">${phrases.builder}</a></li>`, ...footerOnly, `<li><a href="${contact}#privacy">${phrases.privacy}</a></li>`], 8)}</ul>
    </div>
  </div>
  <p class="wrap site-footer__sample">${phrases.sample}</p>
</footer>`;
}

function brandNames(language: Language): string {
  const other = OTHER_NAME[language];
  return `<span class="brand__name">${PHRASES[language].town}</span> <span class="brand__other" lang="${other.lang}">${other.name}</span>`;
}

/** Items on lines of their own, so that a person can read the page's source. */
function lines(items: readonly string[], indent: number): string {
  const space = ' '.repeat(indent);
  return `\n${items.map((item) => `${space}${item}`).join('\n')}\n${' '.repeat(indent - 2)}`;
}
