/** The forms in which a widget can stand in a page: design, section 5. `link-next` is a link and what follows it. */
export const FORMS = ['placeholder', 'element', 'link-next', 'link', 'frame'] as const;
export type Form = (typeof FORMS)[number];

/** What a CMS lets somebody in a role save, and shows afterwards. */
export interface Cms {
  /** Its name is in `words/`, under `cms-<id>`. */
  readonly id: CmsId;
  /** `<aukio-…>` */
  readonly element?: true;
  /** `<div data-aukio>` with its `data-…` */
  readonly placeholder?: true;
  readonly table?: true;
  /** Captions of tables; without it they are written as paragraphs. */
  readonly caption?: true;
  readonly frame?: true;
  /** No link survives in what can be put there. */
  readonly noLink?: true;
  /** Filters text out of plain attributes, so that `data-…` is written instead. */
  readonly dataAttributes?: true;
  /** WordPress's block editor: wrapped as a block, it is taken in as it is and never split into paragraphs. */
  readonly block?: true;
  /** Links have to name their site: a fragment alone is taken out. */
  readonly wholeAddresses?: true;
  /** The form that comes first though others survive as well. */
  readonly first?: Form;
}

export const CMS_IDS = [
  'wordpress-author', 'wordpress-editor', 'wordpress-classic', 'drupal-basic', 'drupal-extended', 'drupal-full', 'typo3-text', 'typo3-aukio', 'typo3-html', 'liferay-content',
  'liferay-blog', 'umbraco-tinymce', 'umbraco-tiptap', 'optimizely', 'sitecore', 'sharepoint', 'ckeditor', 'hand',
] as const;
export type CmsId = (typeof CMS_IDS)[number];

/**
 * What survives where, with the settings that a CMS comes with (`embedding.md` 1.1). Where a cell there says that the editor's
 * configuration decides, only what holds with any is counted on.
 */
export const CMS: readonly Cms[] = [
  { id: 'wordpress-author', placeholder: true, table: true, caption: true, block: true },
  // Elements survive there as well, until an author saves the page: the placeholder does not mind.
  { id: 'wordpress-editor', element: true, placeholder: true, table: true, caption: true, frame: true, block: true },
  // Its text filter puts paragraphs around an element and takes its content out.
  { id: 'wordpress-classic', placeholder: true, table: true, caption: true },
  { id: 'drupal-basic' },
  // With the text format of our pack, which has no element of ours.
  { id: 'drupal-extended', placeholder: true, table: true, caption: true, dataAttributes: true },
  { id: 'drupal-full', placeholder: true, element: true, table: true, caption: true, frame: true, dataAttributes: true },
  { id: 'typo3-text', table: true },
  // With the editor's preset of our pack; its CKEditor takes captions out as any other does.
  { id: 'typo3-aukio', placeholder: true, table: true },
  { id: 'typo3-html', placeholder: true, element: true, table: true, caption: true, frame: true },
  { id: 'liferay-content', table: true },
  { id: 'liferay-blog', table: true, wholeAddresses: true },
  { id: 'umbraco-tinymce', placeholder: true, table: true, caption: true, frame: true },
  // Tables only with an extension, and nothing tells from here whether it is there.
  { id: 'umbraco-tiptap', placeholder: true },
  { id: 'optimizely', placeholder: true, table: true, caption: true },
  { id: 'sitecore', table: true },
  { id: 'sharepoint', frame: true, noLink: true },
  { id: 'ckeditor', table: true },
  { id: 'hand', element: true, placeholder: true, table: true, caption: true, frame: true, first: 'element' },
];

export function cmsOf(id: CmsId): Cms {
  return CMS.find((cms) => cms.id === id)!;
}

/**
 * The forms that survive, the best first. None where what is brought cannot stand there: tables in Drupal's Basic HTML have to be a file.
 * @param data where the content is: written into the page, a file with an address, or nowhere (a form, a ballot of a service)
 */
export function formsFor(cms: Cms, data: 'inline' | 'file' | 'none'): readonly Form[] {
  const survives: Readonly<Record<Form, boolean>> = {
    'placeholder': cms.placeholder === true && (data !== 'inline' || cms.table === true),
    'element': cms.element === true && (data !== 'inline' || cms.table === true),
    'link-next': data === 'inline' && cms.table === true && !cms.noLink,
    'link': data !== 'inline' && !cms.noLink,
    'frame': data !== 'inline' && cms.frame === true,
  };
  const forms = FORMS.filter((form) => survives[form]);
  return cms.first && survives[cms.first] ? [cms.first, ...forms.filter((form) => form !== cms.first)] : forms;
}
