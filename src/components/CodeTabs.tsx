import { css } from '@emotion/css';
import { Tab, TabContent, TabsBar } from '@grafana/ui';
import React from 'react';
import { chosenInForcedColors } from './forcedColors';
import { LongCode } from './LongCode';

interface Props<Format> {
  formats: ReadonlyArray<{ key: Format; title: string }>;
  active: Format;
  onChange: (format: Format) => void;
  /** The code in the active format. */
  code: string;
  /** Name of the file to download; without one, the code is there to copy only. */
  fileName?: string;
  /** What it stands for, where several are on a page: "data sources". */
  of?: string;
}

/** Code in several languages, one of which is shown. */
export function CodeTabs<Format extends string>({ formats, active, onChange, code, fileName, of }: Props<Format>) {
  const title = formats.find(({ key }) => key === active)?.title ?? '';
  return (
    <div>
      <TabsBar className={tabs}>
        {formats.map((format) => (
          <Tab
            key={format.key}
            label={format.title}
            active={format.key === active}
            onChangeTab={() => onChange(format.key)}
          />
        ))}
      </TabsBar>
      <TabContent>
        <LongCode key={active} code={code} label={of ? `${title}: ${of}` : title} fileName={fileName} />
      </TabContent>
    </div>
  );
}

// Grafana marks the active tab by a color alone.
const tabs = css({ '[role="tab"][aria-selected="true"]': chosenInForcedColors });
