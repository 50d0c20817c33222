import { registeredMunicipalities } from '../answers';
import type { NationalFigures } from '../schemes';

/** How many municipalities are ranked in a year: as published, else as many as the code list has. */
export const municipalitiesIn = (national: NationalFigures | undefined): number =>
  national?.municipalities ?? registeredMunicipalities().length;
