import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Field, IconButton, Input, useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef } from 'react';
import { type TagInput } from '../domain/create/tags';

interface Props {
  tags: TagInput[];
  /** One message per row, '' where it is fine. */
  problems: string[];
  /** It is time to tell them. */
  tell: boolean;
  onChange: (tags: TagInput[]) => void;
}

/** Tags as rows of name and value. A row that is wrong has `data-wrong`, so that a form can lead there. */
export function TagRows({ tags, problems, tell, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const rows = useRef<HTMLDivElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (added.current) {
      added.current = false;
      rows.current?.querySelector<HTMLElement>('[role="group"]:last-of-type input')?.focus();
    }
  }, [tags.length]);
  const change = (row: number, part: Partial<TagInput>) =>
    onChange(tags.map((tag, i) => (i === row ? { ...tag, ...part } : tag)));
  const addRow = () => {
    added.current = true;
    onChange([...tags, { name: '', value: '' }]);
  };
  const remove = (row: number) => {
    onChange(tags.filter((_, i) => i !== row));
    add.current?.focus();
  };
  return (
    <div className={styles.rows}>
      <div className={styles.tags} ref={rows}>
        {tags.map((tag, row) => (
          <div
            key={row}
            role="group"
            aria-label={`Tag ${row + 1}`}
            data-wrong={problems[row] ? '' : undefined}
            className={styles.row}
          >
            <Field invalid={tell && Boolean(problems[row])} error={tell && problems[row]} noMargin>
              <Input
                aria-label={`Name of tag ${row + 1}`}
                placeholder="Name"
                value={tag.name}
                onChange={(event) => change(row, { name: event.currentTarget.value })}
              />
            </Field>
            <Input
              aria-label={`Value of tag ${row + 1}`}
              placeholder="Value (optional)"
              value={tag.value}
              onChange={(event) => change(row, { value: event.currentTarget.value })}
            />
            <IconButton
              className={styles.remove}
              name="trash-alt"
              tooltip={`Remove tag ${tag.name || row + 1}`}
              onClick={() => remove(row)}
            />
          </div>
        ))}
      </div>
      <div>
        <Button ref={add} type="button" icon="plus" size="sm" variant="secondary" onClick={addRow}>
          Add tag
        </Button>
      </div>
    </div>
  );
}

/** Leads to the first tag that is wrong; does nothing where all are fine. */
export function focusWrongTag(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('[data-wrong] input')?.focus();
}

const getStyles = (theme: GrafanaTheme2) => ({
  rows: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  tags: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), '&:empty': { display: 'none' } }),
  row: css({ display: 'grid', gridTemplateColumns: '1fr 1fr auto', gap: theme.spacing(1), alignItems: 'start' }),
  remove: css({ marginTop: theme.spacing(1) }),
});
