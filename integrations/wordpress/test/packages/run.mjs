import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BROWSER_MISSING, ensureBrowser } from '../../../../tools/browser.mjs';
import { root, run } from '../../../../tools/run.mjs';
import { setup } from '../../../../tools/setup.mjs';
import { Tally } from '../../../../tools/tally.mjs';
import { pack } from '../../pack.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
/** More than one version of some comes with the others; the editor must be one. */
const ONCE = ['block-editor', 'blocks', 'components', 'compose', 'data', 'element', 'rich-text'];
const TYPES = { '.js': 'text/javascript', '.html': 'text/html; charset=utf-8' };

await setup();
const tally = new Tally();
const browser = await ensureBrowser();
if (!(await installed())) {
  await tally.check('WordPress’s editor needs its packages, which npm ci in integrations/wordpress/test/packages installs', () => Promise.resolve(1));
} else if (browser?.kind !== 'chromium') {
  await tally.check(BROWSER_MISSING, () => Promise.resolve(1));
} else {
  await tally.tests('WordPress’s block editor of today', () => editorTests(browser.path));
}
tally.end();

/** Its packages, more than 300, where they are not there yet. */
async function installed() {
  if (existsSync(join(here, 'node_modules'))) return true;
  const npm = process.env.npm_execpath;
  return (await (npm ? run(process.execPath, [npm, 'ci'], { cwd: here }) : run('npm', ['ci'], { cwd: here }))) === 0;
}

/** @param {string} browserPath */
async function editorTests(browserPath) {
  const { build: bundle } = await import('esbuild');
  const { Tests, startChromium, textOfWidgets } = await import('../../../testing.mjs');
  const { folder } = await pack();
  const { outputFiles } = await bundle({
    entryPoints: [join(here, 'editor.js')],
    bundle: true,
    write: false,
    format: 'iife',
    alias: Object.fromEntries(ONCE.map((name) => [`@wordpress/${name}`, join(here, 'node_modules/@wordpress', name)])),
    define: { 'process.env.NODE_ENV': '"production"', 'globalThis.IS_GUTENBERG_PLUGIN': 'false', 'globalThis.IS_WORDPRESS_CORE': 'false', 'process.env': '{}' },
    loader: { '.css': 'empty', '.scss': 'empty' },
    logLevel: 'error',
  });
  const script = Buffer.from(outputFiles[0]?.contents ?? []);
  /** What the page is to hold, as the editor saved it. */
  let content = '';
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const file = join(root, 'dist', path);
    response.setHeader('content-type', TYPES[extname(path)] ?? TYPES['.html']);
    if (path === '/editor.js') response.end(script);
    else if (path === '/editor.html') response.end('<!doctype html><html lang="en"><meta charset="utf-8"><title>Editor</title><body><div id="editor"></div><script src="/editor.js"></script>');
    else if (path === '/page.html') response.end(`<!doctype html><html lang="fi"><meta charset="utf-8"><title>Page</title><body>${content}<script type="module" src="/embed/aukio.js"></script>`);
    else if (path.startsWith('/embed/') && existsSync(file)) response.end(readFileSync(file));
    else response.writeHead(404).end();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const chromium = await startChromium(browserPath);
  const tests = new Tests();
  const test = tests.test.bind(tests);
  try {
    const editor = await chromium.newPage();
    await editor.goto(`http://127.0.0.1:${port}/editor.html`);
    /** @param {string} html */
    const pasted = (html) => editor.evaluate((written) => globalThis.pasted(written, new DOMParser().parseFromString(written, 'text/html').body.textContent), html);
    const page = await chromium.newPage();
    /** @param {string} html */
    const report = async (html) => {
      content = html;
      await page.goto(`http://127.0.0.1:${port}/page.html`);
      await page.waitForFunction(() => document.querySelector('aukio-goal-status')?.matches(':state(ready)'));
      await page.waitForFunction(() => document.querySelector('aukio-goal-status')?.shadowRoot?.querySelector('[part~=notes] li'), { timeout: 10_000 }).catch(() => {});
      return page.evaluate(textOfWidgets);
    };
    const word = readFileSync(join(root, 'fixtures/goals/word-table.html'), 'utf8');
    const inGroup = (/** @type {string} */ blocks) => `<div class="wp-block-group aukio-goal-status" data-lang="en">${blocks}</div>`;

    await test('the editor keeps a Word table and its headings, and takes Word’s own classes and tags away', async () => {
      const saved = await pasted(word);
      assert.match(saved, /<!-- wp:table -->/);
      assert.match(saved, /Strateginen painopiste: Yhdessä tehty Merilehto/);
      assert.match(saved, /<td>Kokeilemme uusia tapoja osallistua verkossa<\/td>/);
      assert.doesNotMatch(saved, /Mso|<o:p/);
    });

    await test('the editor glues the paragraphs of a cell, and nothing tells any more where one ended', async () => {
      assert.match(await pasted(word), /<td>Vähintään kahta uutta tapaa on kokeiltuKäyttäjien kokemukset on koottu<\/td>/);
    });

    await test('the report then shows the cell as it came, and a note in preview names the remedy', async () => {
      const text = await report(inGroup(await pasted(word)));
      assert.match(text, /kokeiltuKäyttäjien/, 'nothing is split by guess');
      assert.match(text, /Two paragraphs seem to have been glued together: “[^”]*”\. Separate them with a line break in the cell\./);
    });

    await test('line breaks in a cell stay, so that the remedy helps: the report shows two measures and has no such note', async () => {
      const broken = await pasted(word.replaceAll(/<o:p><\/o:p><\/p><p class="MsoNormal">/g, '<br>'));
      assert.match(broken, /kokeiltu<br\s*\/?>Käyttäjien/);
      const text = await report(inGroup(broken));
      assert.doesNotMatch(text, /kokeiltuKäyttäjien|glued together/);
      assert.match(text, /\nVähintään kahta uutta tapaa on kokeiltu\n[\s\S]*?\nKäyttäjien kokemukset on koottu\n/);
    });

    await test('a link with its fragment stays as it was pasted', async () => {
      const href = '/tiedostot/raportti.docx#aukio=goal-status&amp;heading=Tavoitteet%3A%202026';
      assert.match(await pasted(`<p>Raportti:</p><p><a href="${href}">Tavoitteet 2026 (Word)</a></p>`), new RegExp(`<p><a href="${href}">Tavoitteet 2026 \\(Word\\)</a></p>`));
    });

    await test('a placeholder that is pasted as page content is lost, and its table stays', async () => {
      const saved = await pasted('<p>Alku.</p><div data-aukio="goal-status" data-heading="Tavoitteet"><table><tbody><tr><td>a</td><td>b</td></tr></tbody></table></div>');
      assert.doesNotMatch(saved, /data-aukio/);
      assert.match(saved, /<td>a<\/td>/);
    });

    await test('our block stands in the editor’s frame, keeps the lines of a pasted cell apart, and shows its settings', async () => {
      const { texts, blocks } = JSON.parse(readFileSync(join(folder, 'blocks.json'), 'utf8'));
      const english = (/** @type {any} */ value) => JSON.parse(JSON.stringify(value), (_, part) => part?.en ?? part);
      await editor.evaluate(
        (told, types) => {
          globalThis.wp.blocks.unstable__bootstrapServerSideBlockDefinitions(types);
          globalThis.aukioBlocks = told;
        },
        { texts: texts.en, blocks: english(blocks).map(({ name, reads, attributes }) => ({ name: `aukio/${name}`, reads, controls: attributes })) },
        // As PHP registers them.
        Object.fromEntries(
          english(blocks).map(({ name, title, icon, attributes }) => [
            `aukio/${name}`,
            { apiVersion: 3, title, icon, category: 'widgets', attributes: Object.fromEntries(attributes.map((attribute) => [attribute.name, { type: attribute.control === 'switch' ? 'boolean' : 'string' }])) },
          ]),
        ),
      );
      await editor.addScriptTag({ content: readFileSync(join(folder, 'editor.js'), 'utf8') });
      await editor.evaluate(() => globalThis.openEditor());
      const frame = await (await editor.waitForSelector('iframe[name=editor-canvas]'))?.contentFrame();
      assert.ok(frame);
      await editor.evaluate(() => globalThis.wp.data.dispatch('core/block-editor').insertBlock(globalThis.wp.blocks.createBlock('aukio/goal-status')));
      await frame.waitForSelector('.aukio-block [contenteditable=true]');
      await frame.focus('.aukio-block [contenteditable=true]');
      await frame.evaluate((html) => {
        const data = new DataTransfer();
        data.setData('text/html', html);
        data.setData('text/plain', 'x');
        document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
      }, word);
      await frame.waitForSelector('.aukio-block table');
      const saved = await editor.evaluate(() => globalThis.wp.blocks.serialize(globalThis.content));
      assert.match(saved, /^<!-- wp:aukio\/goal-status -->[\s\S]*kokeiltu<br\s*\/?>Käyttäjien[\s\S]*<!-- \/wp:aukio\/goal-status -->$/);
      await editor.evaluate(() => globalThis.wp.data.dispatch('core/block-editor').selectBlock(globalThis.content[0].clientId));
      await editor.waitForFunction(() => [...document.querySelectorAll('aside label')].some((label) => label.textContent === 'Level of the heading'));
    });
  } finally {
    await chromium.close();
    server.close();
    server.closeAllConnections();
  }
  return tests.count;
}
