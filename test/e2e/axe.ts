import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { WorkbenchOptions } from './workbenchPage';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Sizes, colours and languages in which the page is looked at. */
export const waysToSee: readonly (readonly [name: string, options: WorkbenchOptions])[] = [
  ['1024', {}],
  ['320', { viewport: { width: 320, height: 640 } }],
  ['dark', { dark: true }],
  ['forced', { forcedColors: true }],
  ['English', { locale: 'en-US' }],
];

/** What axe finds on the page as it stands, each with the elements it is about. */
export const foundByAxe = async (page: Page): Promise<readonly string[]> => {
  // A button that becomes pressable changes its colour over a tenth of a second: axe looks at what stays.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => 0));
  await page.evaluate(`${axe};0`);
  return page.evaluate(async () => {
    const { axe: tool } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await tool.run()).violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join()}`);
  });
};
