import { isList, type Wire } from './model/wire';

/** One function of functions.json, as custom-functions-metadata writes it. */
export interface FunctionMetadata {
  readonly id: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly type?: string;
    readonly dimensionality?: string;
    readonly optional?: boolean;
    readonly repeating?: boolean;
  }[];
  readonly result?: { readonly dimensionality?: string; readonly type?: string };
  readonly options?: { readonly stream?: boolean };
}

/**
 * Excel's own shaping before the function is called: a matrix parameter gets rows even for one cell, a scalar gets the
 * first cell, an omitted optional gets null, text that is no number in a number parameter is #VALUE!, and an error cell
 * is passed on as the result. Without metadata the arguments go as they are.
 */
export const shapeArguments = (
  metadata: FunctionMetadata | undefined,
  args: readonly Wire[],
): readonly Wire[] | string => {
  if (metadata === undefined) return args;
  const fixed = metadata.parameters.filter(({ repeating }) => repeating !== true);
  if (args.length > metadata.parameters.length && fixed.length === metadata.parameters.length) return '#VALUE!';
  const shaped: Wire[] = [];
  for (const [place, parameter] of fixed.entries()) {
    const value = args[place];
    if (value === undefined || value === null) {
      if (parameter.optional !== true) return '#VALUE!';
      shaped.push(null);
      continue;
    }
    const one = parameter.dimensionality === 'matrix' ? matrixOf(value) : scalarOf(value, parameter.type);
    const error = errorIn(one);
    if (error !== undefined) return error;
    shaped.push(one);
  }
  if (fixed.length < metadata.parameters.length) shaped.push(args.slice(fixed.length).map((value) => value));
  return shaped;
};

const matrixOf = (value: Wire): Wire => (isList(value) ? value : [[value]]);

const scalarOf = (value: Wire, type: string | undefined): Wire => {
  const first = isList(value) ? (isList(value[0]) ? value[0][0] : value[0]) : value;
  if (type === 'number' && errorIn(first) === undefined) {
    const number = typeof first === 'string' && first.trim() !== '' ? Number(first) : first === '' ? 0 : first;
    return typeof number === 'number' && Number.isFinite(number)
      ? number
      : typeof number === 'boolean'
        ? Number(number)
        : '#VALUE!';
  }
  return type === 'string' && typeof first !== 'string' ? JSON.stringify(first) : first;
};

const errorIn = (value: Wire): string | undefined => {
  if (isList(value)) return value.map(errorIn).find((error) => error !== undefined);
  return typeof value === 'string' && /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!)$/.test(value)
    ? value
    : undefined;
};
