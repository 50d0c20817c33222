import { spawnSync } from 'node:child_process';

interface Sbom {
  readonly metadata: Readonly<Record<string, unknown>> & { readonly component: Readonly<Record<string, unknown>> };
  readonly components: readonly { readonly 'bom-ref': string }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

/**
 * A software bill of materials (CycloneDX) as npm makes it of package-lock.json, tools of development among it: with
 * `--omit dev` npm leaves out React, too. Throws when npm cannot.
 */
export const npmSbom = (projectFolder: string): string => {
  const windows = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(
    windows ? 'npm.cmd' : 'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'],
    { cwd: projectFolder, encoding: 'utf8', shell: windows, maxBuffer: 1 << 26 },
  );
  if (status !== 0) throw new Error(`npmSbom: npm sbom failed: ${stderr}`);
  return stdout;
};

/**
 * The bill of what was built: of the packages npm lists, those that are part of the scripts (`bundled`, name@version). The
 * serial number, the hour and the version of npm are left out, and the name is the package's, not the folder's: the same
 * sources give the same bytes. Throws when a bundled package is not in the lock file.
 */
export const sbomOf = (npmText: string, name: string, bundled: readonly string[]): string => {
  const npm: Sbom = JSON.parse(npmText);
  const { metadata, components, dependencies } = npm;
  const wanted = new Set(bundled);
  const product = metadata.component['bom-ref'];
  const kept = components.filter((one) => wanted.has(one['bom-ref']));
  const missing = bundled.filter((ref) => !kept.some((one) => one['bom-ref'] === ref));
  if (missing.length > 0) throw new Error(`sbomOf: bundled, but not in package-lock.json: ${missing.join(', ')}`);
  const sbom = {
    ...without(npm, 'serialNumber'),
    metadata: { ...without(metadata, 'timestamp', 'tools'), component: { ...metadata.component, name } },
    components: kept,
    dependencies: dependencies
      .filter(({ ref }) => ref === product || wanted.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => wanted.has(one)) })),
  };
  return `${JSON.stringify(sbom, null, 2)}\n`;
};

const without = (record: object, ...names: readonly string[]): object =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
