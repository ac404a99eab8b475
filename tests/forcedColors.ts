/** Runs in the browser, in forced colours: what nobody can make out there in some parts of a page. */
export function lostInForcedColors(parts: Element[]): string[] {
  const group = '[role=toolbar], [role=tablist], [role=radiogroup], fieldset, nav, ol';
  // What is chosen, and what could be beside it. Tabs that are links are Grafana's own.
  const choices = [
    ['[aria-pressed=true]', '[aria-pressed=false]'],
    ['button[aria-selected=true]', '[aria-selected=false]'],
    ['[type=radio]:checked', '[type=radio]:not(:checked)'],
    ['[aria-current=true]', '[aria-current=false]'],
    ['[aria-current=step]', 'li:not([aria-current])'],
  ] as const;
  // Colours aside: forced ones take the place of most.
  const styleOf = (element: Element, pseudo?: string) => {
    const { borderWidth, borderStyle, content, outlineStyle, textDecorationLine } = getComputedStyle(element, pseudo);
    return [borderWidth, borderStyle, content, outlineStyle, textDecorationLine].join();
  };
  // A hidden box shows by its label, a step by all that is in it.
  const shownBy = (element: Element) =>
    element instanceof HTMLInputElement && element.nextElementSibling
      ? [element, element.nextElementSibling]
      : element instanceof HTMLLIElement
        ? [element, ...element.querySelectorAll('*')]
        : [element];
  const lookOf = (element: Element) =>
    shownBy(element)
      .flatMap((one) => [styleOf(one), styleOf(one, '::before'), styleOf(one, '::after')])
      .concat([...element.querySelectorAll('li svg')].map((icon) => icon.innerHTML))
      .join('\n');
  const isNative = (element: Element) =>
    element instanceof HTMLInputElement &&
    getComputedStyle(element).appearance !== 'none' &&
    element.checkVisibility({ opacityProperty: true });

  return parts.flatMap((part) => {
    const alike = choices.flatMap(([chosen, other]) =>
      [...part.querySelectorAll(chosen)].filter(
        (one) =>
          !isNative(one) &&
          [...(one.closest(group)?.querySelectorAll(other) ?? [])].some((another) => lookOf(another) === lookOf(one))
      )
    );
    // Colours of text are forced, those of an icon's own aren't.
    const pale = [...part.querySelectorAll('svg')].filter(
      (icon) => icon.parentElement && getComputedStyle(icon).color !== getComputedStyle(icon.parentElement).color
    );
    return [...alike, ...pale].map((one) => one.outerHTML.slice(0, 300));
  });
}
