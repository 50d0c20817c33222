import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM, ResourceLoader } from 'jsdom';
import { ExcelHost } from '../excelHost';
import { libraryFolder } from '../loadLibrary';
import { HostWorkbook } from '../model/hostWorkbook';
import { kindExcel, type ExcelProfile } from '../excelProfiles';
import { addinUrl, libraryUrl } from './addinUrl';
import { webConversation } from './webConversation';

/** A page in jsdom that believes it is a task pane of Excel on the web. */
export interface JsdomHost {
  readonly window: JSDOM['window'];
  readonly host: ExcelHost;
  readonly workbook: HostWorkbook;
  close(): void;
}

/** Opens the html as a task pane; scripts of the CDN come from the package, others from `scripts` by file name. */
export const openInJsdom = (
  html: string,
  workbook = new HostWorkbook(),
  {
    scripts = new Map<string, string>(),
    excel = kindExcel,
    locale = 'ja-JP',
  }: {
    readonly scripts?: ReadonlyMap<string, string>;
    readonly excel?: ExcelProfile;
    readonly locale?: string;
  } = {},
): JsdomHost => {
  const host = new ExcelHost(workbook, new Map(), excel);
  const origin = 'https://localhost';
  let say: (text: string) => void = () => undefined;
  const conversation = webConversation(host, {
    locale,
    requirements: excel.requirements,
    post: (text) => {
      say(text);
    },
  });
  const hear = (text: unknown): void => {
    if (typeof text !== 'string') return;
    void conversation.answer(text).then((answers) => {
      answers.forEach(say);
    });
  };
  const dom = new JSDOM(html, {
    url: addinUrl(`${origin}/taskpane.html`, origin, locale),
    runScripts: 'dangerously',
    resources: new PackageLoader(scripts),
    pretendToBeVisual: true,
    beforeParse: (window) => {
      const parent = { postMessage: hear };
      Object.defineProperty(window, 'parent', { value: parent });
      // jsdom has no document.domain, which the library compares with the host's name.
      Object.defineProperty(window.document, 'domain', { value: 'localhost' });
      say = (text) => {
        window.dispatchEvent(new window.MessageEvent('message', { data: text, origin }));
      };
    },
  });
  return {
    window: dom.window,
    host,
    workbook,
    close: () => {
      dom.window.close();
    },
  };
};

/** Scripts are answered asynchronously: at once, excel-web would run before office.js is ready for it. */
class PackageLoader extends ResourceLoader {
  constructor(readonly scripts: ReadonlyMap<string, string>) {
    super();
  }

  override fetch(url: string): ReturnType<ResourceLoader['fetch']> {
    const name = new URL(url).pathname;
    const text = url.startsWith(libraryUrl)
      ? readFileSync(join(libraryFolder, name.replace('/lib/1/hosted/', '').toLowerCase()))
      : Buffer.from(this.scripts.get(name.slice(1)) ?? '');
    const later = new Promise<Buffer>((resolve) => setTimeout(resolve, 5, text));
    return Object.assign(later, { abort: () => undefined });
  }
}
