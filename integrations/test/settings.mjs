import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** Reads a file of the packs. @param {string} path */
export function read(path) {
  return readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');
}

/** What the element manifest tells: every tag with the names of its attributes. */
export function elements() {
  const manifest = JSON.parse(read('../custom-elements.json'));
  const found = manifest.modules.flatMap((module) => module.declarations ?? []).filter((declaration) => declaration.tagName?.startsWith('aukio-'));
  return found.map((element) => ({ tag: element.tagName, attributes: (element.attributes ?? []).map((attribute) => attribute.name) }));
}

/** What Drupal's button "Table" allows in CKEditor 5 by itself, as its `ckeditor5.ckeditor5.yml` says. */
const TABLE_BUTTON = ['<table>', '<caption>', '<thead>', '<tbody>', '<tfoot>', '<tr>', '<th rowspan colspan>', '<td rowspan colspan>'];

/** What Drupal's text format lets through, tag by tag: its filter when the page is shown, and its CKEditor 5 when the text is written. */
export function drupalAllows() {
  const { filters, editor } = parse(read('drupal/text-format.yml'));
  return {
    filter: attributesByTag(filters.filter_html.settings.allowed_html.match(/<[^>]+>/g)),
    editor: attributesByTag([...TABLE_BUTTON, ...editor.ckeditor5_sourceEditing.allowed_tags]),
  };
}

/** Of `<div class data-*>` and the like. A tag may be there more than once, each time with more of its attributes. */
function attributesByTag(tags) {
  const found = {};
  for (const tag of tags) {
    const [name, ...attributes] = tag.slice(1, -1).split(/\s+/);
    found[name] = [...new Set([...(found[name] ?? []), ...attributes])].sort();
  }
  return found;
}

/** What its CKEditor 5 is told: a rule with patterns for each tag. */
export function drupalRules() {
  return Object.entries(drupalAllows().editor).map(([name, attributes]) => ({
    name,
    classes: attributes.includes('class'),
    attributes: attributes.filter((attribute) => attribute !== 'class').map((attribute) => ({ key: { regexp: `^${attribute.replace('*', '.+')}$` }, value: true })),
  }));
}

/** The rules of TYPO3's editor preset. */
export function typo3Rules() {
  return parse(read('typo3/aukio/Configuration/RTE/Aukio.yaml')).editor.config.htmlSupport.allow;
}

/** What Umbraco 9 to 13 hands to TinyMCE. */
export function umbracoSettings() {
  return JSON.parse(read('umbraco/appsettings.json')).Umbraco.CMS.RichTextEditor.CustomConfig;
}

/** What Optimizely hands to TinyMCE. */
export function optimizelySettings() {
  const settings = [...read('optimizely/AukioTinyMce.cs').matchAll(/\.AddSetting\("([^"]+)", (?:"([^"]*)"|new\[\] \{ ([^}]*) \})\)/g)];
  return Object.fromEntries(settings.map(([, name, text, list]) => [name, text ?? list.split(',').map((item) => item.trim().slice(1, -1))]));
}
