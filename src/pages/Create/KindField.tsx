import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, type IconName, useStyles2 } from '@grafana/ui';
import React, { type FocusEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { ChoiceCards } from '../../components/ChoiceCards';
import { afterPress } from '../../components/focus';
import { catalogue, type KindKey } from '../../domain/catalogue/catalogue';
import { dataSourceNames } from '../../domain/catalogue/dataSourceTypes';
import { withKind } from './changeDraft';
import { type Flow, useDraftField } from './flow';
import { kindIcon } from './kindIcon';

const choices: Array<{ value: KindKey | 'other'; title: string; icon: IconName; description: string }> = [
  ...catalogue
    .filter(({ byIdOnly }) => !byIdOnly)
    .map(({ key, title, dataSourceTypes }) => ({
      value: key,
      title,
      icon: kindIcon(key),
      description: `For ${key === 'privateLinkService' ? 'self-hosted data sources on AKS or VMs: ' : ''}${dataSourceNames(dataSourceTypes, 6)}`,
    })),
  { value: 'other', title: 'Other', icon: 'question-circle', description: 'Enter a resource ID (not verified)' },
];

/** What kind of resource, with the data source types that each serves. Once chosen, only that one stands there. */
export function KindField({ flow }: { flow: Flow }) {
  const styles = useStyles2(getStyles);
  const { isOpen, open, handlers } = useKindPicker(flow.draft.kind !== '');
  const { field, error } = useDraftField('kind', flow);
  const picker = useRef<HTMLDivElement>(null);
  useSearchInView(isOpen, picker);
  const pickAgain = () => {
    open();
    picker.current?.querySelector<HTMLElement>('input:checked')?.focus();
  };
  return (
    <div ref={picker} className={styles.field} {...handlers}>
      <div className={isOpen ? styles.cards : styles.one}>
        <ChoiceCards
          label="Resource type"
          layout="grid"
          choices={isOpen ? choices : choices.filter(({ value }) => value === field.value)}
          value={field.value}
          inputRef={field.ref}
          error={error}
          onChange={(kind) => flow.change((before) => withKind(before, kind))}
        />
      </div>
      {!isOpen && (
        <Button type="button" variant="secondary" icon="exchange-alt" onClick={pickAgain}>
          Change resource type
        </Button>
      )}
    </div>
  );
}

/** When the other kinds go, what follows moves up: scrolls to where the search goes on, unless that is in view. */
function useSearchInView(isOpen: boolean, field: React.RefObject<HTMLElement | null>) {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    const closed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    const top = field.current?.getBoundingClientRect().top ?? 0;
    if (closed && (top < 0 || top > window.innerHeight / 3)) {
      field.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
    }
  }, [isOpen, field]);
}

const getStyles = (theme: GrafanaTheme2) => ({
  field: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: theme.spacing(1),
  }),
  cards: css({ flex: `1 1 ${theme.spacing(32)}`, minWidth: 0 }),
  // The chosen one, with the button beside it.
  one: css({ flex: `0 1 ${theme.spacing(52)}`, minWidth: 0 }),
});

/**
 * Whether all kinds are shown, or only the chosen one. A click is a choice, and closes the picker; with the arrow keys
 * each step chooses, so there it closes when the focus goes on.
 */
function useKindPicker(isChosen: boolean) {
  const [isPicking, setPicking] = useState(false);
  const byPointer = useRef(false);
  const close = () => setPicking(false);
  return {
    isOpen: isPicking || !isChosen,
    open: () => setPicking(true),
    handlers: {
      onPointerDown: () => {
        byPointer.current = true;
      },
      onKeyDown: () => {
        byPointer.current = false;
      },
      onFocus: ({ target }: FocusEvent) => {
        if (!isChosen && target instanceof HTMLInputElement) {
          setPicking(true);
        }
      },
      // A click on a card arrives at its radio button, also at the one that was chosen before.
      onClick: ({ target }: MouseEvent) => {
        if (byPointer.current && target instanceof HTMLInputElement) {
          close();
        }
      },
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (!currentTarget.contains(relatedTarget)) {
          afterPress(close);
        }
      },
    },
  };
}
