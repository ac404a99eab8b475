import { Alert, Stack, Text } from '@grafana/ui';
import React from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { LinkButton } from '../../components/links';
import { CONFIG_PATH } from '../../constants';
import { type CreateResult } from '../../data/createOnce';
import { endpointPath } from '../../paths';

interface Props {
  name: string;
  result: CreateResult;
  onLook: () => void;
}

/** What became of the request where it didn't simply work, and the way on. */
export function SubmitOutcome({ name, result, onLook }: Props) {
  switch (result.state) {
    case 'accepted':
    case 'queued':
      return null;
    case 'conflict':
    case 'refused':
      return <FailureAlert title={`${name} was not created`} failure={result.failure} settingsHref={CONFIG_PATH} />;
    case 'taken':
      return (
        <Alert severity="error" title={`Another endpoint is named ${name}`}>
          <Stack direction="column" alignItems="flex-start" gap={1.5}>
            <Text>Nothing was changed. Go back to the details and choose another name, or look at that endpoint.</Text>
            <LinkButton variant="secondary" size="sm" href={endpointPath(name)}>
              Show {name}
            </LinkButton>
          </Stack>
        </Alert>
      );
    case 'absent':
      return result.failure ? (
        <FailureAlert
          title={`The answer got lost, and ${name} is not there`}
          failure={{
            ...result.failure,
            hint: 'Create it again if you like: whether it is there is looked at first, so it can’t be created twice.',
          }}
        />
      ) : (
        <Alert severity="info" title={`${name} was not created`}>
          The answer to your last request got lost. The endpoint is not there, so you can create it now.
        </Alert>
      );
    case 'unclear':
      return (
        <FailureAlert
          title={`Whether ${name} was created is not known yet`}
          failure={{
            ...result.failure,
            hint: 'Nothing is lost. Try again to look whether it is there; nothing is sent before that is known.',
          }}
          onRetry={onLook}
        />
      );
  }
}
