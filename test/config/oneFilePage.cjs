const { createHash } = require('node:crypto');
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Compilation } = require('webpack');
const { gridStyles } = require('./workbenchPlugins.cjs');

const emptyStyle = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

/**
 * Makes one file of the page: its script and its styles by their hashes, and as plain text the thread that works (from
 * `worker`), the sample and the pages of the manual. Nothing else comes from anywhere, so the policy allows nothing else.
 */
class OneFilePage {
  constructor({ script, page, worker, root }) {
    Object.assign(this, { script, page, worker, root });
  }

  apply(compiler) {
    let html;
    compiler.hooks.thisCompilation.tap('OneFilePage', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT + 1;
      compilation.hooks.processAssets.tap({ name: 'OneFilePage', stage }, () => {
        const asset = compilation.getAsset(this.script);
        if (asset === undefined) return;
        for (const { name } of compilation.getAssets()) compilation.deleteAsset(name);
        html = this.html(String(asset.source.source()));
      });
    });
    // Not as an asset: those are made smaller once more, and a hash is of these very letters.
    compiler.hooks.afterEmit.tap('OneFilePage', () => {
      if (html !== undefined) writeFileSync(join(compiler.outputPath, this.page), html);
    });
  }

  html(code) {
    const script = inScript(code);
    const manual = plain(readFileSync(join(this.root, 'assets/manual/page.css'), 'utf8'));
    const styles = plain(`${readFileSync(join(this.root, 'src/workbench/workbench.css'), 'utf8')}\n${gridStyles()}`);
    const sample = readFileSync(join(this.root, 'assets/samples/見本-北塩原村-令和6年度.xlsx')).toString('base64');
    const policy = [
      "default-src 'none'",
      `script-src '${hashOf(script)}'`,
      `style-src '${hashOf(styles)}' '${hashOf(manual)}' '${emptyStyle}'`,
      'img-src data:',
      'worker-src blob:',
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; ');
    const pages = ['help', 'functions', 'trouble', 'workbench'].map((name) => [
      `embedded-${name}`,
      this.manualPage(name, manual),
    ]);
    const blocks = [
      ['embedded-worker', readFileSync(join(this.root, this.worker), 'utf8')],
      ['embedded-sample', sample],
      ['embedded-licences', readFileSync(join(this.root, 'dist/workbench/licences.txt'), 'utf8')],
      ...pages,
    ].map(([id, text]) => `<script type="text/plain" id="${id}">${inScript(text)}</script>\n`);
    return readFileSync(join(this.root, 'src/workbench/workbench.html'), 'utf8')
      .replace(/content="default-src[^"]*"/, () => `content="${policy}"`)
      .replace(/<link rel="stylesheet"[^\n]*\/>/, () => `<style>${styles}</style>`)
      .replace('</body>', () => `${blocks.join('')}<script>${script}</script>\n</body>`);
  }

  /**
   * A page of the manual with its styles and pictures inside; its links to the others lead nowhere in one file, and are taken
   * out.
   */
  manualPage(name, styles) {
    return plain(readFileSync(join(this.root, `assets/manual/${name}.html`), 'utf8'))
      .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${styles}</style>`)
      .replace("img-src 'self'", 'img-src data:')
      .replace(/src="(pictures\/[a-z-]+\.png)"/g, (_, path) => {
        const picture = readFileSync(join(this.root, 'assets/manual', path)).toString('base64');
        return `src="data:image/png;base64,${picture}"`;
      })
      .replace(/<a [^>]*href="[a-z]+\.html[^"]*"[^>]*>([^<]*)<\/a>/g, '$1');
  }
}

/** A page may not hold a carriage return, which its reader would take out: the hash would be of another text. */
const plain = (text) => text.replaceAll('\r\n', '\n');

/** Text inside a script element; what would end it is written as JavaScript reads it all the same. */
const inScript = (text) => plain(text).replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

const hashOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

module.exports = { OneFilePage };
