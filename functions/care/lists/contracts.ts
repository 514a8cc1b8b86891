import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { namedResident, oneResident } from '../../../shared/contract/named-resident.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { unitPath } from '../../../shared/contract/paths.ts';
import { hsaId } from '../../../shared/domain/hsa-id.ts';
import { identityNumberProblems } from '../../../shared/domain/personal-identity-number.ts';
import { labelledResident } from '../../../shared/domain/registered-person.ts';
import { listedRow, shownStaff } from './list-shapes.ts';

const listing = { method: 'GET', caller: 'staff', params: unitPath, status: 200 } as const;
const rows = z.object({
  instances: z.array(listedRow.extend({ resident: labelledResident })),
  next: nextPage,
});
const narrowed = { momentId: z.uuid().optional(), categoryId: z.uuid().optional() };
const besideGrant = {
  table: 'organisation',
  indexes: ['byOwner'],
  leadingKeys: ['UNIT#'],
  actions: ['GetItem', 'Query', 'BatchGetItem'],
} as const;
const searching =
  'With `momentId` or `categoryId` a thousand moments are looked through a page: it may be short, or empty, while `next` says that there is more.';

export const listUnitInstances = contract({
  ...listing,
  operationId: 'listUnitInstances',
  summary: 'The moments of a unit, what presses first',
  description: `First those with an urgent flag that nobody has seen, then those with something unread, then those with an open flag, each since the oldest of it. \`unattended\`: only those whose practitioner has the role no more, with \`attended: false\` in every list; \`withoutPractitioner\` says how many there are, and lists are looked through as with the other filters. \`ended\`: the last first. ${searching} To open a moment one takes part in it, or states a reason. From an index, so what happened this instant may be a moment late.`,
  path: '/units/{unitId}/instances',
  permission: 'instance:list',
  activity: 'instances-listed',
  query: pageQuery({ most: 100 }).extend({
    view: z.enum(['running', 'unattended', 'ended']).default('running'),
    practitioner: hsaId.optional(),
    ...narrowed,
  }),
  response: rows.extend({
    withoutPractitioner: z
      .int()
      .meta({ description: 'Moments that run with somebody who has the role no more' }),
  }),
  problems: ['not-found'],
  grants: [besideGrant, { table: 'instances', actions: ['Query'], indexes: ['byUnit', 'byPractitioner'] }],
});

export const listPractitionerInstances = contract({
  ...listing,
  operationId: 'listPractitionerInstances',
  summary: 'The caller’s own moments on a unit, what presses first',
  description: `Those they are responsible for, in the order of listUnitInstances. ${searching} From an index, so what happened this instant may be a moment late.`,
  path: '/units/{unitId}/instances/mine',
  permission: 'instance:list-own',
  activity: 'instances-listed',
  query: pageQuery({ most: 100 }).extend({
    view: z.enum(['running', 'ended']).default('running'),
    ...narrowed,
  }),
  response: rows,
  problems: ['not-found'],
  grants: [besideGrant, { table: 'instances', actions: ['Query'], indexes: ['byPractitioner'] }],
});

export const listParticipations = contract({
  ...listing,
  operationId: 'listParticipations',
  summary: 'What the caller takes part in on a unit beside their own moments',
  description:
    'Those they take part in or stand in for, the last added first, and within a page what presses first; what has ended comes last in it. What they have stated a reason for is not among them.',
  path: '/units/{unitId}/instances/taking-part',
  permission: 'instance:list-own',
  activity: 'instances-listed',
  query: pageQuery({ most: 50 }),
  response: rows,
  problems: ['not-found'],
  grants: [
    besideGrant,
    {
      table: 'instances',
      actions: ['Query', 'BatchGetItem'],
      leadingKeys: ['INSTANCE#'],
      indexes: ['byParticipation'],
    },
  ],
});

export const findResidentInstances = contract({
  operationId: 'findResidentInstances',
  summary: 'What one resident has on a unit',
  description:
    'All of it, whatever its state, the newest first; for somebody whom the unit has approved, or had. `not-found` for others.',
  method: 'POST',
  path: '/units/{unitId}/instances/search',
  caller: 'staff',
  permission: 'instance:list',
  activity: 'instances-listed',
  params: unitPath,
  query: pageQuery({ most: 100 }),
  body: z.strictObject(namedResident).refine(...oneResident),
  response: z.object({ resident: labelledResident, instances: z.array(listedRow), next: nextPage }),
  status: 200,
  problems: ['not-found', ...identityNumberProblems],
  grants: [
    { ...besideGrant, actions: ['GetItem', 'Query'] },
    { table: 'instances', actions: ['Query'], indexes: ['byResident'] },
  ],
});

export const listUnitPractitioners = contract({
  ...listing,
  operationId: 'listUnitPractitioners',
  summary: 'The practitioners of a unit, and what runs and presses with each',
  description:
    'By HSA-id. On the first page those come first who have the role no more while moments run with them still: `attended` is false. `urgent` and `unread` are moments, counted up to a hundred together. A page may be short, or empty, while `next` says that there is more.',
  path: '/units/{unitId}/practitioners',
  permission: 'instance:list',
  activity: 'practitioners-listed',
  query: pageQuery({ most: 25 }),
  response: z.object({
    practitioners: z.array(
      shownStaff.extend({
        attended: z.boolean(),
        ...{ running: z.int(), urgent: z.int(), unread: z.int() },
      }),
    ),
    next: nextPage,
  }),
  problems: ['not-found'],
  grants: [
    { ...besideGrant, leadingKeys: ['UNIT#', 'STAFF#'] },
    { table: 'instances', actions: ['Query'], indexes: ['byPractitioner'] },
  ],
});
