import { describe, expect, it } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { isReplayable } from '../../../shared/contract/contract.ts';
import { grantsOf } from '../../../shared/contract/grants-of.ts';
import { aResidentContract, aStaffContract } from '../http/contract-examples.ts';

const contracts = routes.map(({ contract }) => contract);

describe('SEC-5 what a function may do', () => {
  it('is its own grants and the pipeline’s, one row a table, nothing twice', () => {
    const contract = aStaffContract({
      method: 'POST',
      status: 201,
      grants: [
        { table: 'instances', actions: ['Query'], indexes: ['b'] },
        { table: 'organisation', actions: ['GetItem', 'ConditionCheckItem'] },
        { table: 'instances', actions: ['PutItem', 'Query'], indexes: ['a', 'b'] },
      ],
    });
    expect(grantsOf(contract)).toEqual([
      { table: 'instances', actions: ['PutItem', 'Query'], indexes: ['a', 'b'] },
      { table: 'organisation', actions: ['ConditionCheckItem', 'GetItem', 'Query'] },
      { table: 'activities', actions: ['GetItem', 'PutItem', 'UpdateItem'] },
    ]);
  });

  it('is to read keys and roles, or mandates and earlier numbers; and to write what was done', () => {
    expect(grantsOf(aStaffContract())).toEqual([
      { table: 'organisation', actions: ['GetItem', 'Query'] },
      { table: 'activities', actions: ['PutItem', 'UpdateItem'] },
    ]);
    expect(grantsOf(aResidentContract())).toEqual([
      { table: 'organisation', actions: ['GetItem', 'Query'] },
      { table: 'activities', actions: ['PutItem', 'UpdateItem'] },
    ]);
  });

  it('is to read where the thing asked for lies, of which the address speaks', () => {
    const reads = (path: `/${string}`) => grantsOf(aStaffContract({ path })).slice(1, -1);
    expect(reads('/instances/{instanceId}/x')).toEqual([
      { table: 'instances', actions: ['GetItem'], leadingKeys: ['INSTANCE#'] },
    ]);
    expect(reads('/moments/{momentId}/x')).toEqual([
      { table: 'moments', actions: ['GetItem'], leadingKeys: ['MOMENT#'] },
    ]);
    for (const path of ['/units/{unitId}/x/{momentId}', '/providers/{providerId}/x/{momentId}'] as const)
      expect(reads(path)).toEqual([]);
  });

  it.each(contracts)(
    'of $operationId never reaches the log to change it, nor what was done to remove it',
    (contract) => {
      const actionsOn = (table: string) =>
        grantsOf(contract).find((grant) => grant.table === table)?.actions ?? [];
      expect(actionsOn('auditLog').filter((action) => !['GetItem', 'Query'].includes(action))).toEqual([]);
      expect(actionsOn('activities')).not.toContain('DeleteItem');
      expect(actionsOn('activities').includes('PutItem')).toBe(contract.caller !== 'anyone');
    },
  );
});

describe('CARE-7 an Idempotency-Key', () => {
  it.each(contracts)('is taken by $operationId exactly when it is a POST that creates', (contract) => {
    const creates = contract.method === 'POST' && contract.status === 201 && contract.caller !== 'anyone';
    expect(isReplayable(contract)).toBe(creates);
  });

  it('is taken by every POST that changes something', () => {
    const plain = contracts.filter((contract) => contract.method === 'POST' && !isReplayable(contract));
    expect(plain.map(({ path }) => path).filter((path) => !path.endsWith('/search'))).toEqual([]);
  });
});
