import { type DataFrame } from '@grafana/data';
import { LegendDisplayMode, TimeSeries, type UPlotConfigBuilder, useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';

import { configured } from './fieldConfig';
import { type PanelProps } from './PanelGrid';

/** A panel of type timeseries, with the annotations as lines. */
export function TimePanel({ panel, frames, annotations, width, height, range }: PanelProps) {
  const theme = useTheme2();
  const data = useMemo(() => configured(panel, frames, theme), [panel, frames, theme]);
  const color = theme.visualization.getColorByName('purple');
  return (
    <TimeSeries
      {...{ frames: data, width, height, timeRange: range, timeZone: 'browser' }}
      legend={{ displayMode: LegendDisplayMode.Hidden, placement: 'bottom', calcs: [], showLegend: false }}
    >
      {(builder: UPlotConfigBuilder) => {
        drawLines(builder, annotations, color);
        return null;
      }}
    </TimeSeries>
  );
}

const drawn = new WeakSet<UPlotConfigBuilder>();

function drawLines(builder: UPlotConfigBuilder, annotations: DataFrame[], color: string): void {
  if (drawn.has(builder) || annotations.length === 0) {
    return;
  }
  drawn.add(builder);
  const times = annotations.flatMap(({ fields }) => fields.find(({ name }) => name === 'time')?.values ?? []);
  builder.addHook('draw', ({ ctx, bbox, valToPos }) => {
    ctx.save();
    ctx.strokeStyle = color;
    ctx.setLineDash([5, 5]);
    for (const time of times) {
      const x = valToPos(Number(time), 'x', true);
      if (x >= bbox.left && x <= bbox.left + bbox.width) {
        ctx.beginPath();
        ctx.moveTo(x, bbox.top);
        ctx.lineTo(x, bbox.top + bbox.height);
        ctx.stroke();
      }
    }
    ctx.restore();
  });
}
