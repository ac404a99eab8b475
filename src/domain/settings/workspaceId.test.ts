import { sampleWorkspaceId } from '../testing/sampleEndpoint';
import { readWorkspaceId } from './workspaceId';

const problem = (text: string) => {
  const read = readWorkspaceId(text);
  return read.ok ? '' : read.problem.message;
};

it.each([
  sampleWorkspaceId,
  `  ${sampleWorkspaceId}/ `,
  `https://portal.azure.com/#@contoso.com/resource${sampleWorkspaceId}/overview`,
])('reads %s', (text) => {
  expect(readWorkspaceId(text)).toEqual({ ok: true, value: sampleWorkspaceId });
});

it('reads any casing', () => {
  const read = readWorkspaceId(sampleWorkspaceId.toUpperCase());
  expect(read.ok && read.value.toLowerCase()).toBe(sampleWorkspaceId.toLowerCase());
});

it('names what is missing or wrong', () => {
  expect(problem('')).toBe('The workspace is missing.');
  expect(problem(' ')).toBe('The workspace is missing.');
  expect(problem(sampleWorkspaceId.replace('Microsoft.Dashboard/grafana', 'Microsoft.Sql/servers'))).toBe(
    'This resource ID belongs to a Microsoft.Sql/servers, not to a workspace.'
  );
  expect(problem('contoso-grafana')).not.toBe('');
});
