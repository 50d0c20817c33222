import type { ExcelHost } from '../excelHost';
import { isList, recordOf, textOf, type Wire } from '../model/wire';
import type { Requirements } from '../excelProfiles';
import { ribbonDesk } from './ribbonDesk';

/** Excel on the web's side of the postMessage conversation (rules/excel.md#web-seam), without the window. */
export interface WebConversation {
  /** Answers one message of the add-in page; what is to be said, in this order. */
  answer(text: string): Promise<readonly string[]>;
  /** Presses a button of the ribbon: see `RibbonDesk.press`. */
  press(name: string): Promise<number>;
  /** What the library told by notifyHost and what it registered for, in order. */
  readonly heard: string[];
}

export interface WebConversationOptions {
  readonly locale: string;
  readonly requirements: Requirements;
  /** Sends an event (already JSON) to the add-in page. */
  readonly post: (text: string) => void;
}

/** DispatchId of a Rich API request inside executeMethod. */
const richApiDispatch = 93;

export const webConversation = (host: ExcelHost, options: WebConversationOptions): WebConversation => {
  const heard: string[] = [];
  let conversationId = '';
  const event = (name: string, data: Wire): string =>
    envelope(
      { _conversationId: conversationId, _correlationId: 0 },
      { _responseType: 1, _actionName: name, _data: data },
    );
  const ribbon = ribbonDesk((click) => {
    options.post(event(click.event, click.data));
  });
  host.send = (entries) => {
    options.post(event('richApiMessage', { ArrayData: entries.map((entry) => [...entry]) }));
  };
  return {
    heard,
    press: (name) => ribbon.press(name),
    answer: async (text) => {
      const message = messageOf(text);
      if (message === undefined) return [];
      conversationId = textOf(message['_conversationId']);
      const name = textOf(message['_actionName']);
      heard.push(name);
      const clicks = ribbon.hear(name, message['_data']);
      const data = await dataFor(host, options, name, message['_data']);
      const answer = envelope(message, { _responseType: 0, _errorCode: 0, _actionName: name, _data: data });
      return [answer, ...clicks.map((click) => event(click.event, click.data))];
    },
  };
};

const dataFor = async (host: ExcelHost, options: WebConversationOptions, name: string, sent: Wire): Promise<Wire> => {
  if (name === 'ContextActivationManager_getAppContextAsync') return appContext(options);
  if (name === 'ContextActivationManager_notifyHost') return null;
  if (name !== 'executeMethod') return { Error: 0 };
  const { DdaMethod, ArrayData } = recordOf(sent);
  if (recordOf(DdaMethod)['DispatchId'] !== richApiDispatch || !isList(ArrayData)) return { Version: 1, Error: 0 };
  const [, , , , body, , flags] = ArrayData;
  const answer = await host.answer(typeof body === 'string' ? body : JSON.stringify(body), Number(flags ?? 0));
  if ('number' in answer) return { Version: 1, Error: answer.number };
  return { Version: 1, Error: 0, Data: [200, [], [JSON.stringify(answer)]] };
};

/** The activation data of a task pane in Excel on the web. */
const appContext = ({ locale, requirements }: WebConversationOptions): Wire => ({
  _id: 'incentive-score',
  _appName: 16,
  _appVersion: '16.01',
  _appUILocale: locale,
  _dataLocale: locale,
  _docUrl: 'https://localhost/評価.xlsx',
  _clientMode: 1,
  _settings: [],
  _reason: 'inserted',
  _requirementMatrix: JSON.stringify(
    Object.fromEntries(Object.entries(requirements).map(([set, version]) => [set.toLowerCase(), Number(version)])),
  ),
  _initialDisplayMode: 2,
});

const envelope = (to: Readonly<Record<string, Wire>>, reply: Readonly<Record<string, Wire>>): string =>
  JSON.stringify({
    _messageType: 1,
    _errorCode: 0,
    _conversationId: to['_conversationId'] ?? '',
    _correlationId: to['_correlationId'] ?? 0,
    _origin: '',
    ...reply,
  });

/** A request of the library's own kind; anything else on the window is not for us. */
const messageOf = (text: string): Readonly<Record<string, Wire>> | undefined => {
  try {
    const message: Wire = JSON.parse(text);
    const record = recordOf(message);
    return record['_messageType'] === 0 && '_actionName' in record ? record : undefined;
  } catch {
    return undefined;
  }
};
