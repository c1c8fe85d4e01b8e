import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { minify } from 'vite';
import { consumer } from './packed.ts';
import { inBrowser, serve } from './page.ts';

const { folder } = consumer();

/** What a developer writes, each bundled to one minified module. */
const ENTRIES = {
  registered: "import 'aukio/define/goal-status.js';",
  classAlone: "import { AukioGoalStatus } from 'aukio'; globalThis.kept = AukioGoalStatus;",
  withoutWidgets: "import { SourceError } from 'aukio'; globalThis.kept = SourceError;",
};
type Entry = keyof typeof ENTRIES;

const bundlers: Record<string, (file: string) => Promise<string>> = {
  async esbuild(file) {
    const { outputFiles } = await build({ entryPoints: [file], bundle: true, minify: true, format: 'esm', write: false });
    return outputFiles[0]?.text ?? '';
  },
  async Rollup(file) {
    const bundle = await rollup({ input: file, plugins: [nodeResolve({ browser: true }), commonjs()] });
    const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
    return (await minify(file, output[0].code, { module: true })).code;
  },
};

describe('bundled', () => {
  const browser = inBrowser();

  for (const [bundler, bundle] of Object.entries(bundlers)) {
    const bundled: Record<Entry, string> = { registered: '', classAlone: '', withoutWidgets: '' };

    before(async () => {
      for (const [entry, code] of Object.entries(ENTRIES)) {
        const file = join(folder, `${bundler}-${entry}.js`);
        writeFileSync(file, code);
        bundled[entry as Entry] = await bundle(file);
      }
    });

    test(`by ${bundler}, the define module registers the element`, async () => {
      const origin = await serve({ '/': { html: `<!doctype html><script type="module">${bundled.registered}</script>` } });
      const page = await browser().newPage();
      await page.goto(origin);
      await page.waitForFunction(() => customElements.get('aukio-goal-status') !== undefined);
      await page.close();
    });

    test(`by ${bundler}, the class registers nothing`, () => {
      assert.doesNotMatch(bundled.classAlone, /customElements\.define/);
      assert.match(bundled.classAlone, /LitElement|litElementVersions/);
    });

    test(`by ${bundler}, what is not a widget comes without Lit`, () => {
      assert.doesNotMatch(bundled.withoutWidgets, /litElementVersions/);
      const sizes = Object.fromEntries(Object.entries(bundled).map(([entry, code]) => [entry, gzipSync(code).length]));
      assert.ok((sizes['withoutWidgets'] ?? 0) < 1000, `${sizes['withoutWidgets']} bytes`);
      assert.ok(bundled.classAlone.length <= bundled.registered.length, `${bundled.classAlone.length} and ${bundled.registered.length} bytes`);
    });
  }
});
