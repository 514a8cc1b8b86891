import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { utcInstant } from '../../../shared/domain/instant.ts';
import { unitContacts } from '../../../shared/domain/unit-contacts.ts';
import { following, instancePath, ownReading } from '../shapes.ts';

const name = z.string().optional().meta({
  description: 'Absent where the identity is protected or the staff directory does not answer',
});
const unit = z.object({ unitId: z.string(), name: z.string(), ...unitContacts.partial().shape });
const reading = {
  params: instancePath,
  problems: ['not-found', 'function-switched-off'],
  grants: [
    { table: 'instances', actions: ['GetItem', 'Query'] },
    { table: 'organisation', actions: ['GetItem'] },
  ],
} as const;

export const viewContacts = contract({
  ...following,
  ...reading,
  operationId: 'viewContacts',
  summary: 'Who is responsible for a moment, who stands in, and how the unit is reached',
  description: 'Those who stand in now, with when that ends where it does.',
  path: '/instances/{instanceId}/contacts',
  activity: 'contacts-viewed',
  problems: ['not-found'],
  response: z.object({
    unit,
    practitioner: z.object({ staff: z.string(), name }),
    standIns: z.array(z.object({ staff: z.string(), name, until: utcInstant.optional() })),
  }),
});

export const viewMyContacts = contract({
  ...ownReading,
  ...reading,
  operationId: 'viewMyContacts',
  summary: 'Who answers for one of the resident’s moments, who stands in, and how the unit is reached',
  description:
    'People by name alone. `function-switched-off` where the moment offers no contacts (`functions.contacts`).',
  path: '/me/instances/{instanceId}/contacts',
  activity: 'own-contacts-viewed',
  response: z.object({
    unit,
    practitioner: z.object({ name }),
    standIns: z.array(z.object({ name, until: utcInstant.optional() })),
  }),
});
