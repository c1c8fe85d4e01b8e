/** Whether a link may stand on the page: to the web, a mail or telephone address, or within the site. */
export function isSafeLink(href: string): boolean {
  // Browsers skip control characters and spaces: `java\nscript:` is `javascript:`.
  const scheme = /^([^/?#]*?):/.exec(href.replace(/[\u0000-\u0020]/g, ''))?.[1];
  return scheme === undefined || /^(?:https?|mailto|tel)$/i.test(scheme);
}
