/**
 * What each CMS leaves of a text, by a few rules of our own after `embedding.md` 1.1 and 1.2. They say what is kept, and
 * nothing of how a filter looks at malice: where the real outputs lie beside the project, `snippet.test.ts` compares the two.
 */
export type Filter = (markup: string) => string;

interface Rules {
  /** Elements that stay; all others go and leave their children. */
  readonly elements: (name: string) => boolean;
  readonly attributes: (name: string, element: string, value: string) => boolean;
  /** Elements that go with what is in them. */
  readonly gone?: RegExp;
  /** Elements that are shown as their own source. */
  readonly shown?: (name: string) => boolean;
  readonly after?: (body: HTMLElement) => void;
}

const TEXT = /^(?:p|br|a|strong|em|b|i|u|span|h[1-6]|ul|ol|li|blockquote|code|pre|hr|img|sub|sup)$/;
const TABLE = /^(?:table|caption|thead|tbody|tfoot|tr|th|td|colgroup|col)$/;
const OF_TABLE = /^(?:scope|colspan|rowspan|headers)$/;
const isCustom = (name: string) => name.includes('-');

function filter({ elements, attributes, gone, shown, after }: Rules): Filter {
  return (markup) => {
    const { body } = new DOMParser().parseFromString(`<body>${markup}`, 'text/html');
    for (const element of [...body.querySelectorAll('*')].reverse()) {
      const name = element.localName;
      if (gone?.test(name)) element.remove();
      else if (shown?.(name)) element.replaceWith(element.outerHTML);
      else if (!elements(name)) element.replaceWith(...element.childNodes);
      else for (const { name: attribute, value } of [...element.attributes]) if (!attributes(attribute, name, value)) element.removeAttribute(attribute);
    }
    after?.(body);
    return body.innerHTML;
  };
}

const dataKept = (name: string, element: string) => name.startsWith('data-') || /^(?:id|class|lang|title|role|href|dir)$/.test(name) || (OF_TABLE.test(name) && TABLE.test(element));

/** CKEditor 5 puts a figure around each table; without its support for HTML it keeps an element's own attributes alone. */
function figures(body: HTMLElement): void {
  for (const table of body.querySelectorAll('table')) {
    const figure = document.createElement('figure');
    figure.className = 'table';
    table.replaceWith(figure);
    figure.append(table);
  }
}

function withoutProtocols(body: HTMLElement): void {
  for (const link of body.querySelectorAll('a')) link.setAttribute('href', (link.getAttribute('href') ?? '').replace(/^(?!https?:)[a-z]+:/, ''));
}

const ckeditor = filter({
  elements: (name) => TEXT.test(name) || TABLE.test(name),
  attributes: (name) => name === 'href' || /^(?:colspan|rowspan)$/.test(name),
  gone: /^(?:caption|script|style|iframe)$/,
  after: figures,
});

const wordpress = filter({
  elements: (name) => TEXT.test(name) || TABLE.test(name) || /^(?:div|figure|figcaption|section|details|summary)$/.test(name),
  attributes: dataKept,
  gone: /^(?:iframe)$/,
});

const tinymce = filter({ elements: (name) => !isCustom(name) && !/^(?:script|style)$/.test(name), attributes: () => true });

/** The packs' own files, so that no choice counts on what they do not allow. */
const PACKS = '/integrations/';
const [textFormat, preset] = await Promise.all(['drupal/text-format.yml', 'typo3/aukio/Configuration/RTE/Aukio.yaml'].map(async (path) => (await fetch(PACKS + path)).text()));

/** Attributes by element, as `<div class data-*> <caption>` allows them. */
const drupalAllows = new Map([.../allowed_html: '(.*)'/.exec(textFormat!)![1]!.matchAll(/<(\w+)([^>]*)>/g)].map(([, name, attributes]) => [name!, attributes!.trim().split(' ')] as const));
/** What the preset's areas keep. */
const typo3Allows = new Set([...preset!.matchAll(/^ +- (data-[a-z-]+)$/gm)].map(([, name]) => name!));

/** By the ids of `cms.ts`. */
export const FILTERS: Readonly<Record<string, Filter>> = {
  'wordpress-author': wordpress,
  // An author saves the page after her, and it has to work still.
  'wordpress-editor': wordpress,
  'wordpress-classic': wordpress,
  // Without the site's own list of protocols, as it was run, every one but http is cut off.
  'drupal-basic': filter({ elements: (name) => TEXT.test(name) && !/^(?:span|b|i|u|sub|sup|hr)$/.test(name), attributes: (name) => /^(?:href|hreflang)$/.test(name), after: withoutProtocols }),
  'drupal-extended': filter({
    elements: (name) => TEXT.test(name) || drupalAllows.has(name),
    attributes: (name, element, value) => (name === 'href' || (drupalAllows.get(element)?.some((allowed) => allowed === name || (allowed === 'data-*' && name.startsWith('data-'))) ?? false)) && (name.startsWith('data-') || name === 'href' || !value.includes(':')),
  }),
  'drupal-full': filter({ elements: () => true, attributes: () => true, after: figures }),
  // CKEditor in its backend, then the sanitiser when the page is shown.
  'typo3-text': (markup) => TYPO3(ckeditor(markup)),
  // The preset's own rules for areas in its CKEditor, then the sanitiser.
  'typo3-aukio': (markup) => TYPO3(filter({
    elements: (name) => TEXT.test(name) || TABLE.test(name) || name === 'div',
    attributes: (name, element) => name === 'href' || /^(?:colspan|rowspan)$/.test(name) || (element === 'div' && (name === 'class' || typo3Allows.has(name))),
    gone: /^(?:caption|script|style|iframe)$/,
    after: figures,
  })(markup)),
  'typo3-html': (markup) => markup,
  'liferay-content': ckeditor,
  'liferay-blog': filter({
    elements: (name) => TEXT.test(name) || (TABLE.test(name) && name !== 'caption') || name === 'div',
    attributes: (name, element, value) => /^(?:id|title|class|lang)$/.test(name) || (OF_TABLE.test(name) && TABLE.test(element)) || (name === 'href' && /^(?:https?:\/\/|mailto:|\/)/.test(value)),
    gone: /^(?:script|iframe)$/,
  }),
  'umbraco-tinymce': tinymce,
  'umbraco-tiptap': filter({ elements: (name) => TEXT.test(name) || name === 'div', attributes: (name, element) => name.startsWith('data-') || /^(?:href|class)$/.test(name) || (element === 'a' && name === 'target') }),
  'optimizely': tinymce,
  'sitecore': ckeditor,
  'ckeditor': ckeditor,
  'sharepoint': filter({ elements: (name) => name === 'iframe', attributes: () => true }),
  'hand': (markup) => markup,
};

/** Unknown elements become text that everybody reads. */
const TYPO3 = filter({
  elements: (name) => TEXT.test(name) || TABLE.test(name) || /^(?:div|figure)$/.test(name),
  attributes: dataKept,
  shown: (name) => isCustom(name) || /^(?:script|iframe)$/.test(name),
});

/** Our rules beside the files of `../shared/cms-output`. */
export const GOLDEN: Readonly<Record<string, Filter>> = {
  'wordpress-7-author': wordpress,
  'drupal-basic-html': FILTERS['drupal-basic']!,
  'typo3': TYPO3,
  'ckeditor5-no-ghs': ckeditor,
  'tinymce-umbraco': tinymce,
  'tinymce-default': tinymce,
  'tiptap-umbraco': FILTERS['umbraco-tiptap']!,
};
