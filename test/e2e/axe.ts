import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

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
