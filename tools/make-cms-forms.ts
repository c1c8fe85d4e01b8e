import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMS, type Outcome } from './cms/outcome.ts';
import { runFilters } from './cms/run.ts';
import { root } from './run.mjs';

/**
 * Writes "which form works behind which filter" from running the built script tag on what each filter left of one snippet:
 * `docs/cms-forms.md` with a row for each, and the README's table, where filters with the same outcome share a row. Needs
 * `npm run build` before.
 */

/** By the file in `fixtures/cms/`: the system, and whose text it was. */
const FILTERS = {
  pasted: ['No filter', 'templates, raw HTML blocks, WordPress administrators'],
  'wordpress-7-author': ['WordPress 7.1', 'author or contributor, and every role but the super-admin on multisite'],
  'wordpress-6.1-author': ['WordPress 6.1', 'author or contributor'],
  'wordpress-classic-autop': ['WordPress, classic editor', 'administrator, text tab (`wpautop`)'],
  'wordpress-block-editor-paste': ['WordPress, block editor', 'pasted into the page'],
  'drupal-basic-html': ['Drupal', 'Basic HTML'],
  'drupal-extended': ['Drupal', 'Basic HTML with the tags added'],
  typo3: ['TYPO3', 'RTE field'],
  'ckeditor5-no-ghs': ['CKEditor 5', 'without General HTML Support'],
  'ckeditor5-div-data': ['CKEditor 5', '`div` and `data-*` allowed'],
  'ckeditor5-full-html': ['CKEditor 5', 'everything allowed (Drupal Full HTML)'],
  'tinymce-default': ['TinyMCE', 'default, as in Optimizely and others'],
  'tinymce-umbraco': ['TinyMCE', 'as in Umbraco up to 13'],
  'tinymce-extended-only': ['TinyMCE', '`extended_valid_elements` alone'],
  'tinymce-custom-elements': ['TinyMCE', '`extended_valid_elements` and `custom_elements`'],
  'tiptap-starterkit': ['Tiptap', 'StarterKit'],
  'tiptap-umbraco': ['Tiptap', 'like Umbraco 16, without its table extension'],
  'dompurify-default': ['DOMPurify', 'default'],
  'dompurify-custom-elements': ['DOMPurify', 'custom elements allowed'],
} satisfies Readonly<Record<string, readonly [system: string, text: string]>>;

const WORDS: Readonly<Record<Outcome, string>> = {
  works: '**works**',
  heading: 'works; the heading loses what stands before its colon, unless written `data-heading`',
  table: 'the table stays, plain',
  list: 'the list stays, plain',
  taken: 'taken into D above it',
  text: 'only the words of the table are left',
  code: 'its code is shown as text',
};

/** The same in a word or two. */
const SHORT: Readonly<Record<Outcome, string>> = {
  works: '**works**',
  heading: '**works** ¹',
  table: 'plain table',
  list: 'plain list',
  taken: 'part of D ²',
  text: 'words only',
  code: 'shown as code',
};

const contents = new Map(Object.keys(FILTERS).map((name) => [name, readFileSync(join(root, `fixtures/cms/${name}.html`), 'utf8')]));
const results = await runFilters(contents);
const filters = Object.entries(FILTERS).map(([name, [system, text]]) => ({ system, text, outcomes: FORMS.map((form) => results.get(name)![form]) }));

writeFileSync(
  join(root, 'docs/cms-forms.md'),
  `# Which form works behind which filter

<!-- Written by \`npm run cms-forms\` from running the built script tag on every file of fixtures/cms/. Do not edit. -->

Editors’ systems throw away part of what is pasted into them. One snippet with every form ([pasted.html](../fixtures/cms/pasted.html)) went through the filters and editors below; what came out is in [fixtures/cms/](../fixtures/cms/), and this is what the script tag makes of it. The letters are those of the README. If you are not sure, take C: a plain link survives everywhere.

| System | Setting | A: the tag itself | B: \`data-aukio\` around a table | B around a list of links | C: link to a file | D: link before a table |
|---|---|---|---|---|---|---|
${filters.map(({ system, text, outcomes }) => row(system, text, ...outcomes.map((outcome) => WORDS[outcome]))).join('\n')}

*Taken into D*: the list stands right after D’s table, and nothing but a heading, another widget or a link to \`#aukio=end\` ends what D takes. Where the filter has thrown away the mark of the list, D takes it too, and does not show it. End D with such a link.

The class \`aukio-goal-status\` on a table, which is B too, was not in the snippet and has no column. It was run by the tests of the packs: it shows the report when an author sets it in WordPress’s block editor, and out of CKEditor 5 with the rules for Drupal and TYPO3 and out of TinyMCE 6 and 8 as they come; CKEditor 5 without General HTML Support takes it away and leaves the table. Where only the words of a table are left, its class is gone with it. The filters of Drupal and TYPO3 themselves, DOMPurify and the classic editor were not run with it.

Form E, an iframe, goes through where nothing is filtered and through TinyMCE, which from version 8 gives it \`sandbox=""\`; the others throw it away. See [Frames](frames.md).
`,
);

const README = join(root, 'README.md');
const MARKED = /(<!-- cms-forms[^>]*-->\n)[^]*(<!-- \/cms-forms -->)/;
const readme = readFileSync(README, 'utf8');
if (!MARKED.test(readme)) throw new Error('README.md has no place between <!-- cms-forms --> and <!-- /cms-forms -->.');
writeFileSync(README, readme.replace(MARKED, (_, start: string, end: string) => `${start}${compact()}${end}`));

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A row for each outcome, the best first, with all that have it; the settings of one system stand together. */
function compact(): string {
  const groups = grouped(filters, ({ outcomes }) => outcomes.join());
  const works = (key: string): number => key.split(',').filter((outcome) => outcome === 'works').length;
  const rows = [...groups].sort(([one], [other]) => works(other) - works(one)).map(([key, members]) => {
    const systems = [...grouped(members, ({ system }) => system)].map(([system, settings]) => `${system}: ${settings.map(({ text }) => text).join('; ')}`);
    return row(systems.join('<br>'), ...key.split(',').map((outcome) => SHORT[outcome as Outcome]));
  });
  return `| What the text went through | A | B, a table | B, a list | C | D |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`;
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
