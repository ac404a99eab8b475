import { sampleWorkspaceId as workspaceId } from '../testing/sampleEndpoint';
import { isSetUp, isSetUpAsStored } from './isSetUp';
import { type UnreadableSetting } from './settings';

const azureCredentials = { authType: 'msi' as const };
const none: UnreadableSetting[] = [];

it.each([
  [false, {}, none],
  [false, { azureCredentials }, none],
  [false, { workspaceId }, none],
  [false, { azureCredentials, workspaceId: ' ' }, none],
  [true, { azureCredentials, workspaceId }, none],
  [true, { workspaceId }, ['azureCredentials' as const]],
  [true, { azureCredentials }, ['workspaceId' as const]],
  [false, {}, ['azureCredentials' as const]],
])('says %s of %j, %j unreadable', (expected, jsonData, unreadable) => {
  expect(isSetUp({ jsonData, unreadable })).toBe(expected);
});

it.each([
  [true, { azureCredentials, workspaceId }],
  [true, { azureCredentials: { authType: 'of a newer version' }, workspaceId }],
  [false, { azureCredentials }],
  [false, { azureCredentials, workspaceId: ' ' }],
  [false, null],
  [false, undefined],
])('says %s of %j as it is stored', (expected, jsonData) => {
  expect(isSetUpAsStored(jsonData)).toBe(expected);
});
