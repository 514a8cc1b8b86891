import { plainLine } from '../plain-text.ts';

export const longestTitle = 200;

/** Of a moment or any part of it. */
export const title = plainLine({ min: 1, max: longestTitle });
