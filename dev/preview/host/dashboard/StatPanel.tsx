import { getFieldDisplayValues } from '@grafana/data';
import { BigValue, BigValueGraphMode, BigValueJustifyMode, useTheme2 } from '@grafana/ui';
import React from 'react';

import { templateService } from '../services/templateService';
import { configured, withDefaults } from './fieldConfig';
import { type PanelProps } from './PanelGrid';

/** A panel of type stat. */
export function StatPanel({ panel, frames, width, height }: PanelProps) {
  const theme = useTheme2();
  const { reduceOptions, colorMode, textMode } = panel.options;
  const values = getFieldDisplayValues({
    ...{ theme, reduceOptions, data: configured(panel, frames, theme), fieldConfig: withDefaults(panel) },
    replaceVariables: templateService.replace,
    timeZone: 'browser',
  });
  const [value] = values;
  return value ? (
    <BigValue
      {...{ theme, width, height, colorMode, textMode, value: value.display }}
      graphMode={BigValueGraphMode.None}
      justifyMode={BigValueJustifyMode.Auto}
    />
  ) : null;
}
