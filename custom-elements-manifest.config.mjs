import { readdirSync } from 'node:fs';
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
  globs: [...elements, 'src/core/element.ts', 'src/core/data-element.ts'],
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
  ],
};

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
