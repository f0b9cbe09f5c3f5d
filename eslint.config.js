import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const browserCode = [
  'src/elements/**/*.ts',
  'src/controllers/**/*.ts',
  'src/define/**/*.ts',
  'stories/**/*.ts',
];

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/.next/',
    '**/.angular/',
    '.cache/',
    'storybook-static/',
    'coverage/',
    'editor/',
    '**/*.d.ts',
    'test/recordings/',
  ]),
  {
    files: ['**/*.{js,mjs}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { eqeqeq: 'error', 'no-unused-vars': 'error', 'no-var': 'error', 'prefer-const': 'error' },
  },
  {
    files: ['**/*.ts'],
    ignores: ['examples/**'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true, caughtErrors: 'none' },
      ],
      // A listener of the DOM may be async; whatever else returns a promise has to be awaited or voided.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      // The DOM's interfaces are extended by one of our own.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // Interfaces of Promise-returning methods are often met by a function that has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Types describe data: use a union of strings.' },
        { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Use a module.' },
        { selector: 'TSParameterProperty', message: 'Declare the field.' },
      ],
    },
  },
  {
    // Their packages are not installed here: each is type-checked by its own build.
    files: ['examples/**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    rules: { '@typescript-eslint/consistent-type-imports': 'error', eqeqeq: 'error' },
  },
  {
    files: browserCode,
    extends: [lit['flat/recommended'], wc['flat/best-practice'], litA11y.configs.recommended],
    plugins: { 'lit-a11y': litA11y },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      'lit/attribute-names': ['error', { convention: 'kebab' }],
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-value-attribute': 'error',
      'lit/prefer-nothing': 'error',
      'lit/no-private-properties': 'error',
      // A listbox takes its keys on the container. The keyboard walks in the tests hold more than this rule could.
      'lit-a11y/click-events-have-key-events': 'off',
      // A table that is displayed as a list on a phone says itself that it is one: CSS takes the implied roles away.
      'lit-a11y/no-redundant-role': 'off',
      // Lit calls these with a base class that has them.
      'wc/guard-super-call': 'off',
    },
  },
  {
    files: ['src/elements/**/*.ts', 'src/controllers/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TaggedTemplateExpression[tag.name="html"] TemplateElement[value.raw=/\\sstyle=/]',
          message: 'Strict pages refuse style attributes: use a class, or element.style in code.',
        },
        { selector: 'TSEnumDeclaration', message: 'Types describe data: use a union of strings.' },
        { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Use a module.' },
        { selector: 'TSParameterProperty', message: 'Declare the field.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts', 'stories/**/*.ts'],
    rules: {
      // chai's `expect(x).to.be.true`
      '@typescript-eslint/no-unused-expressions': 'off',
      // JSON bodies are read as they come; the assertions say what they must be.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['test/elements/**/*.ts', 'test/support/**/*.ts'],
    rules: {
      // The types of @open-wc/testing make every assertion a promise. Of these, one is, and has to be awaited.
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-imports': [
        'error',
        {
          name: '@web/test-runner-commands',
          importNames: ['emulateMedia', 'setViewport'],
          message: 'Take it from ./browser-settings.js, which skips the test in an engine that has none.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExpressionStatement > CallExpression[callee.property.name="accessible"]',
          message: 'Await it, or it can never fail.',
        },
      ],
    },
  },
);
