/**
 * The page of form E: `aukio/<widget>.html` for an iframe, where an address describes the widget, or a page with the
 * content in it, which is useful where no script may run. Its own script is a plain one: modules are not given to a frame of
 * no origin, as under `sandbox="allow-scripts"`, without a header that few servers send. Such a page can then say what it is
 * of, and how high it is, though it cannot load the widget.
 * @param {object} page
 * @param {string} page.aukio the address of the folder of the script tag, with a slash at its end, or empty
 * @param {string} page.lang
 * @param {string} page.title
 * @param {string} page.main the element `main`
 */
export function framePage({ aukio, lang, title, main }) {
  return `<!doctype html>
<html lang="${escape(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<base target="_top">
<link rel="stylesheet" href="${escape(aukio)}frame/page.css">
<script defer src="${escape(aukio)}frame/page.js"></script>
<script type="module" src="${escape(aukio)}aukio.js"></script>
</head>
<body>
${main}
</body>
</html>
`;
}

/** @param {string} widget */
export function describedMain(widget) {
  return `<main data-widget="${widget}"><noscript>
<p lang="fi">Tämä sisältö näkyy vain, kun JavaScript on käytössä.</p>
<p lang="sv">Det här innehållet syns bara när JavaScript är på.</p>
<p lang="en">This content is shown only where JavaScript is on.</p>
</noscript></main>`;
}

/** @param {string} text */
export function escape(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
