import { describe, expect, it } from 'vitest';
import { isTransientFailure } from '../../../shared/persistence/engine/transient-failure.ts';

const failure = (name: string, members: object = {}) => Object.assign(new Error('x'), { name, ...members });
const fromAws = { $metadata: { attempts: 3 } };

describe('LOG-15 a failure of the database', () => {
  it.each([
    ['throttled', failure('ProvisionedThroughputExceededException', fromAws)],
    ['refused by IAM', failure('AccessDeniedException', fromAws)],
    ['broken inside', failure('InternalServerError', fromAws)],
    ['slow', failure('TimeoutError')],
    ['out of reach', failure('Error', { code: 'ECONNREFUSED' })],
    ['cut off', failure('Error', { code: 'ECONNRESET' })],
  ])('that is %s may pass', (_, error) => {
    expect(isTransientFailure(error)).toBe(true);
  });

  it.each([
    ['a request of ours that DynamoDB cannot read', failure('ValidationException', fromAws)],
    ['a mistake in the program', new TypeError('x')],
    ['a code that is no error number', failure('Error', { code: 'ERR_INVALID_ARG_TYPE' })],
    ['a code that is no text', failure('Error', { code: 42 })],
    ['what is no error', { $metadata: {} }],
    ['nothing', undefined],
  ])('does not cover %s', (_, error) => {
    expect(isTransientFailure(error)).toBe(false);
  });
});
