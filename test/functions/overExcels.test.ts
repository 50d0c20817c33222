import { suitesOver } from '../host/currentExcel';
import { ltsc2024, web } from '../host/excelProfiles';

// Functions see of an Excel what an empty cell is handed over as; m365 does it as the kindest.
for (const excel of [ltsc2024, web]) suitesOver(excel, () => jest.requireActual('./functions.test'));
