import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../tools/build.mjs';
import { root } from '../../tools/run.mjs';
import { Tests, startChromium, textOfWidgets } from '../testing.mjs';
import { drupalRules, optimizelySettings, typo3Rules, umbracoSettings } from './settings.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const TYPES = { '.js': 'text/javascript', '.css': 'text/css' };

const TABLE = '<table><tbody><tr><td>Toiminnallinen tavoite</td><td>Mittari</td><td>Toteuma</td><td>Toteutumaennuste</td></tr><tr><td>Kirjastoauto kulkee joka kylässä</td><td>12 pysäkkiä</td><td>11 pysäkkiä</td><td>Toteutuu osittain</td></tr></tbody></table>';
const FORM_A = `<aukio-goal-status data-heading="Tavoitteet: 2026">${TABLE}</aukio-goal-status>`;
const FORM_B = `<div data-aukio="goal-status" data-heading="Tavoitteet: 2026">${TABLE}</div>`;
const FORM_B_CLASS = TABLE.replace('<table>', '<table class="aukio-goal-status">');
const FORM_C = '<p><a href="/files/tavoitteet.docx#aukio=goal-status&amp;heading=Tavoitteet%3A%202026">Tavoitteet 2026 (Word)</a></p>';

/**
 * What editors make of our snippets under the packs' configuration, and what the loader makes of that.
 * @param {string} browserPath
 * @returns {Promise<import('../../tools/tally.mjs').Count>}
 */
export async function editorTests(browserPath) {
  if (!existsSync(join(root, 'dist/embed/aukio.js'))) await build();
  let content = '';
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const file = path.startsWith('/embed/') ? join(root, 'dist', path) : join(here, 'node_modules', path);
    response.setHeader('content-type', TYPES[extname(path)] ?? 'text/html; charset=utf-8');
    if (path === '/page.html') response.end(`<!doctype html><html lang="fi"><meta charset="utf-8"><title>Page</title><body>${content}<script type="module" src="/embed/aukio.js"></script>`);
    else if (path.endsWith('.html')) response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Editor</title><body><div id="editor"></div><textarea id="text"></textarea><script src="/${path.slice(1, -5)}"></script>`);
    else if (existsSync(file)) response.end(readFileSync(file));
    else response.writeHead(404).end();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const address = `http://127.0.0.1:${port}`;
  const browser = await startChromium(browserPath);
  const page = await browser.newPage();

  /** What CKEditor 5 saves of this, under these rules of General HTML Support. */
  const ckeditor = async (allow, html) => {
    await page.goto(`${address}/ckeditor5/dist/browser/ckeditor5.umd.js.html`);
    return page.evaluate(
      async (rules, written) => {
        const { ClassicEditor, Essentials, GeneralHtmlSupport, Heading, Link, List, Paragraph, Table } = globalThis.CKEDITOR;
        const revived = rules.map((rule) => ({
          ...rule,
          attributes: Array.isArray(rule.attributes) ? rule.attributes.map((attribute) => (attribute.key ? { ...attribute, key: new RegExp(attribute.key.regexp) } : attribute)) : rule.attributes,
        }));
        const editor = await ClassicEditor.create(document.querySelector('#editor'), {
          licenseKey: 'GPL',
          plugins: [Essentials, GeneralHtmlSupport, Heading, Link, List, Paragraph, Table],
          htmlSupport: { allow: revived },
        });
        editor.setData(written);
        return editor.getData();
      },
      allow,
      html,
    );
  };

  /** What TinyMCE saves of this, under these settings. */
  const tinymce = async (version, settings, html) => {
    await page.goto(`${address}/${version}/tinymce.min.js.html`);
    return page.evaluate(
      async (options, written) => {
        const [editor] = await globalThis.tinymce.init({ selector: '#text', license_key: 'gpl', promotion: false, ...options });
        editor.setContent(written);
        return editor.getContent();
      },
      settings,
      html,
    );
  };

  /** The text of the report on a page that holds this. */
  const report = async (html) => {
    content = html;
    await page.goto(`${address}/page.html`);
    await page.waitForFunction(() => document.querySelector('aukio-goal-status')?.matches(':state(ready)'));
    return page.evaluate(textOfWidgets);
  };
  const shown = async (html) => assert.match(await report(html), /Tavoitteet: 2026[\s\S]*Kirjastoauto kulkee joka kylässä[\s\S]*Toteutuu osittain/);

  const tests = new Tests();
  try {
    for (const [cms, rules] of [['TYPO3’s preset', typo3Rules()], ['Drupal’s text format', drupalRules()]]) {
      await tests.test(`CKEditor 5 with ${cms} keeps form B, which then shows the report`, async () => {
        const saved = await ckeditor(rules, FORM_B);
        assert.match(saved, /data-aukio="goal-status"/);
        await shown(saved);
      });

      await tests.test(`CKEditor 5 with ${cms} keeps the class of a table, which then shows the report`, async () => {
        const saved = await ckeditor(rules, FORM_B_CLASS);
        assert.match(saved, /class="[^"]*aukio-goal-status/);
        assert.match(await report(saved), /Kirjastoauto kulkee joka kylässä/);
      });

      await tests.test(`CKEditor 5 with ${cms} keeps the address of form C, and lets in no event handler`, async () => {
        const saved = await ckeditor(rules, `${FORM_C}<div data-aukio="goal-status" onclick="alert(1)" style="color:red">x</div>`);
        assert.ok(saved.includes('href="/files/tavoitteet.docx#aukio=goal-status&amp;heading=Tavoitteet%3A%202026"'));
        assert.doesNotMatch(saved, /onclick|style=/);
      });
    }

    await tests.test('CKEditor 5 without a pack’s rules takes form B away, the class of a table too, so that the rules are needed', async () => {
      assert.doesNotMatch(await ckeditor([], FORM_B), /data-aukio/);
      const saved = await ckeditor([], FORM_B_CLASS);
      assert.doesNotMatch(saved, /aukio/);
      assert.match(saved, /<td>Kirjastoauto kulkee joka kylässä<\/td>/);
    });

    for (const version of ['tinymce-6', 'tinymce']) {
      await tests.test(`${version === 'tinymce' ? 'TinyMCE 8' : 'TinyMCE 6'} as it comes keeps the class of a table, which then shows the report`, async () => {
        assert.match(await report(await tinymce(version, {}, FORM_B_CLASS)), /Kirjastoauto kulkee joka kylässä/);
      });
    }

    for (const [version, cms, settings] of [['tinymce-6', 'Umbraco’s settings', umbracoSettings()], ['tinymce-6', 'Optimizely’s settings', optimizelySettings()], ['tinymce', 'Optimizely’s settings', optimizelySettings()]]) {
      const name = `${version === 'tinymce' ? 'TinyMCE 8' : 'TinyMCE 6'} with ${cms}`;
      await tests.test(`${name} keeps form A, which then shows the report`, async () => {
        await shown(await tinymce(version, settings, FORM_A));
      });
      await tests.test(`${name} keeps form B, which then shows the report`, async () => {
        await shown(await tinymce(version, settings, FORM_B));
      });
      await tests.test(`${name} keeps the address of form C`, async () => {
        assert.ok((await tinymce(version, settings, FORM_C)).includes('#aukio=goal-status&amp;heading=Tavoitteet%3A%202026"'));
      });
    }

    await tests.test('TinyMCE with the second setting alone takes the element away, so that both are needed', async () => {
      const { extended_valid_elements } = optimizelySettings();
      for (const version of ['tinymce-6', 'tinymce']) assert.doesNotMatch(await tinymce(version, { extended_valid_elements }, FORM_A), /<aukio-/);
    });

    await tests.test('TinyMCE 8 leaves an iframe of the named host as it is, and puts any other into an empty sandbox', async () => {
      const iframe = (host) => `<p><iframe title="Tavoitteet" src="https://${host}/embed/goal-status.html"></iframe></p>`;
      const settings = { ...optimizelySettings(), convert_unsafe_embeds: true };
      assert.doesNotMatch(await tinymce('tinymce', settings, iframe('widgets.merilehto.example')), /sandbox/);
      assert.match(await tinymce('tinymce', settings, iframe('other.example')), /sandbox=""/);
    });
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
  return tests.count;
}
