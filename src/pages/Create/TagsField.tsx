import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Stack, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { TagRows } from '../../components/TagRows';
import { checkTags } from '../../domain/create/tags';
import { type Flow } from './flow';

/** The endpoint's tags, one a row. */
export function TagsField({ flow: { draft, change, errorOf } }: { flow: Flow }) {
  const styles = useStyles2(getStyles);
  return (
    <fieldset data-field="tags" className={styles.group}>
      <legend className={styles.legend}>Tags</legend>
      <Stack direction="column" gap={1}>
        <Text color="secondary" variant="bodySmall">
          Optional. You can change tags later.
        </Text>
        <TagRows
          tags={draft.tags}
          problems={checkTags(draft.tags)}
          tell={errorOf('tags') !== undefined}
          onChange={(tags) => change((before) => ({ ...before, tags }))}
        />
      </Stack>
    </fieldset>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  group: css({ border: 0, margin: 0, padding: 0, minWidth: 0 }),
  legend: css({
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    marginBottom: theme.spacing(0.5),
  }),
});
