import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The file of alert rules, as the build takes it in. */
export default readFileSync(
  path.join(__dirname, '../../docs/monitoring/alerting/azure-private-endpoints.yaml'),
  'utf8'
);
