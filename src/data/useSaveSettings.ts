import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type BackendError } from '../api/errors';
import { saveSettings, type SettingsChange } from '../api/settings';
import { keys } from './keys';

/** Saves the settings; what was read under the old ones is forgotten. */
export function useSaveSettings() {
  const client = useQueryClient();
  return useMutation<void, BackendError, SettingsChange>({
    mutationFn: saveSettings,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.settings });
      // Not awaited: the save is done, and what shows these things says that it is reading.
      void client.resetQueries({ queryKey: keys.azure });
    },
  });
}
