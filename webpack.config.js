const { resolve } = require('node:path');

const swc = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
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

const nodeEntries = { cli: './src/cli/main.ts', bench: './test/bench/main.ts' };

/** A program for Node.js, in one file, so that nothing but Node is needed to run it. */
const nodeProgram = (name) => ({
  name,
  mode: 'production',
  target: 'node20',
  entry: { [name]: nodeEntries[name] },
  output: { path: resolve(__dirname, 'dist/node'), filename: '[name].js', clean: false },
  resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  module: { rules: [swc] },
  externals: name === 'bench' ? { hyperformula: 'commonjs hyperformula' } : {},
  optimization: { minimize: false },
  performance: { hints: false },
  devtool: false,
});

module.exports = (env = {}) => nodeProgram(env.node ?? 'cli');
