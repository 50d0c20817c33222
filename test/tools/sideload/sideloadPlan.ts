import { join } from 'node:path';

/** How Excel on one kind of computer learns of an add-in under development (Microsoft: sideload for testing). */
export interface SideloadPlan {
  /** A folder to copy the manifest into, as `<id>.manifest.xml`; macOS. */
  readonly copyTo?: string;
  /** Programs to run, in order: tell Excel of the manifest, then start it. */
  readonly commands: readonly (readonly [program: string, ...args: string[]])[];
  /** What the person still has to do, in Japanese with English beside. */
  readonly instructions: readonly string[];
}

/** The registry key Excel for Windows reads developer add-ins from. */
const developerKey = String.raw`HKCU\Software\Microsoft\Office\16.0\WEF\Developer`;

/** The plan for `process.platform`; where there is no desktop Excel it is Excel on the web, by hand. */
export const sideloadPlan = (platform: string, home: string, manifest: string, id: string): SideloadPlan => {
  if (platform === 'win32') {
    return {
      commands: [
        ['reg', 'add', developerKey, '/v', id, '/t', 'REG_SZ', '/d', manifest, '/f'],
        ['cmd', '/c', 'start', 'excel'],
      ],
      instructions: [
        'Excel の［挿入］→［アドイン］→［個人用アドイン］の［開発者向けアドイン］から開いてください。/ Insert > My Add-ins > Developer Add-ins.',
        `やめるとき / to remove: reg delete ${developerKey} /v ${id} /f`,
      ],
    };
  }
  if (platform === 'darwin') {
    const folder = join(home, 'Library/Containers/com.microsoft.Excel/Data/Documents/wef');
    return {
      copyTo: folder,
      commands: [['open', '-a', 'Microsoft Excel']],
      instructions: [
        'Excel の［ホーム］→［アドイン］から開いてください。/ Home > Add-ins.',
        `やめるとき / to remove: rm ${join(folder, `${id}.manifest.xml`)}`,
      ],
    };
  }
  return {
    commands: [],
    instructions: [
      'この OS には Excel がありません。Web 版 Excel の［ホーム］→［アドイン］→［その他のアドイン］→［個人用アドインのアップロード］で次のファイルを選んでください。/ No desktop Excel here: upload this file in Excel on the web (Home > Add-ins > More > Upload My Add-in):',
      manifest,
    ],
  };
};
