import React, { useRef } from 'react';
import { type Activity, ActivityItems } from './ActivityItems';
import { Disclosure } from './Disclosure';

interface Props {
  items: Activity[];
  onDismiss: (id: string) => void;
  onCancel: (id: string) => void;
}

// More would push the page away.
const SHOWN = 3;

/** What runs, since when, and what follows; with an end for what ended. Changes are told to screen readers. */
export function ActivityList({ items, onDismiss, onCancel }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const more = items.length > SHOWN + 1 ? items.slice(SHOWN) : [];
  const first = items.slice(0, items.length - more.length);
  // The button that was pressed goes with its item, and the focus would go with it.
  const removing = (remove: (id: string) => void) => (id: string) => {
    list.current?.focus();
    remove(id);
  };
  const acts = { onDismiss: removing(onDismiss), onCancel: removing(onCancel) };
  return (
    <div role="status" aria-label="Changes under way" ref={list} tabIndex={-1}>
      {first.length > 0 && <ActivityItems items={first} {...acts} />}
      {more.length > 0 && (
        <Disclosure label={`${more.length} more`}>
          <ActivityItems items={more} {...acts} />
        </Disclosure>
      )}
    </div>
  );
}
