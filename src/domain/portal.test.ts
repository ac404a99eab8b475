import { portalLink, portalOrigin } from './portal';

const id =
  '/subscriptions/5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25/resourceGroups/(data)/providers/Microsoft.Sql/servers/orders';
const azure = { cloud: 'AzureCloud', portal: '' };

describe('portalLink', () => {
  it('leads to the resource', () => {
    expect(portalLink(azure, id)).toBe(
      'https://portal.azure.com/#resource/subscriptions/5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25/resourceGroups/(data)/providers/Microsoft.Sql/servers/orders'
    );
    expect(portalLink(azure, id, 'networking')).toMatch(/orders\/networking$/);
    expect(portalLink(azure, id, 'a/b')).toMatch(/orders\/a%2Fb$/);
    expect(portalLink(azure, `${id}ü`)).toMatch(/orders%C3%BC$/);
  });

  it('is empty when the portal is unknown or the id is none', () => {
    expect(portalLink({ cloud: 'StandInCloud', portal: '' }, id)).toBe('');
    expect(portalLink(azure, 'nonsense')).toBe('');
  });
});

it.each([
  [{ cloud: 'X', portal: 'https://portal.example.com/a' }, 'https://portal.example.com'],
  [{ cloud: 'X', portal: 'http://portal.example.com' }, 'http://portal.example.com'],
  [{ cloud: 'X', portal: 'javascript:alert(1)' }, ''],
  [{ cloud: 'AzureCloud', portal: 'nonsense' }, ''],
  [{ cloud: 'AzureCloud', portal: '' }, 'https://portal.azure.com'],
])('portalOrigin(%j) is %j', (workspace, expected) => {
  expect(portalOrigin(workspace)).toBe(expected);
});
