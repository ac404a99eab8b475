import { Badge, type BadgeColor, type IconName } from '@grafana/ui';
import React from 'react';
import { type DataSourceWay, wayTitles } from '../domain/advice/dataSourceWay';

const looks: Record<DataSourceWay, { color: BadgeColor; icon: IconName }> = {
  overEndpoint: { color: 'green', icon: 'lock' },
  notUsable: { color: 'red', icon: 'exclamation-circle' },
  past: { color: 'orange', icon: 'unlock' },
  unknown: { color: 'purple', icon: 'question-circle' },
};

/** Which way a data source takes, with an icon: colour never stands alone. */
export function WayBadge({ way }: { way: DataSourceWay }) {
  const { color, icon } = looks[way];
  return <Badge text={wayTitles[way]} color={color} icon={icon} />;
}
