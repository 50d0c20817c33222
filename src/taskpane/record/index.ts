import type { Language } from '../../problems';
import { listenToExcel, wordsOfExcel } from './listen';
import { recorder, type Recording } from './recording';
import { recordStrip } from './strip';

/**
 * Records every round trip to Excel from now on, and offers the recording as a file: what a person with an Excel can send us
 * in ten minutes (assets/manual/record.html). Nothing is sent anywhere. With `keepsText` the texts of the workbook are kept.
 */
export const startRecording = (language: Language, keepsText: boolean): void => {
  const { keep, count, recording } = recorder(wordsOfExcel(Excel), keepsText);
  let tell: (trips: number) => void = () => undefined;
  const listens = listenToExcel((trip) => {
    keep(trip);
    tell(count());
  });
  tell = recordStrip({ language, keepsText, listens, recording: () => recording(excelHere()) });
};

const excelHere = (): Recording['excel'] => {
  const { diagnostics, displayLanguage, requirements } = Office.context;
  const minor = Array.from({ length: 40 }, (_, place) => place + 1).findLast((version) =>
    requirements.isSetSupported('ExcelApi', `1.${version}`),
  );
  return {
    platform: String(diagnostics.platform),
    version: diagnostics.version,
    locale: displayLanguage,
    api: `1.${minor ?? 0}`,
  };
};
