import { Button, Drawer, Stack, Text } from '@grafana/ui';
import React, { type FormEvent, useState } from 'react';
import { queueWrite } from '../../data/writeQueue';
import { checkTags, inputsToTags, type TagInput, tagsToInputs } from '../../domain/create/tags';
import { type Endpoint } from '../../domain/endpoint';
import { TagRows } from '../../components/TagRows';

interface Props {
  endpoint: Endpoint;
  onClose: () => void;
}

/** Changes the tags: all of them are replaced by what stands here. */
export function EditTags({ endpoint, onClose }: Props) {
  const [tags, setTags] = useState<TagInput[]>(() => tagsToInputs(endpoint.tags));
  const [tried, setTried] = useState(false);
  const filled = tags.filter(({ name, value }) => name !== '' || value !== '');
  const problems = checkTags(tags).map((problem, row) => (isEmpty(tags[row]) ? '' : problem));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (problems.some(Boolean)) {
      setTried(true);
      return;
    }
    queueWrite({ kind: 'update', name: endpoint.name, change: { tags: inputsToTags(filled) } });
    onClose();
  };

  return (
    <Drawer title={`Tags of ${endpoint.name}`} size="sm" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack direction="column" gap={2}>
          <Text element="p" color="secondary">
            Everybody who can see the endpoint in Azure sees its tags: put no secrets there.
          </Text>
          <TagRows tags={tags} problems={tried ? problems : []} onChange={setTags} />
          <Stack direction="row">
            <Button type="submit">Save tags</Button>
            <Button type="button" variant="secondary" fill="outline" onClick={onClose}>
              Cancel
            </Button>
          </Stack>
        </Stack>
      </form>
    </Drawer>
  );
}

function isEmpty(tag: TagInput | undefined): boolean {
  return !tag || (tag.name === '' && tag.value === '');
}
