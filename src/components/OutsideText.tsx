import { Button } from '@grafana/ui';
import React, { Fragment, useState } from 'react';
import { cutText, showHidden, shownLength } from '../domain/outsideText';
import { wrapAnywhere } from './wrapAnywhere';

/** A text from outside, of any length and direction: a long one is cut until someone asks for all of it. */
export function OutsideText({ children }: { children: string }) {
  const [isWhole, setWhole] = useState(false);
  const text = showHidden(children);
  const cut = cutText(text, shownLength);
  if (cut === text) {
    return <bdi className={wrapAnywhere}>{text}</bdi>;
  }
  return (
    <>
      <bdi className={wrapAnywhere}>{isWhole ? pieces(text) : cut}</bdi>{' '}
      <Button size="sm" variant="secondary" fill="text" onClick={() => setWhole(!isWhole)}>
        {isWhole ? 'Show less' : 'Show all'}
      </Button>
    </>
  );
}

// A browser tries each place of a long word for a break, line by line.
function pieces(text: string) {
  return (text.match(/[^]{1,200}/gu) ?? []).map((piece, index) => (
    <Fragment key={index}>
      {piece}
      <wbr />
    </Fragment>
  ));
}
