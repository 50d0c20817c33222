import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** A citation that leads nowhere, or is written in a way nobody can follow. */
export interface CitationFault {
  /** From the root of the repository, with the line, counted from 1. */
  readonly place: string;
  readonly found: string;
  readonly why: 'no such page' | 'no such anchor' | 'no such file' | 'cites no page of the repository';
}

/** The names a page can be entered by: its headings as GitHub makes them, and its own `<a id="…">`. */
export const anchorsOf = (markdown: string): ReadonlySet<string> => {
  const anchors = new Set<string>();
  for (const [, title = ''] of withoutCode(markdown).matchAll(/^#{1,6} (.+)$/gm)) {
    const slug = title
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{Pc}\p{M}\- ]/gu, '')
      .replaceAll(' ', '-');
    let free = slug;
    for (let copy = 1; anchors.has(free); copy += 1) free = `${slug}-${copy}`;
    anchors.add(free);
  }
  for (const [, id = ''] of markdown.matchAll(/<a id="([^"]+)"/g)) anchors.add(id);
  return anchors;
};

/** Pages and folders that no clone holds, and numbers of a tracker that only we can open. */
const nowhere =
  /(?:\bdomain(?:\.md)?|\bux(?:-reliability)?|\bdesign|\bofficejs-host(?:\.md)?|\bstyle)[ .§]*§[^\s)]*|\bofficejs-host\b|\bux-reliability\b|\bdomain\.md\b|(?:\.\.\/)+shared\b|\bissue \d+|\bdocs: /g;
/** A page, and any number of its anchors: `#b041, #b042`, `#b040–#b053`. */
const ruleBook = /\b(?:src\/)?((?:rules|decisions)\/[\w-]+\.md)((?:(?:, |–| and )?#[\w-]+)*)/g;
const markdownLink = /\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g;

/**
 * What is wrong with the citations of one file. `path` is the file's, from `root`; its comments, texts and names are all
 * looked at. A page is cited as `rules/grants.md#ranks`, from src; links of Markdown lead from the page they stand on.
 */
export const citationFaults = (root: string, path: string, text: string): readonly CitationFault[] =>
  text.split('\n').flatMap((line, at) => {
    const fault = (found: string, why: CitationFault['why']): CitationFault => ({
      place: `${path}:${at + 1}`,
      found,
      why,
    });
    const lost = [...line.matchAll(nowhere)].map(([found]) => fault(found, 'cites no page of the repository'));
    const named = [...line.matchAll(ruleBook)].flatMap(([found, page = '', anchors = '']) => {
      const [, first, ...more] = anchors.split(/(?:, |–| and )?#/);
      return [first, ...more].flatMap((anchor) => {
        const why = faultOf(join(root, 'src', page), anchor);
        return why === undefined ? [] : [fault(found, why === 'no such file' ? 'no such page' : why)];
      });
    });
    if (!path.endsWith('.md')) return [...lost, ...named];
    const links = [...line.matchAll(markdownLink)].flatMap(([found, to = '', anchor]) => {
      const target = to === '' ? join(root, path) : resolve(join(root, dirname(path)), decodeURI(to));
      const why = faultOf(target, anchor);
      return why === undefined ? [] : [fault(found, why)];
    });
    return [...lost, ...links];
  });

/** Every file below `folders` (or a file itself) that people write by hand, from `root`. */
export const handWritten = (root: string, folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) => {
    const path = join(root, folder);
    if (!statSync(path).isDirectory()) return [folder];
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter(
        (name) => /\.(?:ts|tsx|mjs|cjs|js|css|html|json|md)$/.test(name) && !/(?:^|[\\/])__output__[\\/]/.test(name),
      )
      .map((name) => relative(root, join(path, name)).replaceAll('\\', '/'))
      .sort();
  });

const known = new Map<string, ReadonlySet<string>>();

const faultOf = (file: string, anchor: string | undefined): 'no such file' | 'no such anchor' | undefined => {
  if (!existsSync(file)) return 'no such file';
  if (anchor === undefined) return undefined;
  const anchors = known.get(file) ?? anchorsOf(readFileSync(file, 'utf8'));
  known.set(file, anchors);
  return anchors.has(anchor) ? undefined : 'no such anchor';
};

const withoutCode = (markdown: string): string => markdown.replace(/^```[\s\S]*?^```$/gm, '');
