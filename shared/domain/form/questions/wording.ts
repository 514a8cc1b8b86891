import { plainLine, plainText } from '../../plain-text.ts';

const longestLabel = 500;
const longestQuestion = 1000;

export const label = plainLine({ min: 1, max: longestLabel });
export const questionText = plainText({ min: 1, max: longestQuestion });

const names: ReadonlySet<string> = new Set(['title', 'text', 'label', 'minLabel', 'maxLabel']);

/**
 * Whether a form's field of this name is wording, which a minor version may change (AUT-8). Everything else is structure, a field
 * nobody has thought of yet too; and `unit`, for 70 kg are not 70 lb.
 */
export const isWording = (name: string): boolean => names.has(name);
