export function fillPlaceholders(text: string, values: { id: string; version: string; today: Date }): string;
