import * as z from 'zod';

/**
 * Staff roles (ORG-6); the Swedish names stand in the README, under Words. `national-admin` is never
 * stored: the stage names who has it, for somebody must be first.
 */
export const role = z.enum([
  'auditor',
  'authorization-admin',
  'care-provider-admin',
  'data-admin',
  'designer',
  'national-admin',
  'practitioner',
  'publisher',
  'region-admin',
  'resident-admin',
]);
export type Role = z.infer<typeof role>;
