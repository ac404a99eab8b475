import { approvalApi } from './approvalApi';
import { catalogue } from './catalogue';

it.each(catalogue.map((kind) => kind.key))('%s can be approved', (key) => {
  expect(approvalApi(key).apiVersion).toMatch(/^20\d\d-\d\d-\d\d$/);
});
