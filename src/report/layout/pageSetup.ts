import type { PrintSetup } from '../../workbook';

export interface Page {
  readonly orientation: PrintSetup['orientation'];
  /** 0-based row repeated on every page. */
  readonly headerRow?: number;
  /** Printed below, so that a sheet of paper can be matched with the answers it came from. */
  readonly checkCode?: string;
  /** Stands beside the check code. */
  readonly note?: string;
}

/** How our sheets are printed: the sheet's name at the top right; check code and page of pages below. */
export const pageSetup = ({ orientation, headerRow, checkCode, note }: Page): PrintSetup => ({
  orientation,
  ...(headerRow === undefined ? {} : { titleRows: { first: headerRow, last: headerRow } }),
  header: '&R&A',
  footer: `${checkCode === undefined ? '' : `&L検算コード ${checkCode}`}${note === undefined ? '' : `　${note}`}&R&P / &N`,
});
