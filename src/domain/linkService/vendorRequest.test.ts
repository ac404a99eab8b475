import { vendors } from '../catalogue/linkServices';
import { vendorRequest } from './vendorRequest';

const workspace = { name: 'contoso-grafana', location: 'westeurope' };

it.each(vendors.map(({ key, title }) => [title, key] as const))(
  'asks %s for what their procedure doesn’t give',
  (title, key) => {
    const text = vendorRequest({ vendor: key }, workspace, 'Kim asks. MPE-7K3M-X9QT');
    expect(text).toContain(`our ${title} service`);
    expect(text).toContain('contoso-grafana, westeurope');
    expect(text).toContain('resource ID of your private link service');
    expect(text).toContain('Its description contains MPE-7K3M-X9QT.');
    expect(text).toMatch(/^Hello,\n\n.*\n\n1\. .*\n2\. .*\n3\. .*\n4\. .*\n$/);
  }
);

it('asks any vendor, without a code where there is none', () => {
  const text = vendorRequest({ vendor: '' }, { ...workspace, name: 'a\nb' }, 'please');
  expect(text).toContain('to your service with a managed private endpoint');
  expect(text).not.toContain('MPE-');
  expect(text).not.toContain('a\nb');
});
