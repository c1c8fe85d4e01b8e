import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cemInheritancePlugin } from '@wc-toolkit/cem-inheritance';
import { jsxTypesPlugin } from '@wc-toolkit/jsx-types';
import { modulePathResolverPlugin } from '@wc-toolkit/module-path-resolver';
import { getTsProgram, typeParserPlugin } from '@wc-toolkit/type-parser';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementSveltePlugin } from 'custom-element-svelte-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { customElementVuejsPlugin } from 'custom-element-vuejs-integration';

/** Where the files go that are made from the manifest, for editors and frameworks; published, not committed. */
const outdir = 'dist/types';

/** Each type as what it stands for (`'line' | 'none'`), and not by its name in the source. */
const typesSrc = 'parsedType';

const elements = readdirSync('src/widgets').map((name) => `src/widgets/${name}/${name}.ts`);

/** The file in the package that a source file becomes. */
const built = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

// The type parser warns of every type that it meets behind a private member, down to those of the DOM.
const { warn } = console;
console.warn = (...words) => {
  if (!words.join(' ').includes('[type-parser]')) warn(...words);
};

export default {
  globs: [...elements, ...['element', 'data-element', 'sending-element'].map((name) => `src/core/${name}.ts`)],
  outdir: '.',
  litelement: true,
  overrideModuleCreation({ ts, globs }) {
    const program = getTsProgram(ts, globs, 'tsconfig.json');
    return program.getSourceFiles().filter(({ fileName }) => globs.some((glob) => fileName.endsWith(glob)));
  },
  plugins: [
    typeParserPlugin({ propertyName: typesSrc }),
    cemInheritancePlugin(),
    publicElements(),
    modulePathResolverPlugin({
      modulePathTemplate: built,
      definitionPathTemplate: (path) => built(path).replace(/widgets\/[^/]+\//, 'define/'),
      typeDefinitionPathTemplate: (path) => built(path).replace(/\.js$/, '.d.ts'),
    }),
    customElementVsCodePlugin({ outdir, typesSrc, cssFileName: null, hideLogs: true }),
    customElementJetBrainsPlugin({ outdir, typesSrc, packageJson: false, hideLogs: true }),
    jsxTypesPlugin({ outdir, typesSrc, fileName: 'jsx.d.ts', globalTypePath: '../index.js', excludeCssCustomProperties: true }),
    customElementVuejsPlugin({ outdir, typesSrc, fileName: 'vue.d.ts', globalTypePath: '../index.js', hideLogs: true }),
    customElementSveltePlugin({ outdir, typesSrc, fileName: 'svelte.d.ts', globalTypePath: '../index.js', hideLogs: true }),
    correctedTypes(),
  ],
};

/**
 * What the generators write for frameworks of earlier years, as those of today have it: React's `useRef` as a `ref`, Vue's
 * names of properties, and Svelte 5's own list of elements. `npm run test:frameworks` compiles a page in each.
 */
const CORRECTIONS = {
  'jsx.d.ts': [['ref?: (T | ((e: T) => void)) | undefined;', 'ref?: T | ((e: T) => void) | { current: T | null } | null | undefined;']],
  'vue.d.ts': [
    ['"onaukio-', '"on-aukio-'],
    [/"[a-z]+(?:-[a-z]+)+"(?=\?:)/g, (name) => name.replaceAll('"', '').replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase())],
  ],
  'svelte.d.ts': [
    ['declare namespace svelteHTML {', 'declare module "svelte/elements" {'],
    ['interface IntrinsicElements extends', 'interface SvelteHTMLElements extends'],
    ['children?: JSX.Element;', 'children?: unknown;'],
    ['style?: JSX.CSSProperties;', 'style?: string;'],
    ['"on:aukio-', '"onaukio-'],
    // It knows attributes alone; `source` is a property.
    ['Props & BaseProps & BaseEvents>;', 'Props & BaseProps & BaseEvents> & { source?: DataSource };'],
    ['import type {', 'import type {\n  DataSource,'],
  ],
};

function correctedTypes() {
  return {
    name: 'aukio:corrected-types',
    packageLinkPhase() {
      for (const [file, corrections] of Object.entries(CORRECTIONS)) {
        let text = readFileSync(`${outdir}/${file}`, 'utf8');
        for (const [written, right] of corrections) {
          const corrected = text.replaceAll(written, right);
          if (corrected === text) throw new Error(`${file} no longer has “${written}” to correct.`);
          text = corrected;
        }
        writeFileSync(`${outdir}/${file}`, text);
      }
    },
  };
}

/** Leaves what a page may use: elements, and of each what is public, under the name of the file in the package. */
function publicElements() {
  return {
    name: 'aukio:public-elements',
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        module.declarations = module.declarations.filter((declaration) => declaration.customElement && declaration.tagName);
        for (const declaration of module.declarations) {
          declaration.members = declaration.members.filter((member) => !['private', 'protected'].includes(member.privacy) && !member.static);
          const parts = [...declaration.members, ...(declaration.attributes ?? [])];
          // Methods get lost on the way to a parsed type; the name of the type says more.
          for (const part of parts) if (part[typesSrc]?.text.includes('{')) delete part[typesSrc];
          for (const origin of [declaration.superclass, ...parts.flatMap((part) => part.inheritedFrom ?? [])]) {
            if (origin.module) origin.module = built(origin.module);
          }
        }
        for (const { declaration } of module.exports) declaration.module = built(declaration.module);
      }
      customElementsManifest.modules = customElementsManifest.modules.filter(({ declarations }) => declarations.length > 0);
    },
  };
}
