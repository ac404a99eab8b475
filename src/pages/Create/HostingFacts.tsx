import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { Disclosure } from '../../components/Disclosure';
import { TextLink } from '../../components/links';
import { Panel } from '../../components/Panel';
import { factsFor, type HostingFact, type HostingPlace, vendors } from '../../domain/catalogue/linkServices';
import { noteList } from './layout';

/** What a place needs and what doesn't work there, with where that is from. */
export function HostingFacts({ place }: { place: HostingPlace | '' }) {
  const styles = useStyles2(getStyles);
  const facts = place === '' ? [] : factsFor(place);
  return (
    <div className={styles.aside}>
      <Panel title="Before you start">
        {place === '' && <Text color="secondary">Select where the data source runs to see what it takes.</Text>}
        <Facts title="Needed" facts={facts.filter(({ about }) => about === 'needed')} />
        <Facts title="Doesn’t work" facts={facts.filter(({ about }) => about === 'fails')} />
        <Facts title="Good to know" facts={facts.filter(({ about }) => about === 'note')} />
        {place !== '' && (
          <Disclosure label="Sources">
            <ul className={styles.list}>
              {sourcesOf(place, facts).map(({ title, url, checked }) => (
                <li key={url}>
                  <TextLink href={url} inline>
                    {title}
                  </TextLink>
                  , checked {checked}
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Panel>
    </div>
  );
}

function sourcesOf(place: HostingPlace, facts: readonly HostingFact[]) {
  const cited = [...facts, ...(place === 'vendor' ? vendors : [])].map(({ source }) => source);
  return cited.filter((source, i) => cited.indexOf(source) === i);
}

function Facts({ title, facts }: { title: string; facts: readonly HostingFact[] }) {
  const styles = useStyles2(getStyles);
  return (
    facts.length > 0 && (
      <div>
        <Text element="h3" variant="body" weight="medium">
          {title}
        </Text>
        <ul className={styles.list}>
          {facts.map(({ text, certainty }) => (
            <li key={text}>
              {certainty === 'probable' ? 'Probable: ' : ''}
              {text}
            </li>
          ))}
        </ul>
      </div>
    )
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  aside: css({ minWidth: 0, [theme.breakpoints.up('lg')]: { position: 'sticky', top: theme.spacing(2) } }),
  list: noteList(theme),
});
