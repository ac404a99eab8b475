export function sourceTime(): Date;
export function sourceCommit(): string;
