import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { named, otherRows, prepareAttempts } from './attempts.ts';
import { matrix } from './outcomes.ts';

let attempt: Awaited<ReturnType<typeof prepareAttempts>>;

beforeAll(async () => {
  attempt = await prepareAttempts();
});

describe('ORG-1 ORG-6 ID-1 ID-2 ID-3 ID-6 ID-7 LOG-21 the access matrix', () => {
  it('has a row for every route, and none for what is not there', () => {
    const rowed = new Set(matrix.map(({ operationId }) => operationId));
    expect([...rowed].toSorted()).toEqual(routes.map(({ contract }) => contract.operationId).toSorted());
  });

  it.each(named(otherRows))('%s', (_, row) => attempt(row));
});
