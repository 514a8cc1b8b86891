import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { unitPath } from '../../../shared/contract/paths.ts';
import { givenCategories, mostOfMoment, shownCategory } from '../../../shared/domain/care/unit-categories.ts';
import { instancePath } from '../shapes.ts';

const ofUnit = {
  path: '/units/{unitId}/categories',
  caller: 'staff',
  params: unitPath,
  status: 200,
  response: z.object({ categories: z.array(shownCategory) }),
} as const;

export const listUnitCategories = contract({
  ...ofUnit,
  operationId: 'listUnitCategories',
  summary: 'The unit’s own categories',
  description: 'In alphabetical order. Send the `ETag` as `If-Match` of setUnitCategories.',
  method: 'GET',
  permission: 'instance:list',
  activity: 'unit-viewed',
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem'], leadingKeys: ['UNIT#'] }],
});

export const setUnitCategories = contract({
  ...ofUnit,
  operationId: 'setUnitCategories',
  summary: 'Make, rename and remove the unit’s own categories',
  description:
    'All of them: one with its `categoryId` stays, renamed or not, one without is new, one that is left out is removed and shown on no moment any more. They are words for ways of working, such as *Väntar på samtal*: never a person, and nothing of anybody’s health, for everyone at the unit sees them.',
  method: 'PUT',
  permission: 'category:set',
  activity: 'categories-set',
  body: z.strictObject({ categories: givenCategories }),
  ifMatch: true,
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem'], leadingKeys: ['UNIT#'] }],
});

export const categoriseInstance = contract({
  operationId: 'categoriseInstance',
  summary: 'Put a moment in categories of its unit',
  description:
    'By whoever takes part in it, or a resident administrator. All that it is in from then on; none takes it out of them.',
  method: 'PUT',
  path: '/instances/{instanceId}/categories',
  caller: 'staff',
  permission: 'instance:categorise',
  activity: 'instance-categorised',
  conceals: true,
  params: instancePath,
  body: z.strictObject({ categories: z.array(z.uuid()).max(mostOfMoment) }),
  response: z.object({ categories: z.array(z.uuid()) }),
  status: 200,
  problems: ['not-found', 'illegal-state'],
  grants: [
    { table: 'instances', actions: ['GetItem', 'UpdateItem'], leadingKeys: ['INSTANCE#'] },
    { table: 'organisation', actions: ['ConditionCheckItem'], leadingKeys: ['UNIT#'] },
  ],
});
