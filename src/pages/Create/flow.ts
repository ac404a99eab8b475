import { useController } from 'react-hook-form';
import { afterPress } from '../../components/focus';
import { type Problems, problemText, stops } from '../../domain/checked';
import { type DraftField } from '../../domain/create/checkDraft';
import { type CreateDraft } from '../../domain/create/draft';
import { type EndpointWish } from '../../domain/create/forDataSource';
import { type Endpoint } from '../../domain/endpoint';
import { type Workspace } from '../../domain/workspace';

/** What the steps share, besides the form. */
export interface Flow {
  workspace: Workspace;
  /** Undefined where the workspace's endpoints couldn't be listed. */
  endpoints: readonly Endpoint[] | undefined;
  /** What the data source needs that is to be made private. */
  wish: EndpointWish | undefined;
  /** Names of the endpoints. */
  existing: readonly string[];
  draft: CreateDraft;
  problems: Problems<DraftField>;
  /** Changes several fields at once. */
  change: (to: (draft: CreateDraft) => CreateDraft) => void;
  /** Opens the way to a private link service for who has none. */
  makeLinkService: () => void;
}

/** A field of the draft. Its error is told after it was left, or the step was to be left; a warning is told at once. */
export function useDraftField<Name extends DraftField>(name: Name, { problems }: Flow) {
  const { field, fieldState } = useController<CreateDraft, Name>({ name });
  const problem = problems[name];
  return {
    field: { ...field, onBlur: () => afterPress(field.onBlur) },
    error: fieldState.isTouched && stops(problem) ? problemText(problem) : undefined,
    warning: problem?.isWarning ? problem.message : undefined,
  };
}
