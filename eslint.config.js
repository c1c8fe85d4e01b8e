import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { houseRules } from './tools/eslint/house-rules.mjs';

export default defineConfig(
  { ignores: ['**/dist/', 'storybook-static/', 'types/', '**/node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  tseslint.configs.recommended,

  {
    name: 'aukio/typed',
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A promise of an event handler or a load that has its own answer to failure is passed on as it is.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true }],
      // It does not know that the maps of resources and messages are open for more.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // Lit calls the listeners of a template with the element as `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },

  {
    name: 'aukio/source',
    files: ['src/**/*.ts', 'builder/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y, aukio: houseRules },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/no-legacy-imports': 'error',
      'lit/no-template-bind': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/prefer-nothing': 'error',
      // Safari forgets that a list without bullets is one.
      'lit-a11y/no-redundant-role': 'off',
      'aukio/no-style-in-template': 'error',
      'aukio/named-event': 'error',
      'aukio/named-exports': 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    name: 'aukio/importable',
    files: ['src/**/*.ts'],
    ignores: ['src/define/**', 'src/embed.ts', 'src/embed/**'],
    plugins: { aukio: houseRules },
    rules: { 'aukio/imports-in-node': 'error', 'aukio/define-in-define-folder': 'error' },
  },

  {
    name: 'aukio/tests',
    files: ['test/**/*.ts', 'service/test/**/*.ts'],
    rules: {
      // Chai's assertions are properties.
      '@typescript-eslint/no-unused-expressions': 'off',
      // Chai's plugins give assertions a `then`, and `node:test` waits for its tests itself.
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExpressionStatement > CallExpression[callee.property.name="accessible"]', message: 'Await it, or the test cannot fail.' },
        { selector: 'MemberExpression[property.name=/^(only|skip)$/]', message: 'Every test runs.' },
      ],
    },
  },
);
