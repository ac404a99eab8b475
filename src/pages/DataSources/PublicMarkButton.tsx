import { Button } from '@grafana/ui';
import React from 'react';
import { LiveWarning } from '../../components/InputNote';
import { useSetPublicMark } from '../../data/publicMarks';
import { type Place } from '../../domain/place';

interface Props {
  /** Which Grafana has it. */
  place: Place;
  uid: string;
  /** Name of the data source. */
  name: string;
  isMarked: boolean;
}

/** Says for all admins that a data source is public on purpose, or takes that back. */
export function PublicMarkButton({ place, uid, name, isMarked }: Props) {
  const { mutate, isPending, error } = useSetPublicMark();
  const label = isMarked ? 'Remove mark' : 'Mark as public';
  return (
    <>
      <Button
        size="sm"
        variant="secondary"
        fill="text"
        icon={isPending ? 'spinner' : undefined}
        aria-busy={isPending}
        aria-label={isMarked ? `Remove the mark from ${name}` : `Mark ${name} as public on purpose`}
        // Grafana's tooltip takes its time in a list of fifty.
        title={isMarked ? undefined : 'Stops recommendations for it, for all admins'}
        onClick={() => !isPending && mutate({ place, uid, isMarked: !isMarked })}
      >
        {label}
      </Button>
      <LiveWarning text={error ? `The mark wasn’t saved. ${error.failure.message}` : undefined} />
    </>
  );
}
