import { css } from '@emotion/css';
import { type DataFrame, LoadingState, type TimeRange } from '@grafana/data';
import { Icon, PanelChrome, Text, Tooltip } from '@grafana/ui';
import React, { useCallback, useState } from 'react';

import { type Dashboard, type Panel } from './model';
import { StatPanel } from './StatPanel';
import { TablePanel } from './TablePanel';
import { TimePanel } from './TimePanel';
import { useQueries } from './useQueries';

// Grafana's grid (public/app/core/constants.ts), and the width below which it puts panels one below the other.
const columns = 24;
const cell = 30;
const gap = 8;
const narrow = 769;

interface Props {
  dashboard: Dashboard;
  uid: string;
  range: TimeRange;
  version: string;
}

/** What each kind of panel gets. */
export interface PanelProps {
  panel: Panel;
  frames: DataFrame[];
  annotations: DataFrame[];
  range: TimeRange;
  width: number;
  height: number;
}

const kinds = { stat: StatPanel, table: TablePanel, timeseries: TimePanel };

/** The panels of a dashboard where its JSON puts them. */
export function PanelGrid({ dashboard, uid, range, version }: Props) {
  const [width, setWidth] = useState(0);
  const measure = useCallback((element: HTMLDivElement | null) => {
    if (element) {
      new ResizeObserver(() => setWidth(element.clientWidth)).observe(element);
    }
  }, []);
  const asked = dashboard.annotations.list.flatMap(({ enable, target }) => (enable && target ? [target] : []));
  const annotations = useQueries(uid, asked, range, version).frames;
  return (
    <div ref={measure} className={grid}>
      {width > 0 &&
        dashboard.panels.map((panel) => {
          const { x, y, w, h } = panel.gridPos;
          const isNarrow = width < narrow;
          const place = isNarrow ? undefined : { gridColumn: `${x + 1} / span ${w}`, gridRow: `${y + 1} / span ${h}` };
          return (
            <div key={panel.id} style={place}>
              <OnePanel
                {...{ panel, uid, range, version, annotations }}
                width={isNarrow ? width : Math.floor(((width + gap) * w) / columns) - gap}
                height={h * (cell + gap) - gap}
              />
            </div>
          );
        })}
    </div>
  );
}

const grid = css({
  display: 'grid',
  gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
  gridAutoRows: cell,
  gap,
  [`@media (max-width: ${narrow}px)`]: { gridTemplateColumns: 'minmax(0, 1fr)', gridAutoRows: 'auto' },
});

type OneProps = Omit<PanelProps, 'frames'> & { uid: string; version: string };

function OnePanel({ panel, uid, range, version, annotations, width, height }: OneProps) {
  const { state, frames, error } = useQueries(uid, panel.targets, range, version, panel.transformations);
  const Kind = kinds[panel.type];
  const notices = frames.flatMap(({ meta }) => meta?.notices ?? []).map(({ text }) => text);
  return (
    <PanelChrome
      {...{ width, height, title: panel.title, description: panel.description, statusMessage: error }}
      loadingState={state === LoadingState.Loading ? state : undefined}
      padding={panel.type === 'table' ? 'none' : 'md'}
      titleItems={
        notices.length > 0 && (
          <Tooltip content={notices.join(' ')}>
            <Icon name="exclamation-triangle" tabIndex={0} aria-label={notices.join(' ')} />
          </Tooltip>
        )
      }
    >
      {(innerWidth: number, innerHeight: number) => {
        if (error) {
          return <Text color="error">{error}</Text>;
        }
        return frames.length > 0 ? (
          <Kind {...{ panel, frames, annotations, range }} width={innerWidth} height={innerHeight} />
        ) : null;
      }}
    </PanelChrome>
  );
}
