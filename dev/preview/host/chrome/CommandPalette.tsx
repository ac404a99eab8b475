import { css, cx } from '@emotion/css';
import {
  type AppPlugin,
  fuzzySearch,
  type GrafanaTheme2,
  locationUtil,
  type NavLinkDTO,
  type PluginExtensionEventHelpers,
  PluginExtensionPoints,
} from '@grafana/data';
import { config, locationService } from '@grafana/runtime';
import { Input, Modal, useStyles2 } from '@grafana/ui';
import React, { type KeyboardEvent, useEffect, useState } from 'react';
import { loadPlugin } from '../services/loadPlugin';
import { paletteEvent } from './openCommandPalette';

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

/** Something the command palette offers. */
interface PaletteAction {
  id: string;
  section: string;
  title: string;
  run: () => void;
}

/** The pages of the navigation, then the links that the plugin adds for the palette (AppPlugin.addLink). */
function paletteActions(plugin: AppPlugin | undefined): PaletteAction[] {
  return [...pages(config.bootData.navTree), ...(plugin ? addedLinks(plugin) : [])];
}

/** Those whose titles are like what was typed, the one that is the same first (12.4.0, commandPalette/useMatches.ts). */
function matching(actions: PaletteAction[], typed: string): PaletteAction[] {
  if (!typed.trim()) {
    return actions;
  }
  const titles = actions.map(({ title }) => title.toLowerCase());
  const isExact = (index: number) => Number(titles[index] === typed.toLowerCase());
  const found = fuzzySearch(titles, typed).sort((a, b) => isExact(b) - isExact(a));
  return found.flatMap((index) => actions[index] ?? []);
}

function pages(nodes: NavLinkDTO[]): PaletteAction[] {
  return nodes.flatMap(({ text, url, children, pluginId }) => [
    ...(pluginId && url ? [page(text, url)] : []),
    ...pages(children ?? []),
  ]);
}

function page(title: string, url: string): PaletteAction {
  return { id: url, section: 'Pages', title, run: () => locationService.push(locationUtil.stripBaseFromUrl(url)) };
}

/** What Grafana hands to a link's own click handler; there is neither a modal nor a sidebar to open here. */
const helpers: PluginExtensionEventHelpers = {
  context: {},
  extensionPointId: PluginExtensionPoints.CommandPalette,
  openModal: () => undefined,
  openSidebar: () => undefined,
  closeSidebar: () => undefined,
  toggleSidebar: () => undefined,
};

/** Links that plugin.json names too: without that Grafana drops them in development, and loads no plugin for them elsewhere. */
function addedLinks({ meta, addedLinkConfigs }: AppPlugin): PaletteAction[] {
  const isForPalette = ({ targets }: { targets: string | string[] }) =>
    [targets].flat().includes(PluginExtensionPoints.CommandPalette);
  const named = config.apps[meta.id]?.extensions.addedLinks ?? [];
  return addedLinkConfigs
    .filter((link) => isForPalette(link) && named.some((one) => one.title === link.title && isForPalette(one)))
    .flatMap((link, index) => {
      const override = link.configure ? link.configure({}) : {};
      if (!override) {
        return [];
      }
      const { title, onClick, category = 'Extensions' } = { ...link, ...override };
      // A link with a path alone leads nowhere, as in Grafana 12.2 to 12.4 (KBarResults.tsx, `execute`).
      const run = () => onClick?.(undefined, helpers);
      return [{ id: `link ${index}`, section: category, title, run }];
    });
}
