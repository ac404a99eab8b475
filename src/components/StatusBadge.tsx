import { css } from '@emotion/css';
import { Badge, type BadgeColor, type IconName } from '@grafana/ui';
import React from 'react';
import { type Tone } from '../domain/state/stateWords';

const looks: Record<Tone, { color: BadgeColor; icon: IconName }> = {
  success: { color: 'green', icon: 'check-circle' },
  info: { color: 'blue', icon: 'sync' },
  warning: { color: 'orange', icon: 'clock-nine' },
  error: { color: 'red', icon: 'exclamation-circle' },
  neutral: { color: 'purple', icon: 'question-circle' },
};

interface Props {
  label: string;
  tone: Tone;
}

/** A state in words, with an icon: colour never stands alone. */
export function StatusBadge({ label, tone }: Props) {
  const { color, icon } = looks[tone];
  return <Badge className={fitting} text={<span>{label}</span>} color={color} icon={icon} />;
}

/** Where it has no room, its words end in an ellipsis. */
const fitting = css({
  maxWidth: '100%',
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});
