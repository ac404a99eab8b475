import { ConfirmModal } from '@grafana/ui';
import React from 'react';
import { dialog } from './dialog';

interface Props {
  isOpen: boolean;
  title: string;
  /** What the button says. */
  action: string;
  onDiscard: () => void;
  onClose: () => void;
}

/** Asks before what was filled in is thrown away. */
export function DiscardModal({ isOpen, title, action, onDiscard, onClose }: Props) {
  return (
    <ConfirmModal
      modalClass={dialog}
      isOpen={isOpen}
      title={title}
      body="Your draft will be deleted."
      description="Nothing changes in Azure."
      confirmText={action}
      dismissText="Keep draft"
      onConfirm={() => {
        onClose();
        onDiscard();
      }}
      onDismiss={onClose}
    />
  );
}
