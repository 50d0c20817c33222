/** Where Microsoft's CDN has the library; answered from the npm package. */
export const libraryUrl = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

/** Shared app, and custom functions: without the latter they never start. */
const hostFlags = 3;

/** The address under which Excel on the web opens an add-in page: who the host is, and how to talk to it. */
export const addinUrl = (pageUrl: string, hostOrigin: string, locale: string): string => {
  const info = `_host_Info=Excel$Web$16.01$${locale}$correlation$$$${String(hostFlags)}`;
  const conversation = `_xdm_Info=conversation|incentive-score|${hostOrigin}/&_serializer_version=1`;
  return `${pageUrl}${pageUrl.includes('?') ? '&' : '?'}${info}#&${conversation}`;
};
