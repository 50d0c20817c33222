import type { Language } from '../../problems';
import type { Recording } from './recording';

/** The words of the strip; they come with the recorder, so that a pane without it does not load them. */
const texts = {
  ja: {
    heading: '記録中',
    count: (trips: number) => `Excel とのやりとり ${trips} 回を記録しました。`,
    replaced: 'シート名、セルの文字、市町村名は、別の文字に置き換えてあります。セルの数値はそのままです。',
    kept: 'セルの文字と市町村名も、そのまま記録しています。',
    save: '記録をファイルに保存',
    show: '保存できないとき：文字で表示',
    copy: 'すべて選んであります。Ctrl＋C でコピーし、メモ帳に貼り付けて保存してください。',
    nothing: 'この Excel では記録できません（やりとりの入口が見つかりません）。',
    page: '記録の手順',
  },
  en: {
    heading: 'Recording',
    count: (trips: number) => `${trips} round trips to Excel recorded.`,
    replaced:
      'Sheet names, texts of cells and names of municipalities were replaced. Numbers of cells are as they are.',
    kept: 'Texts of cells and names of municipalities are recorded as they are.',
    save: 'Save the recording as a file',
    show: 'If it cannot be saved: show it as text',
    copy: 'Everything is selected: press Ctrl+C, paste it into Notepad and save it.',
    nothing: 'Nothing can be recorded in this Excel: where its requests pass was not found.',
    page: 'How to record',
  },
} as const;

export interface StripOf {
  readonly language: Language;
  readonly keepsText: boolean;
  /** False: there is nothing to listen to. */
  readonly listens: boolean;
  readonly recording: () => Recording;
}

/** A strip above the pane that says how much was recorded, and gives it as a file. Returns what to call after each trip. */
export const recordStrip = ({ language, keepsText, listens, recording }: StripOf): ((trips: number) => void) => {
  const words = texts[language];
  const count = element('p', listens ? words.count(0) : words.nothing);
  count.setAttribute('role', 'status');
  const strip = element('section');
  strip.className = 'notice';
  strip.setAttribute('aria-label', words.heading);
  strip.append(element('h2', words.heading), count, element('p', keepsText ? words.kept : words.replaced));
  if (listens) strip.append(...savers(words, recording));
  const page = element('a', words.page);
  Object.assign(page, { href: 'record.html', target: '_blank', rel: 'noreferrer' });
  const foot = element('p');
  foot.append(page);
  strip.append(foot);
  document.body.prepend(strip);
  return (trips) => {
    count.textContent = words.count(trips);
  };
};

/** A file where the browser saves one; WebView2 cannot (rules/excel.md#pane), so a text to copy, too. */
const savers = (words: (typeof texts)[Language], recording: () => Recording): readonly HTMLElement[] => {
  const text = (): string => JSON.stringify(recording());
  const copied = element('p');
  const area = document.createElement('textarea');
  Object.assign(area, { readOnly: true, hidden: true, rows: 6, ariaLabel: words.show });
  const save = button(words.save, () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text()], { type: 'application/json' }));
    link.download = `incentive-record-${recording().excel.platform}.json`;
    link.click();
  });
  const show = button(words.show, () => {
    area.value = text();
    area.hidden = false;
    area.select();
    copied.textContent = words.copy;
  });
  return [save, show, copied, area];
};

const button = (text: string, press: () => void): HTMLElement => {
  const made = element('button', text);
  made.addEventListener('click', press);
  return made;
};

const element = (name: string, text = ''): HTMLElement => {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
};
