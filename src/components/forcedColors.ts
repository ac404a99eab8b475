/** Marks what is chosen where forced colors take backgrounds and shadows away; by its border, since the focus has the outline. */
export const chosenInForcedColors = {
  '@media (forced-colors: active)': { border: '3px solid Highlight' },
} as const;
