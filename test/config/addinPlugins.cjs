const { gzipSync } = require('node:zlib');
const HtmlPlugin = require('html-webpack-plugin');
const { Compilation, WebpackError, sources } = require('webpack');
const englishHelp = require('../../src/functions/help-en.json');
const japaneseNames = require('../../src/functions/parameters-ja.json');

/**
 * Makes functions.json (Japanese) and functions-en.json of what was generated, with what the generator cannot say; the help
 * of each function is a place of the page functions.html beside them.
 */
class FunctionsInTwoLanguages {
  constructor(generated, baseUrl) {
    this.generated = generated;
    this.baseUrl = baseUrl;
  }

  apply(compiler) {
    onAssets(compiler, 'FunctionsInTwoLanguages', Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE, (compilation) => {
      const generated = compilation.getAsset(this.generated);
      if (generated === undefined) return;
      const { functions } = JSON.parse(String(generated.source.source()));
      const helped = functions.map((one) => ({ ...one, helpUrl: `${this.baseUrl}/functions.html#${one.id}` }));
      compilation.deleteAsset(this.generated);
      compilation.emitAsset('functions.json', metadataFile(helped.map(inJapanese)));
      compilation.emitAsset('functions-en.json', metadataFile(helped.map(inEnglish)));
    });
  }
}

/**
 * Without this one flag #N/A in the range would keep a function from running at all; beside the one the generator adds,
 * Excel 2021 crashes (rules/excel.md#custom-functions).
 */
const metadataFile = (functions) => jsonSource({ allowErrorForDataTypeAny: true, functions });

const inJapanese = (one) => ({
  ...one,
  parameters: one.parameters.map((parameter) => ({ ...parameter, name: japaneseNames[parameter.name] })),
});

const inEnglish = (one) => ({
  ...one,
  description: englishHelp[one.id].description,
  parameters: one.parameters.map((parameter) => ({
    ...parameter,
    description: englishHelp[one.id].parameters[parameter.name],
  })),
});

const jsonSource = (data) => new sources.RawSource(`${JSON.stringify(data, null, 2)}\n`);

/**
 * The manifest must name a script of the functions. Excel takes them from the page, which has loaded the bundle; the address
 * has to stay while the bundle's name changes, so it is this line that leads there.
 */
class FunctionsScript {
  constructor(entry) {
    this.entry = entry;
  }

  apply(compiler) {
    onAssets(compiler, 'FunctionsScript', Compilation.PROCESS_ASSETS_STAGE_REPORT, (compilation) => {
      const [file] = compilation.entrypoints.get(this.entry)?.getFiles() ?? [];
      if (file === undefined) return;
      const line = `if (!document.querySelector('script[src$="${file}"]')) document.head.append(Object.assign(document.createElement('script'), { src: '${file}' }));\n`;
      compilation.emitAsset('functions.js', new sources.RawSource(line));
    });
  }
}

/** Moves a script to the end of the page, behind Microsoft's, where it runs before the page goes on. */
class BehindOfficeJs {
  constructor(entry) {
    this.entry = entry;
  }

  apply(compiler) {
    compiler.hooks.compilation.tap('BehindOfficeJs', (compilation) => {
      HtmlPlugin.getCompilationHooks(compilation).alterAssetTagGroups.tap('BehindOfficeJs', (groups) => {
        const isIt = ({ attributes }) => String(attributes.src ?? '').startsWith(`${this.entry}.`);
        const moved = groups.headTags.filter(isIt).map((tag) => ({ ...tag, attributes: { src: tag.attributes.src } }));
        return {
          ...groups,
          headTags: groups.headTags.filter((tag) => !isIt(tag)),
          bodyTags: [...groups.bodyTags, ...moved],
        };
      });
    });
  }
}

/** Fails the build when what a person downloads at the first start, gzipped, grows beyond `mostBytes`. */
class FirstLoadBudget {
  constructor(files, mostBytes) {
    this.files = files;
    this.mostBytes = mostBytes;
  }

  apply(compiler) {
    onAssets(compiler, 'FirstLoadBudget', Compilation.PROCESS_ASSETS_STAGE_REPORT, (compilation) => {
      const first = compilation.getAssets().filter(({ name }) => this.files.test(name));
      const sizes = first.map(({ source }) => gzipSync(source.buffer()).length);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      const said = `first load ${kilobytes(total)} gzipped of ${kilobytes(this.mostBytes)} allowed (${first
        .map(({ name }, at) => `${name} ${kilobytes(sizes[at])}`)
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

module.exports = { BehindOfficeJs, FirstLoadBudget, FunctionsInTwoLanguages, FunctionsScript };
