import { type FocusEvent, type MouseEvent, useRef, useState } from 'react';
import { afterPress } from '../../components/focus';

/**
 * Whether all kinds are shown, or only the chosen one. A click is a choice, and closes the picker; with the arrow keys
 * each step chooses, so there it closes when the focus goes on.
 */
export function useKindPicker(isChosen: boolean) {
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
