export { openInChromium, type WebHost, type WebHostOptions } from './openInChromium';
export { serveFolder, type FolderServer } from './serveFolder';
export { openInJsdom, type JsdomHost } from './openInJsdom';
export type { WebConversation } from './webConversation';
