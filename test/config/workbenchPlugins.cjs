const { readFileSync } = require('node:fs');
const { dirname, resolve } = require('node:path');
const { Compilation, sources } = require('webpack');

/** The style sheet of the grid with all it imports, as one text: a page that is one file can fetch nothing. */
const gridStyles = () => withImports(require.resolve('@glideapps/glide-data-grid/dist/index.css'));

const withImports = (file) =>
  readFileSync(file, 'utf8').replace(/@import\s+"([^"]+)";/g, (_, path) => withImports(resolve(dirname(file), path)));

/** Puts the style sheet of the grid behind the one of the page. */
class GridStyles {
  constructor(page) {
    this.page = page;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('GridStyles', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tap({ name: 'GridStyles', stage }, () => {
        for (const { name, source } of compilation.getAssets().filter((one) => this.page.test(one.name)))
          compilation.updateAsset(name, new sources.ConcatSource(source, '\n', gridStyles()));
      });
    });
  }
}

module.exports = { GridStyles, gridStyles };
