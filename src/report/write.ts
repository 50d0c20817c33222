import { municipalitiesOf, type Results } from '../evaluation';
import { problem, type Problem } from '../problems';
import { markerPrefix, mostLinks, ownedSheets, withFewerLinks, type DefinedName, type SheetModel } from '../workbook';
import { alwaysWritten, reports, type Report, type ReportKind, type SingleReport } from './registry';
import { resultPlaces, resultSheets } from './resultSheets';

/** Sheets in the order of their tabs, and what is to be said of writing them; 要確認 among them says it too. */
export interface SheetsToWrite {
  readonly sheets: readonly SheetModel[];
  readonly problems: readonly Problem[];
}

/**
 * What every face writes for `wanted`, in the order a reader wants: 概況 first, what is for machines last. `names` are those of the workbook it is written into; what stays behind there, and what papers leave out, is told in 要確認.
 */
export const sheetsToWrite = (
  results: Results,
  wanted: ReadonlySet<ReportKind>,
  names: readonly DefinedName[],
): SheetsToWrite => {
  const made = all.filter(({ kind }) => !alwaysWritten.has(kind) && (wanted.has('all') || wanted.has(kind)));
  const models = sheetsOf(results, made);
  const told = [...leftBehind(names, models), ...gapsIn(results, made)];
  const written = inOrder([...models, ...resultsTelling(results, told, models)]).map((model) => withFewerLinks(model));
  const cut = written.filter(({ leftOut }) => leftOut > 0).map(({ model, leftOut }) => linksLeftOut(model, leftOut));
  if (cut.length === 0) return { sheets: written.map(({ model }) => model), problems: told };
  const problems = [...told, ...cut];
  const sheets = inOrder([...models, ...resultsTelling(results, problems, models)]).map(
    (model) => withFewerLinks(model).model,
  );
  return { sheets, problems };
};

const all: readonly Report<SingleReport>[] = reports;

const inOrder = (sheets: readonly SheetModel[]): readonly SheetModel[] =>
  sheets.toSorted((one, other) => placeOf(one) - placeOf(other));

const placeOf = ({ marker }: SheetModel): number => {
  const place = resultPlaces.get(marker) ?? all.find((report) => report.marker.test(marker))?.place;
  if (place === undefined) throw new RangeError(`placeOf: ${marker} has no place among the tabs`);
  return place;
};

const linksLeftOut = ({ name }: SheetModel, count: number): Problem =>
  problem('links-left-out', { found: name, expected: mostLinks.toLocaleString('en-US') }, { count });

/** What papers of the edition 配布用 leave out since nobody entered it: one line for each paper. */
const gapsIn = (results: Results, made: readonly Report[]): readonly Problem[] =>
  made.flatMap(({ kind, tab, gaps }) => {
    const missing = keptGaps(results, kind, () => gaps(results));
    return missing.length === 0
      ? []
      : [
          problem(
            'paper-lines-left-out',
            { found: [...new Set(missing)].join('／') },
            { name: tab, count: missing.length },
          ),
        ];
  });

/** The sheets of a report, made once for each results; none where it says nothing about them. */
export const reportSheets = (results: Results, kind: ReportKind): readonly SheetModel[] =>
  sheetsOf(
    results,
    kind === 'all' ? all.toSorted((one, other) => one.place - other.place) : all.filter((of) => of.kind === kind),
  );

/** The sheets of reports made together, whose papers count 資料番号 up in the order of their tabs. */
const sheetsOf = (results: Results, made: readonly Report[]): readonly SheetModel[] => {
  const possible = made.filter(({ needs }) => needs(results) === undefined);
  const bearsNumber = results.money.settings?.document.number !== undefined;
  const numbered = possible.filter((report) => report.numbered === true).sort((one, other) => one.place - other.place);
  return possible.flatMap((report) => {
    // Without a number there is nothing to count up, and a paper made alone serves among others.
    const ordinal = bearsNumber ? Math.max(0, numbered.indexOf(report)) : 0;
    return keptSheets(results, `${report.kind} ${ordinal}`, () => ofResults(results, report.make(results, ordinal)));
  });
};

/** The sheets with whose figures they hold. */
const ofResults = (results: Results, sheets: readonly SheetModel[]): readonly SheetModel[] => {
  const whose = { fiscalYear: results.scheme.fiscalYear, municipalities: namedIn(results) };
  return sheets.map((sheet) => ({ ...sheet, ...whose }));
};

const namedIn = (results: Results): SheetModel['municipalities'] => {
  if (results.subject === 'nation') return undefined;
  const { place } = results.money.settings ?? {};
  const told = results.subject === 'facts' && place?.name !== undefined ? [{ ...place, name: place.name }] : [];
  return [...told, ...municipalitiesOf(results).map(({ identity }) => identity)];
};

/** The report a sheet with this marker belongs to; undefined for a result sheet. */
export const reportOfMarker = (marker: string): SingleReport | undefined =>
  reports.find((report) => report.marker.test(marker))?.kind;

/** The reports that say something about these results. */
export const offeredReports = (results: Results): ReadonlySet<SingleReport> =>
  new Set(reports.flatMap(({ kind, needs }) => (needs(results) === undefined ? [kind] : [])));

/**
 * Says of every report in `wanted` that cannot be made of these results what it needs. Whoever asks for all of them wants
 * those there are: one line names the others, for the record.
 */
export const unmadeReports = (results: Results, wanted: ReadonlySet<ReportKind>): readonly Problem[] => {
  const unmade = reports.flatMap(({ kind, tab, needs }) => {
    const lacking = needs(results);
    return lacking === undefined ? [] : [{ kind, tab, lacking }];
  });
  const named = unmade
    .filter(({ kind }) => wanted.has(kind))
    .map(({ tab, lacking }) => problem(lacking, { found: tab }));
  const others = unmade.filter(({ kind }) => !wanted.has(kind)).map(({ tab }) => tab);
  return wanted.has('all') && others.length > 0
    ? [...named, problem('reports-left-out', { found: others.join('・') })]
    : named;
};

/**
 * The reports that stand in a workbook, found by the names on their sheets: a refresh keeps them up to date without being
 * told again. A broken marker counts as none, and so does one of a single cell, which marks a sheet that was taken back.
 */
export const standingReports = (names: readonly DefinedName[]): ReadonlySet<SingleReport> => {
  const standing = markersIn(names).filter((marker) => marksBlock(marker, names));
  return new Set(reports.flatMap(({ kind, marker }) => (standing.some((one) => marker.test(one)) ? [kind] : [])));
};

/**
 * Says which sheets of ours a write leaves with old figures: the same report stands in another shape, so it is written to
 * a sheet of its own. A paper of another year is a document of that year and not meant.
 */
const leftBehind = (names: readonly DefinedName[], models: readonly SheetModel[]): readonly Problem[] => {
  const written = new Set(models.map(({ marker }) => marker.toLowerCase()));
  return models.flatMap(({ marker, name }) => {
    const document = documentOf(marker);
    if (document === undefined) return [];
    return markersIn(names)
      .filter((other) => documentOf(other) === document && !written.has(other.toLowerCase()))
      .flatMap((other) => ownedSheets(names, { marker: other, name: '' }))
      .map(({ name: sheet }) => problem('report-left-behind', { sheet, found: sheet }, { name }));
  });
};

/** What the markers of all shapes of one document begin with: the year of a paper, nothing more of the charts. */
const documentOf = (marker: string): string | undefined =>
  reports.flatMap((report) => report.marker.exec(marker)?.[0].toLowerCase() ?? [])[0];

/** The markers of our sheets among the names of a workbook; Excel's names ignore case. */
const markersIn = (names: readonly DefinedName[]): readonly string[] =>
  names.flatMap(({ name }) =>
    name.toLowerCase().startsWith(markerPrefix.toLowerCase()) ? [name.slice(markerPrefix.length)] : [],
  );

const marksBlock = (marker: string, names: readonly DefinedName[]): boolean =>
  ownedSheets(names, { marker, name: '' }).some(
    ({ rectangle: { top, left, bottom, right } }) => bottom > top || right > left,
  );

/** The result sheets and the reports that come with them, with `problems` told among those of the results. */
const resultsTelling = (
  results: Results,
  problems: readonly Problem[],
  beside: readonly SheetModel[],
): readonly SheetModel[] => {
  const telling = problems.length === 0 ? results : { ...results, problems: [...results.problems, ...problems] };
  // 概況 counts what must be looked at; of what is only to be known it says nothing, and is not made again.
  const counted = problems.every(({ severity }) => severity === 'info') ? results : telling;
  const coming = [...alwaysWritten].flatMap((kind) => reportSheets(counted, kind));
  const key = `results ${JSON.stringify(problems)} ${beside.map(({ marker }) => marker).join()}`;
  return [
    ...coming,
    ...keptSheets(results, key, () => ofResults(results, resultSheets(telling, [...coming, ...beside]))),
  ];
};

/** Preview, write and «どこから？» ask for the same sheets of the same results, which do not change. */
const keeper = <Made extends object>() => {
  const known = new WeakMap<Results, Map<string, Made>>();
  return (results: Results, key: string, make: () => Made): Made => {
    const kept = known.get(results) ?? new Map<string, Made>();
    known.set(results, kept);
    const made = kept.get(key) ?? make();
    kept.set(key, made);
    return made;
  };
};

const keptSheets = keeper<readonly SheetModel[]>();
/** A paper is made once more to see what it lacks. */
const keptGaps = keeper<readonly string[]>();
