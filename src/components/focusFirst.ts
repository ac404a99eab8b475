/** A ref for what has the focus when a dialog opens: set before the dialog chooses its first button. */
export function focusFirst(element: HTMLElement | null): void {
  element?.focus();
}
