export type { BlockPoints, MunicipalityResult, Results, SourceFile } from './results';
