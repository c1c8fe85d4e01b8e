/** What a person does in WordPress's block editor, by its own fields and buttons. */

/** @typedef {import('puppeteer-core').Page} Page */

const PATIENCE = { timeout: 60_000 };

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} address of the site
 * @param {string} user whose password is the same word
 */
export async function logIn(browser, address, user) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE.timeout);
  await page.setViewport({ width: 1400, height: 1000 });
  await page.goto(`${address}/wp-login.php`);
  await page.type('#user_login', user);
  await page.type('#user_pass', user);
  await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
  return page;
}

/**
 * Opens the editor on a new post with this title, and stands in its first paragraph.
 * @param {Page} page
 * @param {string} address of the site
 * @param {string} title
 */
export async function newPost(page, address, title) {
  await page.bringToFront();
  // What was not saved is not asked about.
  page.removeAllListeners('dialog');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${address}/wp-admin/post-new.php`);
  await page.waitForSelector('.editor-post-title__input');
  await page.evaluate(() => globalThis.wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false));
  await page.waitForFunction(() => !document.querySelector('.components-guide'));
  await page.click('.editor-post-title__input');
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.block-editor-rich-text__editable.wp-block-paragraph, p.block-editor-rich-text__editable');
}

/**
 * Inserts a block by typing its name after a slash.
 * @param {Page} page
 * @param {string} name as the editor shows it, or a keyword of it
 */
export async function insertBlock(page, name) {
  await page.keyboard.type(`/${name}`);
  await page.waitForFunction(() => document.querySelector('.components-autocomplete__result'));
  // The list is drawn anew as one types.
  await page.waitForFunction((wanted) => document.querySelector('.components-autocomplete__result')?.textContent.toLowerCase().includes(wanted), {}, name.toLowerCase()).catch(() => {});
  await page.keyboard.press('Enter');
}

/**
 * Pastes as Word and browsers hand it over: HTML with its plain text.
 * @param {Page} page
 * @param {string} html
 */
export async function paste(page, html) {
  await page.evaluate((written) => {
    const data = new DataTransfer();
    data.setData('text/html', written);
    data.setData('text/plain', new DOMParser().parseFromString(written, 'text/html').body.textContent);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
  }, html);
}

/**
 * Inserts a block "Custom HTML" with this content.
 * @param {Page} page
 * @param {string} html
 */
export async function customHtml(page, html) {
  await insertBlock(page, 'html');
  await page.waitForSelector('textarea.block-editor-plain-text');
  await page.focus('textarea.block-editor-plain-text');
  await page.evaluate((text) => document.execCommand('insertText', false, text), html);
}

/**
 * Opens the settings of the selected block, and one of their parts.
 * @param {Page} page
 * @param {string} title of the part
 */
export async function openSettings(page, title) {
  if (!(await page.$('.interface-complementary-area'))) await page.click('.interface-pinned-items button');
  await page.evaluate(() => globalThis.wp.data.dispatch('core/edit-post').openGeneralSidebar('edit-post/block'));
  await page.waitForFunction((wanted) => [...document.querySelectorAll('.block-editor-block-inspector .components-panel__body-toggle')].some((button) => button.textContent.trim() === wanted), {}, title);
  await page.evaluate((wanted) => {
    const toggle = [...document.querySelectorAll('.block-editor-block-inspector .components-panel__body-toggle')].find((button) => button.textContent.trim() === wanted);
    if (toggle instanceof HTMLElement && toggle.getAttribute('aria-expanded') !== 'true') toggle.click();
  }, title);
}

/**
 * The field of the settings that has this label.
 * @param {Page} page
 * @param {string} label
 */
export async function fieldOf(page, label) {
  const field = await page.waitForFunction(
    (wanted) => {
      const found = [...document.querySelectorAll('.block-editor-block-inspector label')].find((candidate) => candidate.textContent.trim() === wanted);
      return found instanceof HTMLLabelElement && found.control;
    },
    {},
    label,
  );
  return /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (field.asElement());
}

/**
 * Publishes the post and gives its address.
 * @param {Page} page
 */
export async function publish(page) {
  await page.waitForSelector('.editor-post-publish-panel__toggle:not([aria-disabled=true])');
  await page.click('.editor-post-publish-panel__toggle');
  await page.waitForSelector('.editor-post-publish-panel .editor-post-publish-button:not([aria-disabled=true])');
  await page.click('.editor-post-publish-panel .editor-post-publish-button');
  await page.waitForSelector('.post-publish-panel__postpublish');
  return page.evaluate(() => globalThis.wp.data.select('core/editor').getPermalink());
}

/**
 * Saves a post as the code editor does, for content that has no blocks.
 * @param {Page} page with the editor open
 * @param {string} title
 * @param {string} content
 * @param {'publish' | 'draft'} [status]
 * @returns {Promise<string>} its address
 */
export function save(page, title, content, status = 'publish') {
  return page.evaluate(
    async (written) => (await globalThis.wp.apiFetch({ path: '/wp/v2/posts', method: 'POST', data: written })).link,
    { title, content, status },
  );
}

/**
 * Chooses a file from this computer in the open media library.
 * @param {Page} page
 * @param {string} path
 */
export async function uploadInLibrary(page, path) {
  await page.waitForSelector('.media-modal');
  const input = await page.waitForSelector('.media-modal input[type=file]');
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(path);
  await page.waitForSelector('.media-modal .media-button-select:not([disabled])');
  await page.click('.media-modal .media-button-select');
  await page.waitForSelector('.media-modal', { hidden: true });
}
