import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Field, IconButton, Input, useStyles2 } from '@grafana/ui';
import React from 'react';
import { type TagInput } from '../domain/create/tags';

interface Props {
  tags: TagInput[];
  /** One message per row, '' where it is fine; shorter where nothing is to be said yet. */
  problems: string[];
  onChange: (tags: TagInput[]) => void;
}

/** Tags as rows of name and value. */
export function TagRows({ tags, problems, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const change = (row: number, part: Partial<TagInput>) =>
    onChange(tags.map((tag, i) => (i === row ? { ...tag, ...part } : tag)));
  return (
    <div className={styles.rows}>
      {tags.map((tag, row) => (
        <div key={row} role="group" aria-label={`Tag ${row + 1}`} className={styles.row}>
          <Field invalid={Boolean(problems[row])} error={problems[row]} noMargin>
            <Input
              aria-label={`Name of tag ${row + 1}`}
              placeholder="Name"
              value={tag.name}
              onChange={(event) => change(row, { name: event.currentTarget.value })}
            />
          </Field>
          <Input
            aria-label={`Value of tag ${row + 1}`}
            placeholder="Value"
            value={tag.value}
            onChange={(event) => change(row, { value: event.currentTarget.value })}
          />
          <IconButton
            className={styles.remove}
            name="trash-alt"
            tooltip={`Remove tag ${tag.name || row + 1}`}
            onClick={() => onChange(tags.filter((_, i) => i !== row))}
          />
        </div>
      ))}
      <div>
        <Button
          type="button"
          icon="plus"
          size="sm"
          variant="secondary"
          onClick={() => onChange([...tags, { name: '', value: '' }])}
        >
          Add tag
        </Button>
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  rows: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  row: css({ display: 'grid', gridTemplateColumns: '1fr 1fr auto', gap: theme.spacing(1), alignItems: 'start' }),
  remove: css({ marginTop: theme.spacing(1) }),
});
