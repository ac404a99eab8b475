import { aksDraft, loadBalancerDraft } from '../../test/arbitrary/linkServiceDraft';
import { problemText } from '../checked';
import { checkLinkService, type LinkServiceField } from './checkLinkService';
import { emptyLinkService, type LinkServiceDraft } from './linkServiceDraft';

const problem = (draft: LinkServiceDraft, field: LinkServiceField) => {
  const found = checkLinkService(draft)[field];
  return found && problemText(found);
};

const noLabelName = (name: string) =>
  `"${name}" isn’t a valid label name. Use at most 63 letters, digits, "-", "_" and ".", optionally after a domain and "/".`;
const noPortName =
  'Enter a port from 1 to 65535, or the name of a port of the pods. A port name has at most 15 characters: a-z, digits and hyphens.';

it('complete drafts have no problem', () => {
  expect(checkLinkService(aksDraft)).toEqual({});
  expect(checkLinkService(loadBalancerDraft)).toEqual({});
  expect(checkLinkService({ ...loadBalancerDraft, place: 'vnet' })).toEqual({});
  expect(checkLinkService({ ...emptyLinkService, place: 'vendor' })).toEqual({});
});

it('asks for the place first, and for nothing that another place needs', () => {
  expect(Object.keys(checkLinkService(emptyLinkService))).toEqual(['place']);
  expect(Object.keys(checkLinkService({ ...emptyLinkService, place: 'aks' })).sort()).toEqual(
    ['name', 'namespace', 'port', 'resourceGroup', 'selector', 'subscriptionId'].sort()
  );
  for (const place of ['loadBalancer', 'vnet'] as const) {
    expect(Object.keys(checkLinkService({ ...emptyLinkService, place })).sort()).toEqual(
      ['frontend', 'loadBalancer', 'name', 'network', 'port', 'subnet'].sort()
    );
  }
});

it.each<[LinkServiceField, string, string | undefined]>([
  ['name', '', 'Enter a name.'],
  ['name', 'Prometheus', 'Use only a-z, digits and hyphens; "P" isn’t allowed. Kubernetes allows no capital letters.'],
  ['name', 'a b', 'Use only a-z, digits and hyphens; spaces aren’t allowed.'],
  ['name', 'a.b', 'Use only a-z, digits and hyphens; "." isn’t allowed.'],
  ['name', '1a', 'Start the name with a letter.'],
  ['name', 'a-', 'A name can’t start or end with a hyphen.'],
  ['name', 'a'.repeat(64), 'A name has at most 63 characters; this one has 64.'],
  ['name', 'a'.repeat(63), undefined],
  ['namespace', '', 'Enter a namespace.'],
  ['namespace', '1a', undefined],
  ['namespace', '-a', 'A namespace can’t start or end with a hyphen.'],
  ['selector', '', 'Enter the labels of the pods. For example app.kubernetes.io/name=prometheus.'],
  ['selector', 'app', '"app" isn’t a label. For example app.kubernetes.io/name=prometheus.'],
  ['selector', '=x', '"=x" isn’t a label. For example app.kubernetes.io/name=prometheus.'],
  ['selector', 'app=a=b', '"app=a=b" isn’t a label. For example app.kubernetes.io/name=prometheus.'],
  ['selector', 'app name=x', noLabelName('app name')],
  ['selector', 'A_b/c/d=x', noLabelName('A_b/c/d')],
  ['selector', 'a_/d=x', noLabelName('a_/d')],
  [
    'selector',
    'app=-x',
    '"-x" isn’t a valid label value. Use at most 63 letters, digits, "-", "_" and ".", starting and ending with a letter or digit.',
  ],
  ['selector', 'app=x, app=y', 'The label app is there twice.'],
  ['selector', '__proto__=x', noLabelName('__proto__')],
  ['selector', 'app=', undefined],
  ['selector', 'A=b', undefined],
  ['selector', 'App=x', undefined],
  ['selector', 'kubernetes.contoso-one.com/app=x', undefined],
  ['selector', `${'a.'.repeat(126)}a/b=x`, undefined],
  ['selector', `${'a.'.repeat(126)}aa/b=x`, noLabelName(`${'a.'.repeat(126)}aa/b`)],
  ['selector', 'A_b/c=x', noLabelName('A_b/c')],
  ['selector', '/c=x', noLabelName('/c')],
  ['selector', 'constructor=x', undefined],
  ['port', '', 'Enter a port from 1 to 65535.'],
  ['port', '0', 'Enter a port from 1 to 65535.'],
  ['port', '65536', 'Enter a port from 1 to 65535.'],
  ['port', 'http', 'Enter a port from 1 to 65535.'],
  ['port', '0x50', 'Enter a port from 1 to 65535.'],
  ['port', '1e3', 'Enter a port from 1 to 65535.'],
  ['port', ' 65535 ', undefined],
  ['targetPort', 'http-web', undefined],
  ['targetPort', '9090', undefined],
  ['targetPort', 'prometheus-http', undefined],
  ['targetPort', ' ', undefined],
  ...['prometheus-https', '-http', 'http-', 'a/b', '1-2'].map((name): [LinkServiceField, string, string] => [
    'targetPort',
    name,
    noPortName,
  ]),
  ['targetPort', 'HTTP', noPortName],
  ['targetPort', 'a--b', noPortName],
  ['subnet', '', undefined],
  ['subnet', ' ', undefined],
  ['subnet', 'a b', 'Use only letters, digits, "_", "." and "-"; spaces aren’t allowed.'],
  ['subnet', 'a/b', 'Use only letters, digits, "_", "." and "-"; "/" isn’t allowed.'],
  ['subscriptionId', '', 'Enter the subscription ID.'],
  ['subscriptionId', 'x', 'Enter a GUID such as 5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25.'],
  [
    'subscriptionId',
    '0d9e8c7b-6a5f-4e3d-8c2b-1a0f9e8d7c6b/resourceGroups/y',
    'Enter a GUID such as 5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25.',
  ],
  ['resourceGroup', '', 'Enter the resource group.'],
  [
    'resourceGroup',
    'a/b',
    'This isn’t a valid resource group name. It can have up to 90 letters, digits and _ - . ( ), and can’t end with a period.',
  ],
  [
    'resourceGroup',
    'a.',
    'This isn’t a valid resource group name. It can have up to 90 letters, digits and _ - . ( ), and can’t end with a period.',
  ],
  ['domainName', ' ', undefined],
  ['domainName', '', undefined],
  ['domainName', 'contoso', 'The domain name needs at least three parts. Enter a name such as grafana.contoso.com.'],
])('AKS: %s %j', (field, value, expected) => {
  expect(problem({ ...aksDraft, [field]: value }, field)).toBe(expected);
});

it.each<[LinkServiceField, string, string | undefined]>([
  ['name', '', 'Enter the name of the private link service.'],
  ['name', 'Pls_influx.1_', undefined],
  ['name', '_pls', 'Start the name with a letter or digit, and end it with a letter, digit or "_".'],
  ['name', 'pls-', 'Start the name with a letter or digit, and end it with a letter, digit or "_".'],
  ['name', 'ä', 'Use only letters, digits, "_", "." and "-"; "ä" isn’t allowed.'],
  ['name', 'p'.repeat(80), undefined],
  ['name', 'p'.repeat(81), 'The name has at most 80 characters; this one has 81.'],
  ['frontend', '', 'Enter the name of the frontend IP configuration.'],
  ['subnet', '', 'Enter the name of the subnet.'],
  ['loadBalancer', '', 'Enter the resource ID of the load balancer.'],
  ['network', ' ', 'Enter the resource ID of the virtual network.'],
  [
    'loadBalancer',
    loadBalancerDraft.network,
    'This resource ID has the type Microsoft.Network/virtualNetworks, not Microsoft.Network/loadBalancers.',
  ],
  ['loadBalancer', loadBalancerDraft.loadBalancer.toUpperCase(), undefined],
  [
    'network',
    `${loadBalancerDraft.network}/subnets/x`,
    'This resource ID has the type Microsoft.Network/virtualNetworks/subnets, not Microsoft.Network/virtualNetworks.',
  ],
])('load balancer: %s %j', (field, value, expected) => {
  expect(problem({ ...loadBalancerDraft, [field]: value }, field)).toBe(expected);
});

it('leaves it to Azure whether a short wildcard will do', () => {
  expect(checkLinkService({ ...aksDraft, domainName: '*.contoso.com' })).toMatchObject({
    domainName: { isWarning: true },
  });
});
