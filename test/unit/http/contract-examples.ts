import * as z from 'zod';
import type { Contract } from '../../../shared/contract/contract.ts';

type StaffContract = Extract<Contract, { caller: 'staff' }>;
type ResidentContract = Extract<Contract, { caller: 'resident' }>;

const common = {
  summary: '',
  description: '',
  method: 'GET',
  path: '/things/{thingId}',
  response: z.object({}),
  status: 200,
  problems: [],
  grants: [],
} as const;

export const aStaffContract = (rest: Partial<StaffContract> = {}): StaffContract => ({
  ...common,
  operationId: 'readThing',
  caller: 'staff',
  permission: 'instance:read',
  activity: 'instance-opened',
  ...rest,
});

export const aResidentContract = (rest: Partial<ResidentContract> = {}): ResidentContract => ({
  ...common,
  operationId: 'readMyThing',
  caller: 'resident',
  permission: 'own-data:view',
  activity: 'own-instance-opened',
  ...rest,
});
