export { openInChromium, type WebHost, type WebHostOptions } from './openInChromium';
export { serveFolder, type FolderServer } from './serveFolder';
export { webConversation, type WebConversation } from './webConversation';
