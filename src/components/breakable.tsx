import React, { Fragment, type ReactNode } from 'react';
import { cutText, shownLength } from '../domain/outsideText';

/** Lets a long name wrap between its labels, an id between its segments; addresses stay whole. */
export function breakable(whole: string): ReactNode {
  const value = cutText(whole, shownLength);
  const mark = value.startsWith('/') ? '/' : '.';
  const parts = value.split(mark);
  if (parts.every((part) => /^\d*$/.test(part))) {
    return value;
  }
  return parts.map((part, index) => (
    <Fragment key={index}>
      {index > 0 && mark}
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
