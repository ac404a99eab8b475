import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import {
  changeSourceView,
  sourceViewFromQuery,
  sourceViewToQuery,
  type SourceView,
} from '../../domain/dataSourceList/view';

/** The list's view, kept in the URL; typing replaces the history entry instead of adding one per letter. */
export function useSourceView(): [SourceView, (change: Partial<SourceView>) => void] {
  const { search } = useLocation();
  const navigate = useNavigate();
  const view = useMemo(() => sourceViewFromQuery(search), [search]);
  const change = useCallback(
    (what: Partial<SourceView>) =>
      navigate({ search: sourceViewToQuery(changeSourceView(view, what)) }, { replace: what.search !== undefined }),
    [navigate, view]
  );
  return [view, change];
}
