import { Button, Drawer, Stack, Text } from '@grafana/ui';
import React, { type FormEvent, useState } from 'react';
import { ChangeStatus } from '../../components/ChangeStatus';
import { useChange } from '../../data/useChange';
import { useReadAfterConflict } from '../../data/useReadAfterConflict';
import { type Change, failedTitle } from '../../domain/changes/change';
import { applyTagDifference } from '../../domain/changes/tagDifference';
import { checkTags, inputsToTags, type TagInput, tagsToInputs } from '../../domain/create/tags';
import { type Endpoint } from '../../domain/endpoint';
import { focusWrongTag, TagRows } from '../../components/TagRows';

interface Props {
  endpoint: Endpoint;
  onClose: () => void;
}

/** Changes the tags. What is sent is the difference to what was seen: others' tags stay as they are. */
export function EditTags({ endpoint, onClose }: Props) {
  const [seen, setSeen] = useState(endpoint.tags);
  const [tags, setTags] = useState<TagInput[]>(() => tagsToInputs(endpoint.tags));
  const [tried, setTried] = useState(false);
  const problems = checkTags(tags);
  const update = useChange((_, here) => here && onClose());
  const { name, createdAt } = endpoint;
  const edit = { seen, wanted: inputsToTags(tags) };
  const change: Change = { kind: 'update', name, createdAt, fields: { tags: edit } };
  useReadAfterConflict(update.failure, name, (now) => {
    setSeen(now.tags);
    setTags(tagsToInputs(applyTagDifference(now.tags, edit)));
  });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (problems.some(Boolean)) {
      setTried(true);
      focusWrongTag(event.currentTarget);
      return;
    }
    if (!update.isPending) {
      update.send(change);
    }
  };

  return (
    <Drawer title={`Tags of ${name}`} size="sm" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack direction="column" gap={2}>
          <Text element="p" color="secondary">
            Tags are visible to anyone who can view the endpoint. Don’t enter secrets.
          </Text>
          <TagRows tags={tags} problems={problems} tell={tried} onChange={setTags} />
          <ChangeStatus waiting={update.waiting} failure={update.failure} title={failedTitle(change)} />
          <Stack direction="row">
            <Button type="submit" icon={update.isPending ? 'spinner' : undefined} aria-busy={update.isPending}>
              Save tags
            </Button>
            <Button type="button" variant="secondary" fill="outline" onClick={onClose}>
              Cancel
            </Button>
          </Stack>
        </Stack>
      </form>
    </Drawer>
  );
}
