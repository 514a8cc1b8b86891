import { unitPath } from '../../shared/contract/paths.ts';

const change = { method: 'POST', status: 201 } as const;
/** Of a write that reads nothing but what it changes. */
export const changeGrants = [{ table: 'organisation', actions: ['GetItem', 'PutItem'] }] as const;
export const approving = { caller: 'staff', permission: 'resident:approve', params: unitPath } as const;
export const approvalChange = { ...approving, ...change } as const;
/** Whom others may act for is nobody's but their own to say. */
const own = { caller: 'resident', permission: 'own-data:self' } as const;
export const ownChange = { ...own, ...change } as const;
export const ownReading = { ...own, method: 'GET', status: 200 } as const;
