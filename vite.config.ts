import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { chunkList } from './tools/vite/chunk-list.ts';
import { demoSite } from './tools/vite/demo-site.ts';
import { litAsGuest } from './tools/vite/lit-as-guest.ts';
import { minifyTemplates } from './tools/vite/minify-templates.ts';
import { standaloneLoader } from './tools/vite/standalone-loader.ts';
import { widgetChunks } from './tools/vite/widget-chunks.ts';

/** The three things that Vite makes here: `--mode library`, `--mode embed`, and else the demo site as served by `npm start`. */
export default defineConfig(({ mode }) => {
  if (mode === 'library') return library;
  if (mode === 'embed') return embed;
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
    minifyTemplates(),
    standaloneLoader('aukio.js', `Aukio ${packageJson.version} · ${packageJson.license}`),
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
          groups: [widgetChunks(`${path('src/embed.ts')}?loader`, path('src/core/data-element.ts'))],
        },
      },
    },
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
