import { type IconName } from '@grafana/ui';
import { type KindKey } from '../../domain/catalogue/catalogue';

const icons: Partial<Record<KindKey, IconName>> = {
  monitorWorkspace: 'graph-bar',
  monitorScope: 'monitor',
  dataExplorer: 'table',
  databricks: 'layer-group',
  privateLinkService: 'sitemap',
};

/** An icon for each sort of resource; Microsoft's own artwork isn't Grafana's to show. */
export const kindIcon = (kind: KindKey): IconName => icons[kind] ?? 'database';
