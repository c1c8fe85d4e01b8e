/**
 * What the block editor shows of each widget: its settings beside, and inside it what the editor pastes. The blocks and
 * all words come from PHP, which made them of the elements' manifest.
 */
(({ blockEditor, blocks, components, compose, element }, { blocks: definitions, texts }) => {
  const { InnerBlocks, InspectorControls, MediaUpload, MediaUploadCheck, useBlockProps, useInnerBlocksProps } = blockEditor;
  const { Button, PanelBody, SelectControl, TextControl, ToggleControl } = components;
  const { createElement: h, Fragment } = element;

  /** What widgets read and the media library takes, by its media type. */
  const FILES = [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'text/csv',
    'application/json',
  ];

  const BLOCKS_IN_CELL = 'p,div,ul,ol,li,h1,h2,h3,h4,h5,h6';

  for (const definition of definitions) {
    blocks.registerBlockType(definition.name, {
      edit: (props) => h(Edit, { ...props, definition }),
      save: () => h(InnerBlocks.Content),
      transforms: { from: definition.reads ? fromWhatIsThere(definition.name) : [] },
    });
  }

  function Edit({ definition, attributes, setAttributes, name }) {
    const { reads, controls } = definition;
    const { title, icon } = blocks.getBlockType(name);
    const listen = compose.useRefEffect(keepLinesOfCells, []);
    const inner = useInnerBlocksProps(
      { className: 'aukio-block__content' },
      { template: [['core/paragraph', { placeholder: reads ? texts['paste-here'] : texts['fallback-here'] }]] },
    );
    const setting = (control) => h(Control, { key: control.name, control, value: attributes[control.name], onChange: (value) => setAttributes({ [control.name]: value }) });
    const rare = controls.filter((control) => control.rare);
    const src = controls.find((control) => control.name === 'src');

    return h(
      Fragment,
      null,
      h(
        InspectorControls,
        null,
        h(PanelBody, { title: texts.settings }, controls.filter((control) => !control.rare).map(setting)),
        rare.length > 0 && h(PanelBody, { title: texts['more-settings'], initialOpen: false }, rare.map(setting)),
      ),
      h(
        'div',
        useBlockProps({ className: 'aukio-block', ref: listen }),
        h('p', { className: 'aukio-block__name' }, h(components.Icon, { icon: icon.src || icon }), title),
        src && reads && h(File, { value: attributes.src, onChange: (value) => setAttributes({ src: value }) }),
        h('div', inner),
        h('p', { className: 'aukio-block__hint' }, texts.preview),
      ),
    );
  }

  /** What an editor pasted or uploaded before she knew of the block becomes one without being pasted again. */
  function fromWhatIsThere(name) {
    return [
      { type: 'block', blocks: ['core/table'], transform: (attributes) => blocks.createBlock(name, {}, [blocks.createBlock('core/table', attributes)]) },
      { type: 'block', blocks: ['core/group'], transform: (attributes, inside) => blocks.createBlock(name, {}, inside) },
      { type: 'block', blocks: ['core/file'], transform: ({ href }) => blocks.createBlock(name, { src: href }) },
    ];
  }

  /** The file that a widget shows, and the buttons to choose it. */
  function File({ value, onChange }) {
    return h(
      Fragment,
      null,
      value && h('p', { className: 'aukio-block__file' }, texts['file-chosen'], ' ', h('strong', null, fileName(value))),
      h(
        'div',
        { className: 'aukio-block__buttons' },
        h(FromLibrary, { onChange }, value ? texts['change-file'] : texts['choose-file']),
        value && h(Button, { variant: 'tertiary', onClick: () => onChange(undefined) }, texts['remove-file']),
      ),
    );
  }

  /** A button that opens the media library. Who may not upload does not see it. */
  function FromLibrary({ onChange, children }) {
    return h(
      MediaUploadCheck,
      null,
      h(MediaUpload, {
        allowedTypes: FILES,
        onSelect: (file) => onChange(file.url),
        render: ({ open }) => h(Button, { variant: 'secondary', onClick: open }, children),
      }),
    );
  }

  function Control({ control, value, onChange }) {
    // Newer versions of WordPress leave the space between fields to us.
    return h('div', { className: 'aukio-setting' }, field(control, value, onChange));
  }

  function field({ control: kind, choices, label, help }, value, onChange) {
    // An empty value is none, and is not saved.
    const set = (text) => onChange(text === '' ? undefined : text);
    const common = { label, help, __nextHasNoMarginBottom: true };
    if (kind === 'switch') return h(ToggleControl, { ...common, checked: Boolean(value), onChange: (on) => onChange(on || undefined) });
    if (choices) return h(SelectControl, { ...common, value: value ?? '', options: [{ value: '', label: texts.default }, ...choices], onChange: set });
    const text = h(TextControl, { ...common, value: value ?? '', type: kind === 'number' ? 'number' : 'text', onChange: set });
    if (kind !== 'file') return text;
    return h(Fragment, null, text, h(FromLibrary, { onChange: set }, value ? texts['change-file'] : texts['choose-file']));
  }

  function fileName(address) {
    const name = address.split(/[?#]/)[0].split('/').pop() || address;
    try {
      return decodeURIComponent(name);
    } catch {
      return name;
    }
  }

  /**
   * WordPress glues the paragraphs of a pasted cell, "campaign.New", and what they separated is lost. So what is pasted
   * into a widget's block comes to WordPress with a line break in their place.
   */
  function keepLinesOfCells(block) {
    const own = new WeakSet();
    const onPaste = (event) => {
      if (own.has(event)) return;
      const html = withLinesOfCells(event.clipboardData?.getData('text/html') ?? '');
      if (!html) return;
      const data = new DataTransfer();
      data.setData('text/html', html);
      data.setData('text/plain', event.clipboardData.getData('text/plain'));
      const again = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true });
      // A browser that hands over no data leaves the paste to WordPress.
      if (again.clipboardData?.getData('text/html') !== html) return;
      own.add(again);
      event.preventDefault();
      event.stopImmediatePropagation();
      event.target.dispatchEvent(again);
    };
    block.addEventListener('paste', onPaste, true);
    return () => block.removeEventListener('paste', onPaste, true);
  }

  /** The same HTML with line breaks for the paragraphs and list items of cells; undefined where there are none. */
  function withLinesOfCells(html) {
    if (!/<t[dh][\s>]/i.test(html)) return undefined;
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    const cells = [...body.querySelectorAll('td,th')].filter((cell) => cell.querySelector(BLOCKS_IN_CELL));
    if (cells.length === 0) return undefined;
    for (const cell of cells) {
      for (const part of cell.querySelectorAll(BLOCKS_IN_CELL)) {
        part.before(cell.ownerDocument.createElement('br'));
        part.after(cell.ownerDocument.createElement('br'));
        part.replaceWith(...part.childNodes);
      }
      keepBreaksBetweenTexts(cell);
    }
    return body.innerHTML;
  }

  function keepBreaksBetweenTexts(cell) {
    const walker = cell.ownerDocument.createTreeWalker(cell, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const unneeded = [];
    let last = null;
    let text = false;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeName === 'BR') {
        if (last || !text) unneeded.push(node);
        else last = node;
      } else if (node.nodeName === 'IMG' || (node.nodeType === Node.TEXT_NODE && node.data.trim())) {
        last = null;
        text = true;
      }
    }
    for (const node of last ? [...unneeded, last] : unneeded) node.remove();
  }
})(window.wp, window.aukioBlocks);
