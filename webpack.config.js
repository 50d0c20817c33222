const { resolve } = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const CustomFunctionsMetadataPlugin = require('custom-functions-metadata-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const { DefinePlugin, optimize } = require('webpack');
const {
  BehindOfficeJs,
  FirstLoadBudget,
  FunctionsInTwoLanguages,
  FunctionsScript,
} = require('./test/config/addinPlugins.cjs');
const { BundledLicences } = require('./test/config/bundledLicences.cjs');
const { GridStyles } = require('./test/config/workbenchPlugins.cjs');
const { OneFilePage } = require('./test/config/oneFilePage.cjs');
const { version } = require('./package.json');

/** Our own sources. What an index.ts offers and nobody uses is left out: no file does anything by being imported alone. */
const ours = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  sideEffects: false,
  use: {
    loader: 'swc-loader',
    options: {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
    },
  },
};

/** What a module is called follows from its path in the project, wherever its packages really lie: the same sources give the same bytes. */
const resolving = { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'], symlinks: false };
const nodeEntries = {
  cli: './src/cli/main.ts',
  work: './src/cli/command.ts',
  'incentive-cli': './src/cli/oneFile.ts',
  bench: './test/bench/main.ts',
  tools: './test/tools/main.ts',
};
/** The command line comes in two: what it starts with, and what its second thread works with. */
const bundlesOf = { cli: ['cli', 'work'] };

/** A program for Node.js in one file, so that nothing but Node is needed to run it. */
const nodeProgram = (name) => ({
  name,
  mode: 'production',
  target: 'node20',
  entry: { [name]: nodeEntries[name] },
  output: {
    path: resolve(__dirname, 'dist/node'),
    filename: '[name].js',
    clean: false,
    ...(name === 'work' ? { library: { type: 'commonjs2' } } : {}),
  },
  resolve: resolving,
  resolveLoader: { symlinks: false },
  module: { rules: [ours] },
  // What is loaded later lies in the same file, and is run when it is asked for.
  plugins: [
    new optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
    // hucre asks whether there is one before it packs; Node.js would load its whole fetch to answer.
    new DefinePlugin({ 'typeof Response': JSON.stringify('function') }),
  ],
  externals: name === 'bench' ? { hyperformula: 'commonjs hyperformula', '@e965/xlsx': 'commonjs @e965/xlsx' } : {},
  optimization: { minimize: false },
  performance: { hints: false },
  devtool: false,
});

/** The command line in one file that runs with Node.js alone, to be read by whoever must allow it (src/decisions/one-file.md). */
const oneFileProgram = () => ({
  ...nodeProgram('incentive-cli'),
  experiments: { outputModule: true },
  output: {
    path: resolve(__dirname, 'dist'),
    filename: '[name].mjs',
    module: true,
    chunkFormat: 'module',
    library: { type: 'module' },
    clean: false,
  },
  // Left as it stands: the second thread starts in the same file, wherever somebody put it.
  module: { rules: [ours], parser: { javascript: { importMeta: false } } },
  plugins: [...nodeProgram('incentive-cli').plugins, new BundledLicences('incentive-cli.mjs')],
});

const localBaseUrl = 'https://localhost:3000';
const functionsFile = './src/functions/functions.ts';
/**
 * What pane and functions together may weigh; what is loaded later does not count: the engine, and what the functions
 * calculate with at their first call (functions/cell.ts). The sentences that only files and the command line can say are not in
 * it (src/problems/catalogue/withFiles), nor are the schemes of the years, which only reading and scoring need. Reached: 161.7 KB.
 */
const firstLoadBudget = 175 * 1024;
const generatedMetadata = 'functions.generated.json';

const manifestFor = (text, baseUrl) =>
  text.replaceAll(localBaseUrl, baseUrl).replace(/<Version>[^<]*</, `<Version>${version}.0<`);

/**
 * The same add-in as another one, which records what passes between it and Excel (assets/manual/record.html): its page is
 * opened with `?record`. Without custom functions, so that it can stand beside the other one.
 */
const recordManifest = (text) =>
  text
    .replace('6bc27253-339f-4999-82ea-24af6678bca5', '0c1f6a0e-4d3b-4f0c-9f0f-5b1f0a6c2d71')
    .replaceAll('/taskpane.html"', '/taskpane.html?record"')
    .replace('DefaultValue="インセンティブ交付金 採点"', 'DefaultValue="インセンティブ交付金 採点（記録用）"')
    .replace('Value="Incentive Grant Score"', 'Value="Incentive Grant Score (recording)"')
    .replace('DefaultValue="インセンティブ"', 'DefaultValue="採点の記録"')
    .replace('Value="Incentive"', 'Value="Score recording"')
    .replace(/ *<AllFormFactors>[^]*?<\/AllFormFactors>\n/, '')
    .replace(/ *<bt:(?:Url|String) id="Functions\.[^"]*"[^>]*(?:\/>|>[^]*?<\/bt:(?:Url|String)>)\n/g, '');

/**
 * The add-in for Excel: one page (shared runtime), a small script that takes the clicks of the ribbon from the first moment,
 * and one with the pane and the custom functions. What bears a hash of its content may be kept for ever; the other names stand
 * in the manifest or in links and stay (src/decisions/hosting-the-addin.md). `baseUrl` is where dist/addin/ will be served from.
 */
const addin = (baseUrl) => ({
  name: 'addin',
  mode: 'production',
  target: ['web', 'es2022'],
  entry: {
    ribbon: './src/commands/ribbon.ts',
    // The pane first: it tells the person when office.js did not come, and the other two need office.js.
    addin: ['./src/taskpane/main.tsx', './src/commands/commands.ts', functionsFile],
  },
  output: {
    path: resolve(__dirname, 'dist/addin'),
    filename: '[name].[contenthash].js',
    assetModuleFilename: '[name].[contenthash][ext]',
    clean: true,
  },
  resolve: resolving,
  resolveLoader: { symlinks: false },
  module: { rules: [ours, { test: /\.css$/, type: 'asset/resource' }] },
  plugins: [
    new CustomFunctionsMetadataPlugin({ output: generatedMetadata, input: functionsFile }),
    new FunctionsInTwoLanguages(generatedMetadata, baseUrl),
    new FunctionsScript('addin'),
    new HtmlPlugin({
      filename: 'taskpane.html',
      template: './src/taskpane/taskpane.html',
      chunks: ['ribbon', 'addin'],
      // Microsoft's script tag stays as it is written; ours follow it, also when it could not be loaded.
      scriptLoading: 'defer',
      minify: false,
    }),
    new BehindOfficeJs('ribbon'),
    new BundledLicences(),
    new CopyPlugin({
      patterns: [
        { from: 'assets/icons', to: 'icons' },
        { from: 'assets/samples/見本-北塩原村-令和6年度.xlsx', to: 'sample.xlsx' },
        { from: 'assets/manual/*.{html,css}', to: '[name][ext]' },
        { from: 'assets/manual/pictures/workbench-*.png', to: 'pictures/[name][ext]' },
        {
          from: 'manifest.xml',
          transform: (text) => manifestFor(String(text), baseUrl),
        },
        {
          from: 'manifest.xml',
          to: 'manifest-record.xml',
          transform: (text) => recordManifest(manifestFor(String(text), baseUrl)),
        },
      ],
    }),
    new FirstLoadBudget(/^(?:addin|ribbon|taskpane)\.[0-9a-f]+\.(?:js|css)$/, firstLoadBudget),
  ],
  performance: { hints: false },
  devtool: false,
});

/** What the page without Excel downloads before its pane stands, gzipped; the grid and the engine follow. */
const workbenchBudget = 450 * 1024;

/** What both forms of the page without Excel have in common: a folder for a server, and one file. */
const workbenchPage = (name, folder, more) => ({
  name,
  mode: 'production',
  target: ['web', 'es2022'],
  output: {
    path: resolve(__dirname, folder),
    filename: '[name].[contenthash].js',
    assetModuleFilename: '[name].[contenthash][ext]',
    clean: true,
  },
  resolve: resolving,
  resolveLoader: { symlinks: false },
  performance: { hints: false },
  devtool: false,
  ...more,
});

/** The thread that works on files; its name stands in src/workbench/embedded.ts. */
const workbenchWorker = (folder) =>
  workbenchPage('worker', folder, {
    // The page comes first and clears the folder.
    dependencies: ['workbench'],
    target: ['webworker', 'es2022'],
    entry: { worker: './src/workbench/worker.ts' },
    output: { path: resolve(__dirname, folder), filename: 'worker.js', clean: false },
    module: { rules: [ours] },
    plugins: [new optimize.LimitChunkCountPlugin({ maxChunks: 1 }), new BundledLicences('worker.js')],
  });

/** The same page as one file, for a double-click where there is no server (src/decisions/one-page.md). */
const workbenchOneFile = () =>
  workbenchPage('incentive', 'dist', {
    dependencies: ['workbench', 'worker'],
    entry: { incentive: './src/workbench/main.tsx' },
    // What is loaded later lies in the same script, which has no address.
    output: { path: resolve(__dirname, 'dist'), filename: 'incentive.js', publicPath: '', clean: false },
    module: { rules: [ours] },
    plugins: [
      new optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
      new OneFilePage({
        script: 'incentive.js',
        page: 'incentive.html',
        worker: 'dist/workbench/worker.js',
        root: __dirname,
      }),
    ],
  });

/** The page without Excel as static files for any server: no request leaves its origin. */
const workbenchFolder = () =>
  workbenchPage('workbench', 'dist/workbench', {
    entry: { workbench: './src/workbench/main.tsx' },
    module: { rules: [ours, { test: /\.css$/, type: 'asset/resource' }] },
    plugins: [
      new HtmlPlugin({
        filename: 'index.html',
        template: './src/workbench/workbench.html',
        chunks: ['workbench'],
        scriptLoading: 'defer',
        minify: false,
      }),
      new GridStyles(/^workbench\.[0-9a-f]+\.css$/),
      new BundledLicences(),
      new CopyPlugin({
        patterns: [
          { from: 'assets/samples/見本-北塩原村-令和6年度.xlsx', to: 'sample.xlsx' },
          { from: 'assets/manual/*.{html,css}', to: '[name][ext]' },
          { from: 'assets/manual/pictures/workbench-*.png', to: 'pictures/[name][ext]' },
        ],
      }),
      new FirstLoadBudget(/^workbench\.[0-9a-f]+\.(?:js|css)$/, workbenchBudget),
    ],
  });

/** Only https, and no path Excel would read differently; a slash at the end is dropped. */
const checkedBaseUrl = (text) => {
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.search !== '' || url.hash !== '') {
    throw new Error(`--base-url must be an https address without ? and #, not ${text}`);
  }
  return url.href.replace(/\/$/, '');
};

/** `--env node=cli|bench|tools`, `--env oneFile`, `--env workbench`, or `--env web [--env baseUrl=https://…]`. */
module.exports = (env = {}) => {
  if (env.oneFile !== undefined) return oneFileProgram();
  if (env.workbench !== undefined) return [workbenchFolder(), workbenchWorker('dist/workbench'), workbenchOneFile()];
  return env.web === undefined
    ? (bundlesOf[env.node] ?? [env.node]).map(nodeProgram)
    : addin(checkedBaseUrl(env.baseUrl ?? localBaseUrl));
};
