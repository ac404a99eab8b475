import { useFormContext } from 'react-hook-form';
import { afterPress } from '../../components/focus';
import { readWorkspaceId } from '../../domain/settings/workspaceId';
import { type FormValues } from '../../components/signIn/formValues';

/** Puts the resource ID in place of a portal URL when the field for the workspace is left. */
export function useTidyWorkspaceId(): () => void {
  const { getValues, setValue, clearErrors } = useFormContext<FormValues>();
  return () =>
    afterPress(() => {
      const typed = getValues('workspaceId');
      const read = readWorkspaceId(typed);
      if (read.ok && read.value !== typed) {
        setValue('workspaceId', read.value, { shouldDirty: true });
        clearErrors('workspaceId');
      }
    });
}
