import { createContext } from 'react';

/** How often the form was submitted. React Hook Form counts it too, but doesn't render again for it. */
export const Submits = createContext(0);
