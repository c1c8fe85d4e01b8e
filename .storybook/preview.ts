import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { withActions } from 'storybook/actions/decorator';
import manifest from '../custom-elements.json';
import { argTypesOf } from './arg-types.ts';
import './preview.css';

// The description of each widget comes from there, controls and tables by way of `argTypesOf`.
setCustomElementsManifest(manifest);

const preview: Preview = {
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: { extractArgTypes: argTypesOf },
    actions: { handles: ['aukio-ready', 'aukio-error', 'aukio-goals-filtered', 'aukio-channels-filtered', 'aukio-before-feedback-open'] },
    options: { storySort: { order: ['Guides', 'Widgets', ['Goal status', 'Channel directory', 'Source']] } },
  },
  globalTypes: {
    lang: {
      description: 'The language of the page',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'fi', title: 'suomi' },
          { value: 'sv', title: 'svenska' },
          { value: 'en', title: 'English' },
        ],
      },
    },
    scheme: {
      description: 'Light or dark',
      toolbar: {
        icon: 'mirror',
        dynamicTitle: true,
        items: [
          { value: 'as-the-reader', title: 'as the reader has it' },
          { value: 'light', title: 'light' },
          { value: 'dark', title: 'dark' },
        ],
      },
    },
  },
  initialGlobals: { lang: 'fi', scheme: 'as-the-reader' },
  decorators: [
    withActions,
    (story, { globals }) => {
      const lang = String(globals['lang']);
      // Made anew for another language: a widget follows a change of `<html lang>`, and stories in several languages share this page.
      return html`${keyed(lang, html`<div class="page page--${globals['scheme']}" lang=${lang}>${story()}</div>`)}`;
    },
  ],
};

export default preview;
