import { readAddress } from '../address/address';
import { type DataSource } from '../address/dataSource';
import { type HealthSubject } from '../health/healthRule';
import { sortHealth } from '../health/sortHealth';
import { type CheckFacts, type StepResult } from './checkStep';

/** The last step: the data source's own health check, from where it counts. */
export function checkHealth({ dataSource, health, insideManagedNetwork }: CheckFacts): StepResult {
  if (!dataSource) {
    return { outcome: 'unknown', finding: 'There is no data source to test.', next: '' };
  }
  if (!health) {
    return { outcome: 'running', finding: 'The health check is running.', next: '' };
  }
  if (health.status === 'missing') {
    const { meaning, next, category } = sortHealth(health, subjectOf(dataSource));
    return { outcome: 'unknown', finding: meaning, next, category, raw: health.raw };
  }
  if (!insideManagedNetwork) {
    return {
      outcome: 'unknown',
      finding: `This Grafana is outside the managed network of the workspace, so its health check doesn’t test the private endpoint. Result: ${health.message || health.status}`,
      next: "Test the data source in the workspace's Grafana instead.",
      raw: health.raw,
    };
  }
  if (health.status === 'ok') {
    return { outcome: 'ok', finding: health.message || 'Test successful', next: '', raw: health.raw };
  }
  if (health.status === 'unknown') {
    return {
      outcome: 'unknown',
      finding: health.message || 'The health check returned no result.',
      next: 'Try a query in Explore.',
      raw: health.raw,
    };
  }
  const { meaning, next, category } = sortHealth(health, subjectOf(dataSource));
  return { outcome: 'failed', finding: meaning, next, category, raw: health.raw };
}

function subjectOf(dataSource: DataSource): HealthSubject {
  const host = readAddress(dataSource)?.host;
  return { type: dataSource.type, hosts: host ? [host.toLowerCase()] : [] };
}
