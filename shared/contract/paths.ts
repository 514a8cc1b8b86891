import * as z from 'zod';
import { hsaId } from '../domain/hsa-id.ts';

/** What stands in the paths of more than one context. */
export const providerPath = z.strictObject({ providerId: hsaId });
export const unitPath = z.strictObject({ unitId: hsaId });
export const momentPath = z.strictObject({ momentId: z.uuid() });
