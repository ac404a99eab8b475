import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import {
  changeListView,
  listViewFromQuery,
  listViewParams,
  listViewToQuery,
  type ListView,
} from '../../domain/list/view';

/**
 * The list's view, kept in the URL: a reload, a shared link and Back show the same list. Typing replaces the history
 * entry instead of adding one per letter.
 */
export function useListView(): [ListView, (change: Partial<ListView>) => void] {
  const { search } = useLocation();
  const navigate = useNavigate();
  const view = useMemo(() => listViewFromQuery(search), [search]);
  const change = useCallback(
    (what: Partial<ListView>) => {
      const others = new URLSearchParams(search);
      listViewParams.forEach((name) => others.delete(name));
      const query = [others.toString(), listViewToQuery(changeListView(view, what))].filter(Boolean).join('&');
      navigate({ search: query }, { replace: what.search !== undefined });
    },
    [navigate, search, view]
  );
  return [view, change];
}
