import { screen, within } from '@testing-library/react';
import { aksDraft, loadBalancerDraft } from '../../test/arbitrary/linkServiceDraft';
import { keepDraft, renderCreate } from '../../test/renderCreate';
import { emptyLinkService, expectedId, type LinkServiceDraft } from '../../domain/linkService/linkServiceDraft';

const radio = (name: RegExp) => screen.getByRole('radio', { name });
const field = (name: RegExp) => screen.getByRole('textbox', { name });
const use = () => screen.getByRole('button', { name: 'Use this private link service' });
const code = () => within(screen.getByRole('region', { name: 'Deploy with code' }));
const facts = () => within(screen.getByRole('region', { name: 'Before you start' }));
const none = { name: 'I have no private link service yet' };

/** Opens the step with what an earlier visit entered. */
const open = (linkService: Partial<LinkServiceDraft> = {}, target = '') => {
  keepDraft({
    kind: 'privateLinkService',
    target,
    subResource: '',
    linkService: { ...emptyLinkService, ...linkService },
  });
  return renderCreate('/new/link-service');
};

it('is one quiet button, for private link services only', async () => {
  const { user, path } = await renderCreate('/new/target');
  expect(screen.queryByRole('button', none)).not.toBeInTheDocument();
  await user.click(radio(/^Azure SQL server/));
  expect(screen.queryByRole('button', none)).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Change resource type' }));
  await user.click(radio(/^Private link service/));
  await user.click(screen.getByRole('button', none));
  expect(path()).toBe('/new/link-service');
  expect(screen.getByRole('heading', { name: 'Get a private link service' })).toHaveFocus();
  expect(facts().getByText(/Select where the data source runs/)).toBeVisible();
});

it.each([{ kind: 'sqlServer' as const }, { kind: '' as const }])(
  'with %j the URL leads to the target',
  async (draft) => {
    keepDraft(draft);
    const { path } = await renderCreate('/new/link-service');
    expect(path()).toBe('/new/target');
  }
);

it('asks first where the data source runs', async () => {
  const { user } = await open();
  await user.click(use());
  expect(screen.getByText('Select where the data source runs.')).toBeVisible();
  expect(radio(/^AKS/)).toHaveFocus();
});

it('says what is missing, and leads there', async () => {
  const { user, path } = await open({ ...aksDraft, name: 'Prometheus', port: '' });
  expect(code().getByText(/Complete the fields/)).toBeVisible();
  await user.click(use());
  expect(path()).toBe('/new/link-service');
  expect(screen.getByText(/Kubernetes allows no capital letters/)).toBeVisible();
  expect(screen.getByText('Enter a port from 1 to 65535.')).toBeVisible();
  expect(field(/^Name Of/)).toHaveFocus();
});

it('writes the manifest, and carries on what was entered into the endpoint', async () => {
  const { user, path } = await open({ ...aksDraft, domainName: '' });
  await user.type(field(/^Domain name/), 'https://prom.shop.contoso.com:9090');
  expect(code().getByText(/azure-pls-fqdns: "prom.shop.contoso.com"/)).toBeVisible();
  expect(code().getByText(/kubernetes.io\/azure-pls-name: "prometheus-private"/)).toBeVisible();
  expect(code().getByRole('button', { name: `Copy resource ID ${expectedId(aksDraft)}` })).toBeVisible();
  await user.click(use());
  expect(path()).toBe('/new/target');
  expect(screen.getByRole('textbox', { name: /resource ID/i })).toHaveValue(expectedId(aksDraft));
  await user.click(screen.getByRole('button', { name: 'Next: details' }));
  expect(field(/^Domain name/)).toHaveValue('prom.shop.contoso.com');
});

it('tells per place what is needed and what fails, with its sources', async () => {
  const { user } = await open({ place: 'aks' });
  expect(facts().getByText(/externalTrafficPolicy "Local"/)).toBeVisible();
  await user.click(radio(/^VM or scale set/));
  expect(facts().queryByText(/externalTrafficPolicy "Local"/)).not.toBeInTheDocument();
  expect(facts().getByText(/backend pool must be configured by network interface/)).toBeVisible();
  await user.click(facts().getByRole('button', { name: 'Sources' }));
  expect(facts().getByRole('link', { name: /What is Azure Private Link service/ })).toHaveAttribute(
    'href',
    'https://learn.microsoft.com/azure/private-link/private-link-service-overview'
  );
});

it('writes three languages for a load balancer', async () => {
  const { user } = await open(loadBalancerDraft);
  expect(code().getByText(/az network private-link-service create/)).toBeVisible();
  await user.click(code().getByRole('tab', { name: 'Terraform' }));
  expect(code().getByText(/azurerm_private_link_service/)).toBeVisible();
});

describe('a vendor’s alias', () => {
  const alias = 'production-westus3-0-0.63c890a9-4d32-48cc-a08c-8cd92dfb1ad3.westus3.azure.privatelinkservice';

  it('is recognized in the search, too', async () => {
    const { user } = await renderCreate('/new/target');
    await user.click(radio(/^Private link service/));
    await user.click(await screen.findByRole('textbox', { name: 'Search resources' }));
    await user.paste(alias);
    expect(
      await screen.findByText(/^This is the alias of the private link service production-westus3-0-0/)
    ).toBeVisible();
  });

  it('is recognized whatever the resource type, and leads to what to ask the vendor for', async () => {
    const { user, path } = await renderCreate('/new/target');
    await user.click(screen.getByRole('textbox', { name: /resource ID/i }));
    await user.paste(alias);
    await user.click(screen.getByRole('button', { name: 'What to ask the vendor for' }));
    expect(path()).toBe('/new/link-service');
    expect(radio(/^A vendor/)).toBeChecked();
    await user.click(radio(/^ClickHouse Cloud/));
    expect(screen.getByText(/in the allow list of the organization/)).toBeVisible();
    expect(screen.getByText(/our ClickHouse Cloud service/)).toHaveTextContent(/contains MPE-/);
    await user.type(field(/^Domain name/), 'x.westus3.privatelink.azure.clickhouse.cloud');
    await user.click(screen.getByRole('button', { name: 'Next: resource ID' }));
    expect(path()).toBe('/new/target');
    expect(radio(/^Private link service/)).toBeChecked();
  });
});
