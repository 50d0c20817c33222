import { HostError } from './model/hostError';
import type { HostWorkbook } from './model/hostWorkbook';
import { reaches, type ExcelProfile } from './excelProfiles';
import { emptyLog, type HostLog } from './hostLog';
import type { Argument } from './members/hostRef';
import { eventDesk, type EventEntry } from './members/eventDesk';
import { workbookMembers } from './members/workbookMembers';
import type { RequestBody, ResponseBody } from './requestBody';
import { RequestRunner, type Service } from './requestRunner';

/** What comes back when the request as a whole was refused; numbers are those of the web conversation. */
export interface TransportFailure {
  readonly number: 5012 | 5103 | 5104;
  readonly code: string;
  readonly message: string;
}

const failures = {
  closed: { number: 5012, code: 'InvalidOrTimedOutSession', message: 'The workbook was closed.' },
  request: { number: 5103, code: 'RequestPayloadSizeLimitExceeded', message: 'The request is larger than 5 MB.' },
  response: { number: 5104, code: 'ResponsePayloadSizeLimitExceeded', message: 'The response is larger than 5 MB.' },
} as const;

const waitsForCellEdit = 64;

/** Our side of the conversation, without any transport: a workbook, what happened to it, and the rules of Excel. */
export class ExcelHost {
  readonly log: HostLog = emptyLog();
  /** Runs before each round trip: where a test deletes a sheet, closes the book or waits. */
  beforeTrip: (trip: number) => void | Promise<void> = () => undefined;
  /** Runs before each call and each write; throw a HostError to make Excel refuse there. */
  interfere: (member: string) => void = () => undefined;
  /** Where events go; set by the transport. */
  send: (entries: readonly EventEntry[]) => void = () => undefined;
  readonly #runner: RequestRunner;

  constructor(
    readonly workbook: HostWorkbook,
    services: ReadonlyMap<string, Service>,
    readonly excel: ExcelProfile,
  ) {
    workbook.habits = excel.habits;
    const unknown = (className: string, member: string): HostError => {
      this.log.unknown.push(`${className}.${member}`);
      return new HostError('ApiNotFound', `this host has no ${className}.${member}`, `${className}.${member}`);
    };
    const events = eventDesk(workbook, (entry) => {
      this.send([entry]);
    });
    this.#runner = new RequestRunner({
      workbook,
      root: workbookMembers(unknown, events)(workbook),
      log: this.log,
      services,
      supports: (set, version) => reaches(excel.requirements, set, version),
      interfere: (member) => {
        this.interfere(member);
      },
    });
  }

  /** Answers one request of the library. */
  async answer(text: string, flags: number): Promise<ResponseBody | TransportFailure> {
    const quiet = text.includes('Microsoft.ExcelServices.CustomFunctions');
    const body = parseBody(text);
    const cleanup =
      body.Actions.every(({ ActionType, Name }) => ActionType === 1 || Name === '_RemoveReference') &&
      body.Actions.some(({ Name }) => Name === '_RemoveReference');
    if (!quiet && !cleanup) await this.beforeTrip(this.log.trips.filter((trip) => !trip.cleanup).length + 1);
    const done = (answer: ResponseBody | TransportFailure): ResponseBody | TransportFailure => {
      const error = 'number' in answer ? answer.code : answer.Error?.Code;
      const responseBytes = Buffer.byteLength(JSON.stringify(answer));
      const tooLarge = !('number' in answer) && responseBytes > this.excel.habits.mostBytes;
      const shown = tooLarge ? failures.response.code : error;
      if (!quiet) {
        const cost = {
          cleanup,
          actions: body.Actions.length,
          requestBytes: Buffer.byteLength(text),
          responseBytes,
          flags,
        };
        this.log.trips.push({ ...cost, ...(shown === undefined ? {} : { error: shown }) });
      }
      return tooLarge ? failures.response : answer;
    };
    if (this.workbook.closed) return done(failures.closed);
    if (Buffer.byteLength(text) > this.excel.habits.mostBytes) return done(failures.request);
    if (this.workbook.editing && !quiet) {
      if ((flags & waitsForCellEdit) === 0) return done(inCellEdit);
      await this.workbook.whenNotEditing();
    }
    return done(this.#runner.run(body));
  }
}

const inCellEdit: ResponseBody = {
  Results: [],
  Error: {
    Code: 'InvalidOperationInCellEditMode',
    Message: 'Excel is in cell-editing mode.',
    Location: '',
    ActionIndex: 0,
    HttpStatusCode: 400,
  },
};

const parseBody = (text: string): RequestBody => {
  const body: RequestBody = JSON.parse(text);
  return body;
};

export type { Argument };
