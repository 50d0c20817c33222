import { suitesOver } from '../../host/currentExcel';
import { ltsc2024 } from '../../host/excelProfiles';

suitesOver(ltsc2024, () => {
  for (const suite of ['actions', 'charts', 'contract', 'read', 'readChanged', 'selectedCell', 'write'])
    jest.requireActual(`./${suite}.test`);
});
