import { contentTypes } from './contentTypes';
import { relationsName } from './openPackage';

/**
 * `xl/charts/chart1.xml` with the first number that is free in the package: no part, no relations and no content type —
 * some programs leave entries behind — bears the name, in any case.
 */
export const freePartName = (parts: ReadonlyMap<string, Uint8Array>, wanted: string): string => {
  const taken = new Set([...parts.keys(), ...contentTypes(parts).keys()].map((name) => name.toLowerCase()));
  const [, start = '', end = ''] = /^(.*?)\d*(\.[^./]*)$/.exec(wanted) ?? [];
  for (let number = 1; ; number += 1) {
    const name = `${start}${number}${end}`;
    if (!taken.has(name.toLowerCase()) && !taken.has(relationsName(name).toLowerCase())) return name;
  }
};
