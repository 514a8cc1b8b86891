import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { named, otherRows, prepareAttempts } from './attempts.ts';
import { isInOwnMoments, matrix } from './outcomes.ts';

const isInMoment = (operationId: string): boolean =>
  routes.some(
    ({ contract }) => contract.operationId === operationId && contract.path.includes('{instanceId}'),
  );

let attempts: Awaited<ReturnType<typeof prepareAttempts>>;

beforeAll(async () => {
  attempts = await prepareAttempts();
});

describe('ORG-1 ORG-6 ID-1 ID-2 ID-3 ID-6 ID-7 LOG-21 the access matrix', () => {
  it('has a row for every route, and none for what is not there', () => {
    const rowed = new Set(matrix.map(({ operationId }) => operationId));
    expect([...rowed].toSorted()).toEqual(routes.map(({ contract }) => contract.operationId).toSorted());
  });

  it('asks every practitioner for their part in the moment, but who states a reason (CARE-17)', () => {
    const ofMoments = matrix.filter(
      ({ who, operationId }) => who === 'practitioner@unit' && isInMoment(operationId),
    );
    const free = ofMoments.filter((row) => !isInOwnMoments(row)).map(({ operationId }) => operationId);
    expect(free.toSorted()).toEqual(['openWithReason']);
  });

  it.each(named(otherRows))('%s', (_, row) => attempts.attempt(row));

  it('has left one entry for every refusal of somebody known', () => attempts.expectEntries());
});
