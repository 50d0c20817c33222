import { suitesOver } from '../../host/currentExcel';
import { m365 } from '../../host/excelProfiles';

suitesOver(m365, () => {
  for (const suite of ['actions', 'charts', 'contract', 'read', 'readChanged', 'selectedCell', 'write'])
    jest.requireActual(`./${suite}.test`);
});
