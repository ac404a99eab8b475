import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { type ListOf, type ListView, viewFromQuery, viewToQuery } from '../domain/list/list';

/**
 * A list's view, kept in the URL: a reload, a shared link and Back show the same list. Typing replaces the history entry
 * instead of adding one per letter.
 */
export function useListView<Row extends { searchText: string }, Column extends string, State extends string>(
  list: ListOf<Row, Column, State>
): [ListView<Column, State>, (change: Partial<ListView<Column, State>>) => void] {
  const { search } = useLocation();
  const navigate = useNavigate();
  const view = useMemo(() => viewFromQuery(list, search), [list, search]);
  const change = useCallback(
    (what: Partial<ListView<Column, State>>) => {
      // Anything but a page change starts again at the first page.
      const next = { ...view, page: 1, ...what };
      navigate({ search: viewToQuery(list, next, search) }, { replace: what.search !== undefined });
    },
    [list, navigate, search, view]
  );
  return [view, change];
}
