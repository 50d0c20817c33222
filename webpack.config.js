const { resolve } = require('node:path');
const { gzipSync } = require('node:zlib');
const CopyPlugin = require('copy-webpack-plugin');
const CustomFunctionsMetadataPlugin = require('custom-functions-metadata-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const { Compilation, DefinePlugin, WebpackError, optimize, sources } = require('webpack');

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

const extensions = ['.ts', '.tsx', '.mjs', '.js', '.json'];
const nodeEntries = {
  cli: './src/cli/main.ts',
  work: './src/cli/command.ts',
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
  resolve: { extensions },
  module: { rules: [ours] },
  // What is loaded later lies in the same file, and is run when it is asked for.
  plugins: [
    new optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
    // hucre asks whether there is one before it packs; Node.js would load its whole fetch to answer.
    new DefinePlugin({ 'typeof Response': JSON.stringify('function') }),
  ],
  externals: name === 'bench' ? { hyperformula: 'commonjs hyperformula' } : {},
  optimization: { minimize: false },
  performance: { hints: false },
  devtool: false,
});

const localBaseUrl = 'https://localhost:3000';
const functionsFile = './src/functions/functions.ts';
/**
 * What pane and functions together may weigh; what is loaded later does not count. The sentences that only files and the
 * command line can say are not in it (src/problems/catalogue/withFiles).
 */
const firstLoadBudget = 248 * 1024;
const generatedMetadata = 'functions.generated.json';

/**
 * The add-in for Excel: one page (shared runtime) and one script with the pane, the ribbon commands and the custom functions.
 * `baseUrl` is where dist/addin/ will be served from.
 */
const addin = (baseUrl) => ({
  name: 'addin',
  mode: 'production',
  target: ['web', 'es2022'],
  // The pane first: it tells the person when office.js did not come, and the other two need office.js.
  entry: { addin: ['./src/taskpane/main.tsx', './src/commands/commands.ts', functionsFile] },
  output: { path: resolve(__dirname, 'dist/addin'), filename: '[name].js', clean: true },
  resolve: { extensions },
  module: { rules: [ours] },
  plugins: [
    new CustomFunctionsMetadataPlugin({ output: generatedMetadata, input: functionsFile }),
    new FunctionsInTwoLanguages(),
    new HtmlPlugin({
      filename: 'taskpane.html',
      template: './src/taskpane/taskpane.html',
      chunks: ['addin'],
      // Microsoft's script tag stays as it is written; ours follow it, also when it could not be loaded.
      scriptLoading: 'defer',
      minify: false,
    }),
    new CopyPlugin({
      patterns: [
        { from: 'assets/icons', to: 'icons' },
        { from: 'src/taskpane/taskpane.css' },
        { from: 'src/commands/help.html', to: 'help.html' },
        { from: 'manifest.xml', transform: (text) => String(text).replaceAll(localBaseUrl, baseUrl) },
      ],
    }),
    new FirstLoadBudget(['addin.js', 'taskpane.css'], firstLoadBudget),
  ],
  performance: { hints: false },
  devtool: false,
});

/** Makes functions.json (Japanese) and functions-en.json of what was generated, with what the generator cannot say. */
class FunctionsInTwoLanguages {
  apply(compiler) {
    onAssets(compiler, 'FunctionsInTwoLanguages', Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE, (compilation) => {
      const generated = compilation.getAsset(generatedMetadata);
      if (generated === undefined) return;
      // Without this one #N/A in the range would keep the function from running at all
      // (rules/excel.md#custom-functions).
      const japanese = { ...JSON.parse(String(generated.source.source())), allowErrorForDataTypeAny: true };
      compilation.deleteAsset(generatedMetadata);
      compilation.emitAsset('functions.json', jsonSource(japanese));
      compilation.emitAsset(
        'functions-en.json',
        jsonSource(inEnglish(japanese, require('./src/functions/help-en.json'))),
      );
    });
  }
}

const inEnglish = (metadata, help) => ({
  ...metadata,
  functions: metadata.functions.map((one) => ({
    ...one,
    description: help[one.id].description,
    parameters: one.parameters.map((parameter) => ({
      ...parameter,
      description: help[one.id].parameters[parameter.name],
    })),
  })),
});

const jsonSource = (data) => new sources.RawSource(`${JSON.stringify(data, null, 2)}\n`);

/** Fails the build when what a person downloads at the first start, gzipped, grows beyond `mostBytes`. */
class FirstLoadBudget {
  constructor(files, mostBytes) {
    this.files = files;
    this.mostBytes = mostBytes;
  }

  apply(compiler) {
    onAssets(compiler, 'FirstLoadBudget', Compilation.PROCESS_ASSETS_STAGE_REPORT, (compilation) => {
      const sizes = this.files.map((file) => gzipSync(compilation.getAsset(file)?.source.buffer() ?? '').length);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      const said = `first load ${kilobytes(total)} gzipped of ${kilobytes(this.mostBytes)} allowed (${this.files
        .map((file, at) => `${file} ${kilobytes(sizes[at])}`)
        .join(', ')})`;
      compilation.getLogger('FirstLoadBudget').info(said);
      if (total > this.mostBytes) compilation.errors.push(new WebpackError(said));
    });
  }
}

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

/** Acts on the files of the build itself, not on those of the page template's own small build. */
const onAssets = (compiler, name, stage, act) => {
  compiler.hooks.thisCompilation.tap(name, (compilation) => {
    compilation.hooks.processAssets.tap({ name, stage }, () => act(compilation));
  });
};

/** Only https, and no path Excel would read differently; a slash at the end is dropped. */
const checkedBaseUrl = (text) => {
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.search !== '' || url.hash !== '') {
    throw new Error(`--base-url must be an https address without ? and #, not ${text}`);
  }
  return url.href.replace(/\/$/, '');
};

/** `--env node=cli|bench|tools`, or `--env web [--env baseUrl=https://…]`. */
module.exports = (env = {}) =>
  env.web === undefined
    ? (bundlesOf[env.node] ?? [env.node]).map(nodeProgram)
    : addin(checkedBaseUrl(env.baseUrl ?? localBaseUrl));
