import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { defineBuilder } from '../builder/define.ts';

defineBuilder();

/** The page `dist/builder/`: a web editor brings a table, mends it, and takes the code that works in her publishing system. */
const meta: Meta = {
  title: 'Guides/Builder for editors',
  render: () => html`<aukio-builder></aukio-builder>`,
  parameters: { layout: 'padded', actions: { handles: [] } },
};
export default meta;

export const Builder: StoryObj = {};
