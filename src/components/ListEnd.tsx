import { Button, EmptyState, Pagination, Stack, Text } from '@grafana/ui';
import React, { memo, useCallback, useEffect, useRef } from 'react';

/** Its many buttons would be drawn again with each letter of a search. */
const Pager = memo(Pagination);

interface Props {
  /** What a search found of a list: the page that is shown of it, and the counts. */
  list: { rows: readonly unknown[]; page: number; pages: number; matched: number; total: number };
  pageSize: number;
  /** What is told when nothing matches, for lists that can be searched. */
  noMatch?: string;
  onClear?: () => void;
  onPage: (page: number) => void;
}

/** What stands below a table: which rows these are and the pager, or the way back when nothing matches. */
export function ListEnd({ list, pageSize, noMatch, onClear, onPage }: Props) {
  const latest = useRef(onPage);
  useEffect(() => {
    latest.current = onPage;
  });
  const turn = useCallback((page: number) => latest.current(page), []);
  if (list.matched === 0) {
    return (
      <EmptyState
        variant="not-found"
        message={noMatch ?? ''}
        button={
          <Button variant="secondary" onClick={onClear}>
            Clear search and filters
          </Button>
        }
      />
    );
  }
  const first = (list.page - 1) * pageSize + 1;
  return (
    <Stack direction="row" wrap="wrap" justifyContent="space-between" alignItems="center">
      <span role="status">
        <Text color="secondary" variant="bodySmall">
          {countText(first, list.rows.length, list.matched, list.total)}
        </Text>
      </span>
      <Pager currentPage={list.page} numberOfPages={list.pages} hideWhenSinglePage onNavigate={turn} />
    </Stack>
  );
}

function countText(first: number, shown: number, matched: number, total: number): string {
  const number = (n: number) => n.toLocaleString('en-US');
  const range = `${number(first)}–${number(first + shown - 1)} of ${number(matched)}`;
  return matched === total ? range : `${range} that match, ${number(total)} in all`;
}
