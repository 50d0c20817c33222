/** A word of ours and the code behind it: 「検算コード AB12CD34」. */
const labelledCode = /([^\u0000-\u007F]+ )([0-9A-Z]{8})(?![0-9A-Z])/;

/**
 * A printed footer with the code of the figures now on the sheet; the rest of it is the user's. Paper that bears the code of
 * other figures would prove the wrong thing.
 */
export const refreshedFooter = (standing: string, wanted: string | undefined): string => {
  const [, label, code] = labelledCode.exec(wanted ?? '') ?? [];
  if (label === undefined || code === undefined) return standing;
  const start = standing.indexOf(label);
  if (start < 0) return standing;
  const end = start + label.length;
  return /^[0-9A-Z]{8}(?![0-9A-Z])/.test(standing.slice(end))
    ? standing.slice(0, end) + code + standing.slice(end + code.length)
    : standing;
};

/** True for a footer that {@link refreshedFooter} would bring up to date. */
export const carriesCode = (footer: string | undefined): footer is string => labelledCode.test(footer ?? '');
