import * as z from 'zod';

/** Staff roles (ORG-6); the Swedish names stand in domain.md 1.4 and in the README's glossary. */
export const role = z.enum([
  'auditor',
  'authorization-admin',
  'care-provider-admin',
  'data-admin',
  'designer',
  'practitioner',
  'publisher',
  'resident-admin',
]);
export type Role = z.infer<typeof role>;
