const { readFileSync } = require('node:fs');
const { createTransformer } = require('@swc/jest');

/**
 * swc's CommonJS, with one difference: what a module exports are plain values once the module has run. swc leaves a getter
 * for each name, because a module might change one later; none of ours does (no `export let`), and in loops over a nation
 * the getters took a fifth of the time. Who requires a module while it still runs gets swc's own object.
 */
const plainExports = `
;{ const plain = Object.defineProperty({}, '__esModule', { value: true });
for (const name of Object.keys(exports)) plain[name] = exports[name];
module.exports = plain; }
`;

const thisFile = readFileSync(__filename, 'utf8');

module.exports = {
  createTransformer: (options) => {
    const swc = createTransformer(options);
    return {
      ...swc,
      // What jest has kept is made anew when this file changes.
      getCacheKey: (...given) => `${swc.getCacheKey(...given)}${thisFile}`,
      process: (source, ...given) => {
        const made = swc.process(source, ...given);
        // What is CommonJS already has plain values.
        return /^export /m.test(source) ? { ...made, code: made.code + plainExports } : made;
      },
    };
  },
};
