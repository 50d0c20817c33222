import { suitesOver } from '../../host/currentExcel';
import { web } from '../../host/excelProfiles';

suitesOver(web, () => {
  for (const suite of ['actions', 'charts', 'contract', 'read', 'readChanged', 'selectedCell', 'write'])
    jest.requireActual(`./${suite}.test`);
});
