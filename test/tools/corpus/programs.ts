import { runWatched } from './watchedProgram';

/** The Python that has openpyxl. */
export const python = (): string => process.env['PYTHON'] ?? 'python3';

export const office = (): string => process.env['SOFFICE'] ?? 'soffice';

/** The programs that are needed and do not start, each with what it says. */
export const missingPrograms = async (withSchemas: boolean): Promise<readonly string[]> => {
  const starts = [
    { program: office(), args: ['--version'] },
    { program: python(), args: ['-c', 'import openpyxl'] },
    ...(withSchemas ? [{ program: 'xmllint', args: ['--version'] }] : []),
  ];
  const ended = await Promise.all(starts.map((start) => runWatched({ ...start, patience: 60_000 })));
  return starts.flatMap(({ program }, at) => {
    const { whole = false, complaint = '' } = ended[at] ?? {};
    return whole ? [] : [`${program}: ${complaint.split('\n').at(-1) ?? ''}`];
  });
};
