import { useQuery } from '@tanstack/react-query';
import { type BackendError } from '../api/errors';
import { fetchSettings } from '../api/settings';
import { type StoredSettings } from '../domain/settings/settings';
import { keys } from './keys';

/** What Grafana stores of the app. */
export function useSettings() {
  return useQuery<StoredSettings, BackendError>({ queryKey: keys.settings, queryFn: fetchSettings });
}
