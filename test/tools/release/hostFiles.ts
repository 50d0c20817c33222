import { contentTypes, type Headers } from '../hosting/headers';

/** The headers of every file of a site, by its path. */
export type SiteHeaders = ReadonlyMap<string, Headers>;

type Pairs = readonly (readonly [name: string, value: string])[];

/** What the page has, all have; beside or instead of it single files have others. Types go by extension, apart from these. */
const partsOf = (
  site: SiteHeaders,
): { readonly common: Pairs; readonly special: readonly (readonly [string, Pairs])[] } => {
  const page = site.get('taskpane.html');
  if (page === undefined) throw new Error('hostFiles: a site without its page');
  const withoutType = (headers: Headers): Pairs => Object.entries(headers).filter(([name]) => name !== 'Content-Type');
  return {
    common: withoutType(page),
    special: [...site].flatMap(([path, headers]) => {
      const own = withoutType(headers).filter(([name, value]) => page[name] !== value);
      return own.length === 0 ? [] : [[path, own] as const];
    }),
  };
};

/** web.config for IIS, to lie in the folder of the site: no module beside those of a standard installation is needed. */
export const webConfig = (site: SiteHeaders): string => {
  const { common, special } = partsOf(site);
  const header = ([name, value]: Pairs[number]): string => `<add name=${quoted(name)} value=${quoted(value)} />`;
  const replaced = ([name, value]: Pairs[number]): string =>
    `<remove name=${quoted(name)} /><add name=${quoted(name)} value=${quoted(value)} />`;
  return `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <directoryBrowse enabled="false" />
    <staticContent>
      <clientCache cacheControlMode="NoControl" />
${contentTypes.map(([extension, type]) => `      <remove fileExtension=".${extension}" /><mimeMap fileExtension=".${extension}" mimeType=${quoted(type)} />`).join('\n')}
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
${common.map((one) => `        ${header(one)}`).join('\n')}
      </customHeaders>
    </httpProtocol>
  </system.webServer>
${special
  .map(
    ([path, headers]) => `  <location path=${quoted(path)}>
    <system.webServer><httpProtocol><customHeaders>
${headers.map((one) => `      ${replaced(one)}`).join('\n')}
    </customHeaders></httpProtocol></system.webServer>
  </location>`,
  )
  .join('\n')}
</configuration>
`;
};

const quoted = (text: string): string =>
  `"${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"`;

/** As a pattern, since a name in full may be longer than the table of a map takes by default. */
const pattern = (path: string): string => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** nginx.conf for the http block, `folder` being the path of the address it is served under, '' for none. */
export const nginxConf = (site: SiteHeaders, folder: string): string => {
  const { common, special } = partsOf(site);
  const names = [...new Set([...common, ...special.flatMap(([, headers]) => headers)].map(([name]) => name))];
  const variable = (name: string): string => `$incentive_${name.toLowerCase().replaceAll('-', '_')}`;
  const map = (name: string): string => {
    const usual = common.find(([one]) => one === name)?.[1] ?? '';
    const others = special.flatMap(([path, headers]) =>
      headers.flatMap(([one, value]) => (one === name ? [`  "~^${pattern(`${folder}/${path}`)}$" "${value}";`] : [])),
    );
    return [`map $uri ${variable(name)} {`, `  default "${usual}";`, ...others, '}'].join('\n');
  };
  return `# 設置の手引（install.html）を見て、server_name・証明書・root の3か所を直してください。http { } の中で include します。
${names.map(map).join('\n')}

server {
  listen 443 ssl;
  server_name addin.example.lg.jp;
  ssl_certificate     /etc/ssl/addin.crt;
  ssl_certificate_key /etc/ssl/addin.key;

  location ${folder}/ {
    # この下に site の中身を${folder === '' ? '' : `${folder}/ として`}置きます。
    root /var/www/incentive;
    types {
${contentTypes.map(([extension, type]) => `      "${type}" ${extension};`).join('\n')}
    }
    default_type application/octet-stream;
    location ${folder}/web.config { return 404; }
${names.map((name) => `    add_header ${name} ${variable(name)} always;`).join('\n')}
  }
}
`;
};
