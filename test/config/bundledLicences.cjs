const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Compilation, sources } = require('webpack');

/**
 * Every package that is part of the built scripts, with its licence in full: in licences.txt, or as a comment at the end of
 * the one script that is all there is.
 */
class BundledLicences {
  constructor(script) {
    this.script = script;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('BundledLicences', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'BundledLicences', stage }, () => {
        const packages = new Map(modulesIn(compilation).flatMap(packageOf));
        const text = [...packages.keys()].sort().map((name) => packages.get(name));
        const licences = `${text.join('\n')}\n`;
        if (this.script === undefined) compilation.emitAsset('licences.txt', new sources.RawSource(licences));
        else
          compilation.updateAsset(
            this.script,
            (code) => new sources.ConcatSource(code, '\n/*\n', licences.replaceAll('*/', '* /'), '*/\n'),
          );
      });
    });
  }
}

/** The modules whose code stands in a script, those that were merged into others among them. */
const modulesIn = (compilation) =>
  [...compilation.chunks].flatMap((chunk) =>
    [...compilation.chunkGraph.getChunkModulesIterable(chunk)].flatMap((module) => module.modules ?? [module]),
  );

/** Name and licence of the package a module is of, as it stands in the file; nothing for our own. */
const packageOf = (module) => {
  const path = module.resource ?? module.nameForCondition?.() ?? '';
  const at = path.lastIndexOf('node_modules');
  if (at < 0) return [];
  let folder = dirname(path.split('?')[0]);
  while (folder.length > at && !named(folder)) folder = dirname(folder);
  const { name, version, license } = named(folder);
  const file = readdirSync(folder).find((one) => /^(?:licen[sc]e|copying)(?:\.|$)/i.test(one));
  const text =
    file === undefined ? '（ライセンスの文は付いていません）' : readFileSync(join(folder, file), 'utf8').trim();
  return [
    [
      `${name}@${version}`,
      `${'='.repeat(72)}\n${name}@${version}  ${license}\n${'='.repeat(72)}\n${text.replaceAll('\r\n', '\n')}\n`,
    ],
  ];
};

/** The package.json of a package's own folder; some have nameless ones further down. */
const named = (folder) => {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  const data = JSON.parse(readFileSync(file, 'utf8'));
  return data.name !== undefined && data.version !== undefined ? data : undefined;
};

module.exports = { BundledLicences };
