/** Loads the site's own Lit when ours has shown something. */
document.addEventListener('aukio-ready', () => import('./banner.js'), { once: true });
