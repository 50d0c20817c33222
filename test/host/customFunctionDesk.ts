import { parseA1 } from '../../src/workbook';
import type { ExcelHost } from './excelHost';
import { plain } from './members/hostRef';
import type { HostCell } from './model/hostCell';
import { isList, recordOf, textOf, type Wire } from './model/wire';
import type { HostWorkbook } from './model/hostWorkbook';
import type { Service } from './requestRunner';
import { shapeArguments, type FunctionMetadata } from './shapeArguments';

/** What a cell shows after a custom function. */
export type FunctionResult =
  | { readonly kind: 'value'; readonly value: Wire }
  | { readonly kind: 'error'; readonly error: string; readonly message: string };

/** A range argument, `{ range: '回答!A1:H40' }`, or a plain value as typed into the formula. */
export type FunctionArgument = Wire | { readonly range: string };

export interface CustomFunctionDesk {
  /** The metadata Excel would have read from functions.json. */
  metadata: readonly FunctionMetadata[];
  /** Evaluates `=ID(args)` in a cell through the library's own runtime. */
  call(id: string, args: readonly FunctionArgument[], caller?: string): Promise<FunctionResult>;
  /** Many cells at once, as a recalculation does: all invocations go out in one message. */
  callAll(
    calls: readonly { readonly id: string; readonly args: readonly FunctionArgument[] }[],
  ): Promise<readonly FunctionResult[]>;
  /** Evaluates the formula and puts the result into cells, spilling to the right and down; `#SPILL!` when something is in the way. */
  enter(cell: string, id: string, args: readonly FunctionArgument[]): Promise<void>;
  readonly service: Service;
  connect(host: ExcelHost): void;
}

/** The library's internal codes of failed results (rules/excel.md#requests). */
const errors: Readonly<Record<number, string>> = {
  0: '#VALUE!',
  1: '#N/A',
  2: '#VALUE!',
  3: '#VALUE!',
  4: '#VALUE!',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
};

export const customFunctionDesk = (workbook: HostWorkbook): CustomFunctionDesk => {
  let host: ExcelHost | undefined;
  let nextId = 0;
  const waiting = new Map<number, (result: FunctionResult) => void>();
  const desk: CustomFunctionDesk = {
    metadata: [],
    service: (method, args) => {
      if (method.toLowerCase() !== 'setinvocationarrayresults') return;
      const results = plain(args[0]);
      for (const entry of isList(results) ? results : []) {
        if (!isList(entry)) continue;
        const [id, ok, value, code] = entry;
        waiting.get(Number(id))?.(resultOf(ok === true, value, Number(code ?? 0)));
        waiting.delete(Number(id));
      }
    },
    connect: (to) => {
      host = to;
    },
    call: async (id, args, caller) => {
      const [result] = await callAll([{ id, args }], caller);
      if (result === undefined) throw new Error(`customFunctionDesk.call: ${id} gave nothing`);
      return result;
    },
    callAll: (calls) => callAll(calls),
    enter: async (cell, id, args) => {
      const area = parseA1(cell);
      const sheet = cell.includes('!')
        ? workbook.sheet(cell.slice(0, cell.lastIndexOf('!')).replaceAll("'", ''))
        : workbook.active;
      if (area === undefined || sheet === undefined) throw new Error(`customFunctionDesk.enter: no cell ${cell}`);
      const result = await desk.call(id, args, cell);
      const rows =
        result.kind === 'error'
          ? [[result.error]]
          : isList(result.value)
            ? result.value.map((row) => (isList(row) ? row : [row]))
            : [[result.value]];
      const formula = `=INCENTIVE.${id}(…)`;
      const blocked = rows.some((row, down) =>
        row.some(
          (_, across) => (down > 0 || across > 0) && sheet.cell(area.top + down, area.left + across).value !== '',
        ),
      );
      if (blocked) {
        sheet.put(area.top, area.left, { value: '#SPILL!', formula });
        return;
      }
      rows.forEach((row, down) => {
        row.forEach((value, across) => {
          const shown = typeof value === 'object' || value === undefined ? '' : value;
          sheet.put(area.top + down, area.left + across, {
            value: shown,
            ...(down === 0 && across === 0 && { formula }),
          });
        });
      });
    },
  };
  const callAll = async (
    calls: readonly { readonly id: string; readonly args: readonly FunctionArgument[] }[],
    caller = 'Sheet1!A1',
  ): Promise<readonly FunctionResult[]> => {
    const entries: (readonly [number, number, string, string, string])[] = [];
    const results = calls.map(({ id, args }) => {
      const metadata = desk.metadata.find((one) => one.id.toUpperCase() === id.toUpperCase());
      const shaped = shapeArguments(
        metadata,
        args.map((value) => cellsOf(workbook, value)),
      );
      if (typeof shaped === 'string')
        return Promise.resolve<FunctionResult>({ kind: 'error', error: shaped, message: '' });
      const number = nextId++;
      const flags = metadata?.options?.stream === true ? 2 : 0;
      entries.push([1, 1000, '', JSON.stringify([number, id, shaped, caller, flags, null]), String(number)]);
      return new Promise<FunctionResult>((resolve) => waiting.set(number, resolve));
    });
    if (entries.length > 0) host?.send(entries);
    return Promise.all(results);
  };
  return desk;
};

const resultOf = (ok: boolean, value: Wire, code: number): FunctionResult => {
  if (!ok) return { kind: 'error', error: errors[code] ?? '#VALUE!', message: typeof value === 'string' ? value : '' };
  return errorEntity(value) ?? { kind: 'value', value: isList(value) ? value.map(flattened) : (value ?? 0) };
};

/** A `CustomFunctions.Error` that was returned, not thrown: alone or in a cell of a table. */
const errorEntity = (value: Wire): (FunctionResult & { readonly kind: 'error' }) | undefined => {
  const { basicType, basicValue, message } = recordOf(value);
  if (basicType !== 'Error') return undefined;
  return { kind: 'error', error: textOf(basicValue), message: typeof message === 'string' ? message : '' };
};

const flattened = (value: Wire): Wire => (isList(value) ? value.map(flattened) : (errorEntity(value)?.error ?? value));

const cellsOf = (workbook: HostWorkbook, argument: FunctionArgument): Wire => {
  if (typeof argument !== 'object' || argument === null || !('range' in argument)) return argument;
  const text = textOf(argument.range);
  const name = text.slice(0, Math.max(0, text.lastIndexOf('!'))).replaceAll("'", '');
  const sheet = name === '' ? workbook.active : workbook.sheet(name);
  const area = parseA1(text);
  if (sheet === undefined || area === undefined) return '#REF!';
  return Array.from({ length: area.bottom - area.top + 1 }, (_, row) =>
    Array.from({ length: area.right - area.left + 1 }, (__, column) =>
      handedOver(sheet.cell(area.top + row, area.left + column), workbook.habits.blankInFunctions),
    ),
  );
};

/** A formula that gives "" is a text, in every Excel; a cell without anything differs. */
const handedOver = ({ value, formula }: HostCell, blank: '' | 0 | null): Wire =>
  value === '' && formula === undefined ? blank : value;
