import { css, cx } from '@emotion/css';
import { type AppPlugin, type GrafanaTheme2 } from '@grafana/data';
import { Input, Modal, useStyles2 } from '@grafana/ui';
import React, { type KeyboardEvent, useEffect, useState } from 'react';

import { loadPlugin } from '../services/loadPlugin';
import { type PaletteAction, matching, paletteActions } from '../services/paletteActions';

/** Sent to the window when someone asks for the command palette. */
const paletteEvent = 'preview:command-palette';

export const openCommandPalette = () => window.dispatchEvent(new Event(paletteEvent));

/** Ctrl+K or Cmd+K: pages and the plugin's own links, found by typing. */
export function CommandPalette() {
  const styles = useStyles2(getStyles);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const [plugin, setPlugin] = useState<AppPlugin>();

  useEffect(() => {
    const show = () => {
      setTyped('');
      setChosen(0);
      setOpen(true);
      loadPlugin().then(setPlugin, () => undefined);
    };
    const onKey = (event: globalThis.KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        show();
      }
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener(paletteEvent, show);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener(paletteEvent, show);
    };
  }, []);

  const found = matching(paletteActions(plugin), typed);
  const run = (action: PaletteAction | undefined) => {
    if (action) {
      setOpen(false);
      action.run();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen((chosen + step + found.length) % Math.max(found.length, 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(found[chosen]);
    }
  };

  return (
    <Modal title="Search or jump to" isOpen={open} onDismiss={() => setOpen(false)}>
      <Input
        autoFocus
        placeholder="Type a page or an action"
        aria-label="Search or jump to"
        role="combobox"
        aria-expanded
        aria-controls="palette"
        aria-activedescendant={found[chosen] && `palette-${chosen}`}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette" role="listbox" aria-label="Pages and actions" className={styles.list}>
        {found.map((action, index) => (
          <div
            key={action.id}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={cx(styles.option, index === chosen && styles.chosen)}
            onClick={() => run(action)}
          >
            {action.title}
            <span aria-hidden className={styles.more}>
              {action.section}
            </span>
          </div>
        ))}
        {found.length === 0 && <div className={styles.option}>No results found</div>}
      </div>
    </Modal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ marginTop: theme.spacing(1) }),
  option: css({
    padding: theme.spacing(1),
    borderRadius: theme.shape.radius.default,
    cursor: 'pointer',
    '&:hover': { background: theme.colors.action.hover },
  }),
  chosen: css({ background: theme.colors.action.selected }),
  more: css({ marginLeft: theme.spacing(1), color: theme.colors.text.secondary }),
});
