import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../../../tools/run.mjs';
import { Tests, startChromium, textOfWidgets } from '../../testing.mjs';
import { pack } from '../pack.mjs';
import { customHtml, fieldOf, insertBlock, logIn, newPost, openSettings, paste, publish, save, uploadInLibrary } from './editor.mjs';
import { startSite } from './site.mjs';

const REPORT = join(root, 'fixtures/files/tavoitteet-tammi-heinakuu-2026.docx');
const EARLIER = join(root, 'fixtures/files/tavoitteet-tammi-maaliskuu-2026.docx');
/** What the clipboard holds after copying in Word. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal{margin:0}</style></head><body lang=FI><!--StartFragment-->${readFileSync(join(root, 'fixtures/goals/word-table.html'), 'utf8')}<!--EndFragment--></body></html>`;
const TABLE = `<table><thead><tr><th scope="col">Toiminnallinen tavoite</th><th scope="col">Mittari ja tavoitetaso</th><th scope="col">Vastuutaho</th><th scope="col">Toteuma</th><th scope="col">Toteutumaennuste</th></tr></thead><tbody><tr><td>Uimahallin aukioloja laajennetaan</td><td>Avoinna vähintään 80 h viikossa</td><td>Liikuntapalvelut</td><td>Avoinna 76 h viikossa</td><td>Toteutuu osittain</td></tr></tbody></table>`;

/**
 * @param {string} browserPath
 * @returns {Promise<import('../../../tools/tally.mjs').Count>}
 */
export async function wordpressTests(browserPath) {
  const { zip, missing } = await pack();
  const site = await startSite({ zip, report: REPORT });
  const browser = await startChromium(browserPath);
  const tests = new Tests(process.argv[2]);
  const test = tests.test.bind(tests);

  try {
    console.log(`WordPress ${site.version}`);
    const { address, file } = site;
    const author = await logIn(browser, address, 'author');
    const editor = await logIn(browser, address, 'editor');
    // Where the author saves what needs no clicking.
    const desk = await author.browserContext().newPage();
    await newPost(desk, address, 'Pöytä');
    /** @param {string} link */
    const visit = (link) => resident(browser, link);

    await test('every setting of every widget has words in Finnish, Swedish and English', async () => {
      assert.deepEqual(missing, []);
    });

    await test('the plugin lets nobody save a tag or attribute that WordPress did not let them save before', async () => {
      assert.equal(site.strict, true);
    });

    await test('an author’s form A is stripped by WordPress: the table stays in view and nothing is loaded', async () => {
      await newPost(author, address, 'Muoto A');
      await customHtml(author, `<aukio-goal-status heading="Tavoitteet: 2026">${TABLE}</aukio-goal-status>`);
      const page = await visit(await publish(author));
      assert.deepEqual(await page.loaded(), []);
      assert.equal(await page.count('aukio-goal-status'), 0);
      assert.match(await page.text(), /Uimahallin aukioloja laajennetaan/);
    });

    await test('an editor’s form A shows the report', async () => {
      await newPost(editor, address, 'Muoto A');
      await customHtml(editor, `<aukio-goal-status heading="Tavoitteet: 2026">${TABLE}</aukio-goal-status>`);
      const page = await visit(await publish(editor));
      await page.report(/Tavoitteet: 2026[\s\S]*Uimahallin aukioloja laajennetaan/);
    });

    await test('an author’s form B shows the report', async () => {
      await newPost(author, address, 'Muoto B');
      await customHtml(author, `<div data-aukio="goal-status" data-heading="Tavoitteet: 2026" data-hide-filters>${TABLE}</div>`);
      const page = await visit(await publish(author));
      await page.report(/Tavoitteet: 2026[\s\S]*Uimahallin aukioloja laajennetaan/);
    });

    await test('an author’s form E, a frame, is taken away, and what stands around it stays', async () => {
      await newPost(author, address, 'Muoto E');
      await customHtml(author, `<p>Raportti on alla.</p><iframe src="${address}/aukio/goal-status.html?src=${file}" title="Tavoitteet 2026"></iframe><p>Kysy lisää kirjaamosta.</p>`);
      const page = await visit(await publish(author));
      assert.equal(await page.count('iframe'), 0);
      assert.match(await page.text(), /Raportti on alla\.\s+Kysy lisää kirjaamosta\./);
    });

    await test('an editor’s form E, a frame, stays', async () => {
      await newPost(editor, address, 'Kehys');
      await customHtml(editor, `<iframe src="${address}/aukio/goal-status.html?src=${file}" title="Tavoitteet 2026"></iframe>`);
      const page = await visit(await publish(editor));
      assert.equal(await page.count('iframe[title="Tavoitteet 2026"][src*="goal-status.html"]'), 1);
    });

    await test('a table that an author pastes and gives the class shows the report', async () => {
      await newPost(author, address, 'Luokka');
      await paste(author, TABLE);
      await author.waitForSelector('.wp-block-table td');
      await author.click('.wp-block-table td');
      await openSettings(author, 'Advanced');
      await (await fieldOf(author, 'Additional CSS class(es)')).type('aukio-goal-status');
      const page = await visit(await publish(author));
      await page.report(/Uimahallin aukioloja laajennetaan/);
      assert.equal(await page.count('.wp-block-table aukio-goal-status, aukio-goal-status .wp-block-table'), 1);
    });

    await test('an author’s form C, a link to the Word file, shows the report', async () => {
      await newPost(author, address, 'Muoto C');
      await paste(author, `<p>Raportti:</p><p><a href="${file}#aukio=goal-status&amp;heading=Tavoitteet%3A%202026">Tavoitteet 2026 (Word)</a></p>`);
      await author.waitForFunction(() => document.querySelector('.block-editor-rich-text__editable a'));
      const page = await visit(await publish(author));
      await page.report(/Tavoitteet: 2026[\s\S]*Kokeilemme uusia tapoja osallistua verkossa/);
    });

    await test('an author’s form D, a link before the table, shows the report', async () => {
      await newPost(author, address, 'Muoto D');
      await paste(author, `<p><a href="${address}/#aukio=goal-status&amp;from=next&amp;heading=Tavoitteet%202026">Tavoitteet 2026</a></p>${TABLE}<p>Kysy lisää kirjaamosta.</p>`);
      await author.waitForSelector('.wp-block-table td');
      const page = await visit(await publish(author));
      await page.report(/Tavoitteet 2026[\s\S]*Uimahallin aukioloja laajennetaan/);
    });

    await test('an author inserts the block, pastes from Word inside it and sets a heading; the paragraphs of cells stay apart', async () => {
      await newPost(author, address, 'Lohko');
      await insertBlock(author, 'Tavoiteraportti');
      await author.waitForSelector('.aukio-block [contenteditable=true]');
      await author.focus('.aukio-block [contenteditable=true]');
      await paste(author, WORD);
      await author.waitForSelector('.aukio-block .wp-block-table td');
      await author.evaluate(() => globalThis.wp.data.dispatch('core/block-editor').selectBlock(globalThis.wp.data.select('core/block-editor').getBlocks()[0].clientId));
      await openSettings(author, 'Asetukset');
      await (await fieldOf(author, 'Otsikko')).type('Tavoitteet: 2026');
      await (await fieldOf(author, 'Jätä rajaukset pois')).click();
      await (await fieldOf(author, 'Ryhmittely')).select('responsible');
      const page = await visit(await publish(author));
      await page.report(/Tavoitteet: 2026[\s\S]*Kokeilemme uusia tapoja osallistua verkossa/);
      const saved = await page.html();
      assert.match(saved, /data-hide-filters(="")?[ >]/);
      assert.match(saved, /data-group-by="responsible"/);
      assert.match(saved, /Vähintään kahta uutta tapaa on kokeiltu<br\s*\/?>Käyttäjien kokemukset on koottu/);
      assert.doesNotMatch(await page.text(), /kokeiltuKäyttäjien/);
    });

    await test('an author inserts the block and chooses a Word file that she uploads', async () => {
      await newPost(author, address, 'Tiedosto');
      await insertBlock(author, 'Tavoiteraportti');
      const button = await author.waitForSelector('.aukio-block .components-button.is-secondary');
      await button?.click();
      await uploadInLibrary(author, EARLIER);
      await author.waitForFunction(() => document.querySelector('.aukio-block__file strong')?.textContent === 'tavoitteet-tammi-maaliskuu-2026.docx');
      const link = await publish(author);
      const page = await visit(link);
      await page.report(/Kokeilemme uusia tapoja osallistua verkossa/);
      assert.match(await (await fetch(link)).text(), /<p><a href="[^"]+tavoitteet-tammi-maaliskuu-2026\.docx">tavoitteet-tammi-maaliskuu-2026 \(DOCX\)<\/a><\/p>/, 'without script there is a link to the file');
    });

    await test('the block is what the editor left when the post is opened again, and saves no markup of its own', async () => {
      const content = '<!-- wp:aukio/goal-status {"hide-search":true,"heading":"Mål: 2026"} -->\n<!-- wp:paragraph -->\n<p>Hej</p>\n<!-- /wp:paragraph -->\n<!-- /wp:aukio/goal-status -->';
      const result = await desk.evaluate((written) => {
        const [block] = globalThis.wp.blocks.parse(written);
        return { valid: block.isValid, attributes: block.attributes, saved: globalThis.wp.blocks.serialize([block]) };
      }, content);
      assert.deepEqual({ valid: result.valid, attributes: result.attributes }, { valid: true, attributes: { heading: 'Mål: 2026', 'hide-search': true } });
      assert.deepEqual(result.saved.match(/<[^!][^>]*>/g), ['<p>', '</p>']);
    });

    await test('a table, a group or a file that is on the page already becomes the block', async () => {
      const made = await desk.evaluate((table) => {
        const { createBlock, rawHandler, serialize, switchToBlockType } = globalThis.wp.blocks;
        const [pasted] = rawHandler({ HTML: table });
        const group = createBlock('core/group', {}, [createBlock('core/paragraph', { content: 'Tavoitelinjaus' }), pasted]);
        const upload = createBlock('core/file', { href: '/uploads/goals.docx', fileName: 'goals' });
        return [pasted, group, upload].map((block) => serialize(switchToBlockType(block, 'aukio/goal-status')));
      }, TABLE);
      assert.match(made[0], /^<!-- wp:aukio\/goal-status -->\n<!-- wp:table[\s\S]*Uimahallin/);
      assert.match(made[1], /^<!-- wp:aukio\/goal-status -->\n<!-- wp:paragraph -->\n<p>Tavoitelinjaus<\/p>[\s\S]*<!-- wp:table[\s\S]*Uimahallin/);
      assert.equal(made[2], '<!-- wp:aukio/goal-status {"src":"/uploads/goals.docx"} /-->');
    });

    await test('who previews a page is told what to mend, and who reads the published page is not', async () => {
      const content = `<!-- wp:aukio/goal-status {"src":"${file}"} /-->`;
      await author.goto(`${await save(desk, 'Luonnos', content, 'draft')}&preview=true`);
      assert.equal(await author.$eval('[data-aukio]', (place) => place.hasAttribute('data-debug')), true);
      await author.goto(await save(desk, 'Julkaistu', content));
      assert.equal(await author.$eval('[data-aukio]', (place) => place.hasAttribute('data-debug')), false);
    });

    await test('each widget has a block in the category Aukio, with its settings in the language of the person who edits', async () => {
      await newPost(editor, address, 'Språk');
      const blocks = await editor.evaluate(() => globalThis.wp.blocks.getBlockTypes().filter((type) => type.category === 'aukio').map((type) => type.title));
      assert.deepEqual(blocks.sort(), ['Datakälla', 'Kommunikationskanaler', 'Målrapport', 'Omröstning om pengar', 'Responsblankett', 'Resultatet av en omröstning']);
      await insertBlock(editor, 'Kommunikationskanaler');
      await editor.waitForSelector('.aukio-block');
      await editor.evaluate(() => globalThis.wp.data.dispatch('core/block-editor').selectBlock(globalThis.wp.data.select('core/block-editor').getBlocks()[0].clientId));
      await openSettings(editor, 'Inställningar');
      await fieldOf(editor, 'Lämna bort sökfältet');
    });

    await test('the shortcode shows a file, with a switch by its name alone', async () => {
      await newPost(author, address, 'Lyhytkoodi');
      await insertBlock(author, 'shortcode');
      await author.waitForSelector('.wp-block-shortcode textarea');
      await author.focus('.wp-block-shortcode textarea');
      await author.evaluate((text) => document.execCommand('insertText', false, text), `[aukio widget="goal-status" src="${file}" heading="Tavoitteet: 2026" hide-search]Katso [raportti] tiedostona.[/aukio]`);
      const page = await visit(await publish(author));
      await page.report(/Tavoitteet: 2026[\s\S]*Kokeilemme uusia tapoja osallistua verkossa/);
      assert.match(await page.html(), /data-hide-search(="")?[ >]/);
    });

    await test('the shortcode around a table of the classic editor, whose paragraphs WordPress breaks, shows the report', async () => {
      const page = await visit(await save(desk, 'Vanha editori', `Alku.\n\n[aukio widget="goal-status" heading="Tavoitteet"]\n\n${TABLE}\n\n[/aukio]\n\nLoppu.`));
      await page.report(/Tavoitteet[\s\S]*Uimahallin aukioloja laajennetaan/);
      assert.equal(await page.count('aukio-goal-status > p'), 0);
    });

    await test('a misspelt widget is named to editors, and residents read the content', async () => {
      const link = await save(desk, 'Väärä nimi', '[aukio widget="goal-staus"]<p>Tavoitteet ovat liitteessä.</p>[/aukio]');
      const page = await visit(link);
      assert.match(await page.text(), /Tavoitteet ovat liitteessä/);
      assert.doesNotMatch(await page.text(), /goal-staus/);
      assert.deepEqual(await page.loaded(), []);
      await editor.goto(link);
      assert.match(await editor.$eval('main', (main) => main.innerText), /Aukio har ingen komponent ”goal-staus”\. Det finns: .*goal-status/);
    });

    await test('what an author writes into a setting is text on the page', async () => {
      const heading = '"><img src=x onerror=alert(1)> & 1 < 2';
      const block = `<!-- wp:aukio/goal-status ${JSON.stringify({ heading, src: 'javascript:alert(1)' }).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('\\"', '\\u0022').replaceAll('&', '\\u0026')} /-->`;
      const short = `[aukio widget="goal-status" onclick="alert(1)" style="x" heading='"><script>alert(1)</script>' hx-get="/x"]`;
      const html = await (await fetch(await save(desk, 'Merkit', `${block}\n\n${short}`))).text();
      const placeholders = html.match(/<div [^>]*data-aukio="goal-status"[^>]*>/g) ?? [];
      assert.equal(placeholders.length, 2);
      assert.doesNotMatch(html, /<img src=x|<script>alert|javascript:alert/);
      for (const placeholder of placeholders) assert.doesNotMatch(placeholder, /onclick|hx-get|onerror=alert\(1\)>/);
    });

    await test('the loader is on a page once however many widgets ask for it, and in its head', async () => {
      const link = await save(desk, 'Kaksi', `<!-- wp:aukio/goal-status {"src":"${file}"} /-->\n\n<!-- wp:html --><div data-aukio="goal-status">${TABLE}</div><!-- /wp:html -->\n\n[aukio widget="goal-status" src="${file}"]`);
      const html = await (await fetch(link)).text();
      assert.equal(html.match(/embed\/aukio\.js/g)?.length, 1);
      assert.match(html.split('</head>')[0] ?? '', /<script type="module" src=["'][^"']+\/embed\/aukio\.js\?ver=[^"']+["']/);
      const page = await visit(link);
      await page.ready(3);
    });

    await test('the loader is on no page that asks for no widget, in no feed, and not where aukio is only a word', async () => {
      const link = await save(desk, 'Uutinen', '<p class="wp-block-aukio-x my-aukio-y">Kauppatorin aukio, aukio-goal-status ja <code>#aukio=goal-status</code>, <a href="/aukio/">torille</a>.</p>');
      assert.deepEqual(await (await visit(link)).loaded(), []);
      assert.doesNotMatch(await (await fetch(`${address}/?feed=rss2`)).text(), /aukio\.js/);
      assert.deepEqual(await (await visit(`${address}/?s=eimitaan`)).loaded(), []);
    });

    await test('a list of posts that shows their content has the loader once', async () => {
      for (const title of ['Tavoitteet 1', 'Tavoitteet 2']) await save(desk, title, `<!-- wp:aukio/goal-status {"src":"${file}"} /-->`);
      const html = await (await fetch(`${address}/`)).text();
      assert.equal(html.match(/embed\/aukio\.js/g)?.length, 1);
    });

    await test('files on another host of the city’s may be linked to', async () => {
      const html = site.run(`add_filter('upload_dir', fn($dir) => array_merge($dir, array('baseurl' => 'https://files.merilehto.example/uploads'))); wp_get_upload_dir(); \\Aukio\\enqueue_loader(); wp_print_scripts();`);
      assert.match(html, /<script type="module" data-allow="https:\/\/files\.merilehto\.example" src=/);
    });

    await test('a widget in a template part of a block theme is found, and the loader is in the head', async () => {
      site.run(`switch_theme('block-theme');`);
      try {
        const link = await save(desk, 'Lohkoteema', '<!-- wp:paragraph --><p>Tervetuloa.</p><!-- /wp:paragraph -->');
        const html = await (await fetch(link)).text();
        assert.match(html.split('</head>')[0] ?? '', /embed\/aukio\.js/);
        const page = await visit(link);
        await page.ready(1);
        assert.match(await page.widgetText(), /Palvelupiste/);
      } finally {
        site.run(`switch_theme('theme');`);
      }
    });

    await test('when the plugin is gone, what the editor pasted into its block is still on the page', async () => {
      const link = await save(desk, 'Poistettu', `<!-- wp:aukio/goal-status {"heading":"Tavoitteet"} -->\n<!-- wp:table -->\n<figure class="wp-block-table">${TABLE}</figure>\n<!-- /wp:table -->\n<!-- /wp:aukio/goal-status -->`);
      site.run(`deactivate_plugins('aukio/aukio.php');`);
      try {
        const page = await visit(link);
        assert.match(await page.text(), /Uimahallin aukioloja laajennetaan/);
        assert.deepEqual(await page.loaded(), []);
      } finally {
        site.run(`activate_plugin('aukio/aukio.php');`);
      }
    });

    await test('PHP has nothing to complain of in the plugin', async () => {
      const log = site.run(`echo is_readable(ABSPATH . 'debug.log') ? file_get_contents(ABSPATH . 'debug.log') : '';`);
      assert.deepEqual(log.split('\n').filter((line) => line.includes('/plugins/aukio/')), []);
    });
  } finally {
    await browser.close();
    await site.stop();
  }
  return tests.count;
}

/**
 * A page as a resident sees it, who is logged in nowhere.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} link
 */
async function resident(browser, link) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(link);
  /** @param {number} wanted */
  const ready = (wanted) =>
    page.waitForFunction((count) => [...document.querySelectorAll('aukio-goal-status,aukio-channel-directory')].filter((widget) => widget.matches(':state(ready)')).length === count, {}, wanted);
  const widgetText = () => page.evaluate(textOfWidgets);
  return {
    ready,
    widgetText,
    /** Waits for the one report of the page, which is to say this. @param {RegExp} expected */
    async report(expected) {
      await ready(1);
      // A group of goals is drawn when its turn comes.
      for (const end = Date.now() + 15_000; !expected.test(await widgetText()) && Date.now() < end; ) await wait(200);
      assert.match(await widgetText(), expected);
    },
    loaded: () => page.$$eval('script[src*="/embed/"]', (scripts) => scripts.map((script) => script.src)),
    /** @param {string} selector */
    count: (selector) => page.$$eval(selector, (found) => found.length),
    text: () => page.$eval('body', (body) => body.innerText),
    html: () => page.$eval('main', (main) => main.innerHTML),
  };
}
