import * as z from 'zod';

/**
 * How a form keeps its answers: `ordinary`, one shared instance wherever it stands (CARE-5); `tab` and `calendar`, a page an occasion
 * (CARE-6).
 */
export const formKind = z.enum(['ordinary', 'tab', 'calendar']);
