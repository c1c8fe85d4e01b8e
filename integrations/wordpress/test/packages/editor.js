import * as blockEditor from '@wordpress/block-editor';
import { registerCoreBlocks } from '@wordpress/block-library';
import * as blocks from '@wordpress/blocks';
import * as components from '@wordpress/components';
import * as compose from '@wordpress/compose';
import * as data from '@wordpress/data';
import * as element from '@wordpress/element';

registerCoreBlocks();
// As WordPress hands them to plugins.
Object.assign(globalThis, { wp: { blockEditor, blocks, components, compose, data, element } });

/** What the block editor saves when this is pasted into an empty paragraph. */
globalThis.pasted = (/** @type {string} */ html, /** @type {string} */ text) => {
  const made = blocks.pasteHandler({ HTML: html, plainText: text, mode: 'AUTO', tagName: 'p' });
  return typeof made === 'string' ? made : blocks.serialize(made);
};

/** Shows an empty post, its canvas in a frame, and the settings of the selected block. */
globalThis.openEditor = () => {
  const { createElement: h, createRoot, useState } = element;
  const Editor = () => {
    const [content, setContent] = useState(/** @type {unknown[]} */ ([]));
    globalThis.content = content;
    return h(
      blockEditor.BlockEditorProvider,
      { value: content, onInput: setContent, onChange: setContent, settings: {}, useSubRegistry: false },
      h(blockEditor.BlockTools, null, h(blockEditor.BlockCanvas, { height: '600px' })),
      h('aside', null, h(blockEditor.BlockInspector)),
    );
  };
  createRoot(document.getElementById('editor')).render(h(Editor));
};
