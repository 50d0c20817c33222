import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import rooms from './rooms.cjs';

/** The workbook room holds the adapters, which do speak to their hosts. */
const engine = rooms.engine.filter((room) => room !== 'workbook').map((room) => `src/${room}/**/*.ts`);
const globalsOfHosts = [
  'Office',
  'Excel',
  'OfficeRuntime',
  'CustomFunctions',
  'window',
  'document',
  'fetch',
  'process',
  'localStorage',
];

/** What would make a result depend on more than its arguments. */
const impure = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the date as an argument; a result must not depend on today.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Take the date as an argument; a result must not depend on today.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'No chance in the engine.',
  },
  {
    selector: "MemberExpression[property.name='localeCompare']",
    message: 'Order must not depend on the machine: compare code points.',
  },
];

const absent = 'Nothing absent is worth 0: index with at() of the kernel, which throws, or keep the value optional.';

/** Defaults for what is not there, where points, ranks and money are worked out. */
const defaults = [
  ...["[right.raw='0']", "[right.name='NaN']", "[right.operator='-'][right.argument.value=1]"].map((right) => ({
    selector: `LogicalExpression[operator='??']${right}`,
    message: absent,
  })),
  // An amount that need not be paid may count as none, but not one that is looked up in a list.
  { selector: "LogicalExpression[operator='??'][left.computed=true][right.bigint='0']", message: absent },
];

export default tseslint.config(
  { ignores: ['**/node_modules/**', 'dist/**', 'out/**', 'coverage/**', '**/*.json', '**/*.cjs'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: new URL('../..', import.meta.url).pathname },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }],
      '@typescript-eslint/strict-boolean-expressions': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/prefer-regexp-exec': 'error',
      'no-console': 'error',
      'no-control-regex': 'off',
      'no-irregular-whitespace': [
        'error',
        { skipRegExps: true, skipStrings: true, skipTemplates: true, skipComments: true },
      ],
      'no-misleading-character-class': 'off',
    },
  },
  {
    files: engine,
    rules: {
      'no-restricted-globals': [
        'error',
        ...globalsOfHosts.map((name) => ({ name, message: 'The engine is pure: take this in as an argument.' })),
      ],
      'no-restricted-syntax': ['error', ...impure],
    },
  },
  {
    files: ['src/score/**/*.ts', 'src/rank/**/*.ts', 'src/allocation/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...impure, ...defaults] },
  },
  {
    files: ['src/workbook/officejs/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: Object.fromEntries(Object.keys(officeAddins.rules).map((name) => [`office-addins/${name}`, 'error'])),
  },
  {
    files: ['src/taskpane/**/*.tsx', 'src/taskpane/**/*.ts', 'src/workbench/**/*.tsx', 'src/workbench/**/*.ts'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      ...jsxA11y.flatConfigs.strict.rules,
    },
  },
  {
    // Excel asks for its own class, which is no JavaScript Error in the types.
    files: ['src/functions/cell.ts'],
    rules: {
      '@typescript-eslint/only-throw-error': ['error', { allow: ['Error'] }],
    },
  },
  { files: ['**/*.mjs', '**/*.js'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['**/*.mjs', 'webpack.config.js', 'src/cli/**', 'test/**'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
      },
    },
    rules: { 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['test/**/*.ts', 'test/**/*.tsx'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);
