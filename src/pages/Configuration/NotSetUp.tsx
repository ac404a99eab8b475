import { locationUtil } from '@grafana/data';
import { Button, EmptyState } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { LinkButton } from '../../components/links';
import { queries } from '../../data/queries';
import { useSaveSettings } from '../../data/workspace';
import { setupPath } from '../../paths';

/** On the plugin's page, for an app that nobody has set up: the way to the three steps. */
export function NotSetUp() {
  const { data: settings } = useQuery(queries.settings);
  const enable = useSaveSettings({ loadsAnew: true });
  const enableAndSetUp = async () => {
    try {
      await enable.mutateAsync({ jsonData: {}, secrets: {}, removeExposed: false });
    } catch {
      return; // shown below, from the mutation's state
    }
    // Grafana knows of an app that was enabled since only after its page was loaded anew.
    window.location.assign(locationUtil.assureBaseUrl(setupPath()));
  };
  return (
    <>
      {enable.error && <FailureAlert title="Couldn’t enable the app" failure={enable.error.failure} />}
      <EmptyState
        variant="call-to-action"
        message="Private endpoints aren’t set up yet"
        button={
          settings?.enabled === false ? (
            <Button onClick={() => !enable.isPending && void enableAndSetUp()} aria-busy={enable.isPending}>
              Enable and set up
            </Button>
          ) : (
            <LinkButton href={setupPath()}>Set up</LinkButton>
          )
        }
      >
        In three steps, you give this plugin an identity of its own, assign a role to it, and select the workspace.
      </EmptyState>
    </>
  );
}
