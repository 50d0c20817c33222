const opendocument = 'urn:oasis:names:tc:opendocument:xmlns:';

/** The namespaces of OpenDocument 1.0–1.4, and LibreOffice's own for what a cell holds, by the prefix we call them. */
export const namespaces: ReadonlyMap<string, string> = new Map([
  [`${opendocument}office:1.0`, 'office'],
  [`${opendocument}style:1.0`, 'style'],
  [`${opendocument}xsl-fo-compatible:1.0`, 'fo'],
  [`${opendocument}text:1.0`, 'text'],
  [`${opendocument}table:1.0`, 'table'],
  [`${opendocument}drawing:1.0`, 'draw'],
  [`${opendocument}dr3d:1.0`, 'draw'],
  [`${opendocument}config:1.0`, 'config'],
  ['urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0', 'calcext'],
]);

/** The value of an attribute of the tag at hand, named with our prefix. */
export type Attribute = (name: string) => string | undefined;
