import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html, unsafeStatic } from 'lit/static-html.js';

const widgets = readdirSync(new URL('../../src/widgets', import.meta.url));

for (const widget of widgets) {
  test(`${widget} renders on a server, and keeps the page's own content`, async () => {
    await import(`../../src/define/${widget}.ts`);
    const tag = unsafeStatic(`aukio-${widget}`);
    const markup = await collectResult(render(html`<${tag} heading="Tavoitteet 2026"><p>Oma sisältö</p></${tag}>`));
    assert.match(markup, /<template shadowroot="open" shadowrootmode="open"/);
    assert.match(markup, /<slot/);
    assert.match(markup, /<p>Oma sisältö<\/p>/);
  });
}
