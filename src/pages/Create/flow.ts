import { type DraftField, type DraftFindings } from '../../domain/create/checkDraft';
import { type CreateDraft } from '../../domain/create/draft';
import { type Endpoint } from '../../domain/endpoint';
import { type Workspace } from '../../domain/workspace';

/** What the steps share. */
export interface Flow {
  workspace: Workspace;
  /** Undefined where the workspace's endpoints couldn't be listed. */
  endpoints: readonly Endpoint[] | undefined;
  /** Names of the endpoints. */
  existing: readonly string[];
  draft: CreateDraft;
  findings: DraftFindings;
  change: (to: (draft: CreateDraft) => CreateDraft) => void;
  /** Fills in what was found out meanwhile; that alone is no reason to keep the draft. */
  complete: (to: (draft: CreateDraft) => CreateDraft) => void;
  /** The error of a field, once it is time to tell it. */
  errorOf: (field: DraftField) => string | undefined;
  /** The warning of a field. */
  warningOf: (field: DraftField) => string | undefined;
  /** The user has left the field. */
  touch: (field: DraftField) => void;
}
