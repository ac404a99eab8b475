import { css, cx } from '@emotion/css';
import React, { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { chosenInForcedColors } from './forcedColors';

interface ToggleItem {
  key: string;
  isPressed: boolean;
  className: string;
  children: ReactNode;
  onClick: () => void;
}

interface Props {
  label: string;
  className: string;
  items: readonly ToggleItem[];
}

/** How far each key goes from the button that has the focus; the ends lead to each other. */
const steps: Record<string, (index: number, count: number) => number> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index + count - 1) % count,
  ArrowUp: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Toggle buttons that are one stop by keyboard; the arrow keys go on from there (WAI-ARIA's toolbar). */
export function ToggleBar({ label, className, items }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const [visited, setVisited] = useState<string>();
  const at = items.findIndex(({ key }) => key === visited);
  const stop =
    at >= 0
      ? at
      : Math.max(
          0,
          items.findIndex(({ isPressed }) => isPressed)
        );
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      bar.current?.querySelectorAll('button')[step(stop, items.length)]?.focus();
    }
  };
  return (
    <div ref={bar} role="toolbar" aria-label={label} className={cx(pressed, className)} onKeyDown={move}>
      {items.map(({ key, isPressed, className: look, children, onClick }, index) => (
        <button
          key={key}
          type="button"
          aria-pressed={isPressed}
          tabIndex={index === stop ? 0 : -1}
          className={look}
          onFocus={() => setVisited(key)}
          onClick={onClick}
        >
          {children}
        </button>
      ))}
    </div>
  );
}

const pressed = css({ '[aria-pressed=true]': chosenInForcedColors });
