/**
 * The direction of the house: model ← sources ← core ← widgets ← define ← embed; i18n and styles are leaves for core
 * and widgets. Types count as well: a layer that names another's types cannot be understood without it.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    layer('model', ['model']),
    layer('sources', ['model', 'sources']),
    layer('i18n', ['i18n']),
    layer('styles', ['styles']),
    layer('core', ['model', 'sources', 'i18n', 'styles', 'core'], ['version.ts']),
    layer('widgets', ['model', 'sources', 'i18n', 'styles', 'core', 'widgets'], ['version.ts']),
    layer('define', ['core', 'widgets', 'define']),
    // What the loader loads is in embed.ts alone; the rest of it knows no widget.
    layer('embed', ['embed'], ['version.ts']),
    {
      name: 'embed-entry',
      comment: 'The script tag knows the define modules, what shows their beginning and what they ask for at once, the words, what they share, and what reads the documents that a page names.',
      severity: 'error',
      from: { path: '^src/embed\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(embed|define|i18n|core|sources)/|^src/model/[^/]+-json\\.ts$|^src/widgets/[^/]+/(beginning|tools)\\.ts$' },
    },
    {
      name: 'index-exports',
      comment: 'index.ts registers nothing.',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^src/(define|embed)' },
    },
    {
      name: 'model-is-plain',
      comment: 'model/ has no Lit; it checks with valibot and reads CSV with papaparse.',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { dependencyTypesNot: ['local'], pathNot: '(^src/|node_modules/(@types/)?(valibot|papaparse)/)' },
    },
    {
      name: 'leaves-are-plain',
      comment: 'i18n/ has no library, styles/ has Lit\'s css alone.',
      severity: 'error',
      from: { path: '^src/(i18n|styles)/' },
      to: { path: 'node_modules', pathNot: 'node_modules/lit' },
    },
    {
      name: 'widgets-apart',
      comment: 'What two widgets share is a template function or a controller in core/.',
      severity: 'error',
      from: { path: '^src/widgets/([^/]+)/' },
      to: { path: '^src/widgets/', pathNot: '^src/widgets/$1/' },
    },
    {
      name: 'define-one',
      comment: 'A define module defines its own widget.',
      severity: 'error',
      from: { path: '^src/define/([^/]+)\\.ts$' },
      to: { path: '^src/widgets/', pathNot: '^src/widgets/$1/' },
    },
    {
      name: 'libraries-on-demand',
      comment: 'The libraries for files are loaded only for such a file: by what reads it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(sources/readers/|model/csv\\.ts$)' },
      to: { path: 'node_modules/(papaparse|fflate)/' },
    },
    {
      name: 'service-uses-model',
      comment: 'The service shares the schemas and the gate with the widgets, and nothing else.',
      severity: 'error',
      from: { path: '^service/' },
      to: { path: '^src/', pathNot: '^src/model/' },
    },
    {
      name: 'no-rooms-without-a-concern',
      comment: 'Name the concern.',
      severity: 'error',
      from: {},
      to: { path: '/(utils?|common|helpers?|misc)(/|\\.ts$)', pathNot: 'node_modules' },
    },
    {
      name: 'no-circle',
      comment: 'Two modules that need each other are one, or share a third. Types alone may point back.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'dependencies-are-declared',
      comment: 'What src/ imports is in "dependencies".',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'] },
  },
};

/** @param {string} name @param {readonly string[]} allowed folders @param {readonly string[]} [files] */
function layer(name, allowed, files = []) {
  return {
    name: `layer-${name}`,
    comment: `${name}/ may use ${allowed.join(', ')} alone.`,
    severity: 'error',
    from: { path: `^src/${name}/` },
    to: { path: '^src/', pathNot: `^src/((${allowed.join('|')})/${files.map((file) => `|${file.replace('.', '\\.')}$`).join('')})` },
  };
}
