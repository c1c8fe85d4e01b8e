import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { chunkList } from './tools/vite/chunk-list.ts';
import { cssAlone } from './tools/vite/css-alone.ts';
import { demoSite } from './tools/vite/demo-site.ts';
import { fieldDecorators } from './tools/vite/field-decorators.ts';
import { litAsGuest } from './tools/vite/lit-as-guest.ts';
import { minifyAgain } from './tools/vite/minify-again.ts';
import { minifyTemplates } from './tools/vite/minify-templates.ts';
import { oneHash } from './tools/vite/one-hash.ts';
import { sharedNames } from './tools/vite/shared-names.ts';
import { LOAD, standaloneLoader } from './tools/vite/standalone-loader.ts';
import { widgetChunks } from './tools/vite/widget-chunks.ts';
import { withoutDoors } from './tools/vite/without-doors.ts';

/** The things that Vite makes here: `--mode library`, `--mode embed`, `--mode builder`, and else the demo site as served by `npm start`. */
export default defineConfig(({ mode }) => {
  if (mode === 'library') return library;
  if (mode === 'embed') return embed;
  if (mode === 'builder') return builder;
  return demo;
});

/** ES modules as they are written, for bundlers: one file for each module, its dependencies left to the bundler. */
const library: UserConfig = {
  build: {
    target: 'es2022',
    minify: false,
    emptyOutDir: false,
    outDir: path('dist'),
    lib: {
      entry: [path('src/index.ts'), ...readdirSync(path('src/define')).map((file) => path(`src/define/${file}`))],
      formats: ['es'],
    },
    rolldownOptions: {
      external: Object.keys(packageJson.dependencies).map((name) => new RegExp(`^${name}(/|$)`)),
      output: {
        preserveModules: true,
        preserveModulesRoot: path('src'),
        // The compiler's own helpers come under a virtual name with a version in it.
        entryFileNames: ({ name }) => `${name.replace(/^_virtual\/.*\//, 'compiler/')}.js`,
      },
    },
  },
};

/** The script tag: a folder that works wherever it is copied to. */
const embed: UserConfig = {
  base: './',
  plugins: [
    litAsGuest(),
    cssAlone(),
    fieldDecorators(),
    minifyTemplates(),
    sharedNames(),
    withoutDoors('aukio.js', ['placeholder', 'beginning']),
    oneHash('aukio.js', path('src'), 4),
    standaloneLoader('aukio.js', `Aukio ${packageJson.version} · ${packageJson.license}`, ['html', 'goal-reading', 'tools'], ['beginning']),
    minifyAgain('aukio.js', [LOAD]),
    chunkList('chunks.json', path('.')),
  ],
  build: {
    target: 'es2022',
    modulePreload: false,
    emptyOutDir: true,
    outDir: path('dist/embed'),
    // What is bundled here asks that its licence goes with it.
    license: { fileName: 'licences.md' },
    // As a library, or Vite wraps every import in its preload helper, which writes tags into the host's page.
    lib: { entry: { aukio: path('src/embed.ts') }, formats: ['es'] },
    rolldownOptions: {
      // Else a helper of the bundler becomes a file of its own, which every widget's chunk waits for.
      experimental: { chunkOptimization: false },
      // Nobody imports the loader by name, and only then may the rules below cut as they say.
      preserveEntrySignatures: false,
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        minify: { compress: true, mangle: true, codegen: true },
        comments: { legal: false, annotation: false },
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            widgetChunks({
              entry: `${path('src/embed.ts')}?loader`,
              ground: [path('src/embed/placeholder.ts')],
              beginnings: [path('src/widgets/goal-status/beginning.ts')],
              shared: ['src/core/data-element.ts', 'src/core/announcer.ts', 'src/model/halves.ts', 'src/model/pairs.ts', 'src/model/safe-link.ts', 'src/sources/serialise.ts'].map(path),
              later: ['src/sources/file.ts', 'src/model/goal-reading.ts', 'src/model/goal-json.ts', 'src/core/nearest-source.ts'].map(path),
              apart: ['src/model/goal-json.ts', 'src/model/goal-reading.ts', 'src/widgets/goal-status/tools.ts'].map(path),
            }),
          ],
        },
      },
    },
  },
};

/** The builder for editors: a page that works wherever its folder is copied to. */
const builder: UserConfig = {
  root: path('builder'),
  base: './',
  plugins: [litAsGuest(), minifyTemplates()],
  build: {
    target: 'es2022',
    modulePreload: false,
    emptyOutDir: true,
    outDir: path('dist/builder'),
    // A policy may allow images of the site alone.
    assetsInlineLimit: 0,
    license: { fileName: 'licences.md' },
  },
};

/** The sample city website, with the loader straight from its source. */
const demo: UserConfig = {
  root: path('demo'),
  appType: 'mpa',
  // Lit as a city gets it; its development build fills the console.
  resolve: { conditions: ['module', 'browser'] },
  plugins: [demoSite(path('.'))],
};

function path(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
