import { css } from '@emotion/css';
import { type PluginMeta } from '@grafana/data';
import { Box, Stack, Text } from '@grafana/ui';
import React from 'react';

/** What takes 250 px of width beside a plugin's tabs, but not on narrow screens (Grafana 12.4, PluginDetailsPage.tsx). */
export function PluginPanel({ info, dependencies }: PluginMeta) {
  const facts = [
    ['Installed Version', info.version],
    ['From', info.author.name],
    ['Dependencies', dependencies?.grafanaDependency && `Grafana ${dependencies.grafanaDependency}`],
    ['Signature', 'Unsigned'],
  ];
  return (
    <div className={panel}>
      <Box borderRadius="lg" padding={2} borderColor="medium" borderStyle="solid">
        <Stack direction="column" gap={2}>
          {facts.map(([label, value]) => (
            <Stack key={label} direction="column" gap={0.5}>
              <Text color="secondary">{label}:</Text>
              {value}
            </Stack>
          ))}
        </Stack>
      </Box>
    </div>
  );
}

const panel = css({
  flex: 'none',
  width: 250,
  overflowWrap: 'anywhere',
  '@media (max-width: 600px)': { display: 'none' },
});
