import { kindExcel, type ExcelProfile } from './excelProfiles';

let current = kindExcel;

/** The Excel of tests that name none: the kindest, unless a suite is run over another. */
export const currentExcel = (): ExcelProfile => current;

/** Runs suites over one Excel: each is loaded anew, by `load`, and finds this one where it names none. */
export const suitesOver = (excel: ExcelProfile, load: () => unknown): void => {
  describe(excel.name, () => {
    jest.isolateModules(() => {
      jest.requireActual<{ readonly useExcel: typeof useExcel }>('./currentExcel').useExcel(excel);
      load();
    });
  });
};

/** For {@link suitesOver}. */
export const useExcel = (excel: ExcelProfile): void => {
  current = excel;
};
