import { describe, expect, test } from 'vitest';
import { handledByResponse } from '../../../infra/local/event-source/batch-response.ts';
import { aRecord } from './stream-fake.ts';

const records = ['8', '9', '10', '11'].map((sequenceNumber) => aRecord(sequenceNumber));
const failing = (...identifiers: unknown[]) => ({
  batchItemFailures: identifiers.map((itemIdentifier) => ({ itemIdentifier })),
});

describe('a batch counts as handled', () => {
  test.each([
    ['nothing is returned', undefined],
    ['null is returned', null],
    ['an empty string is returned', ''],
    ['an empty response is returned', {}],
    ['no failures are listed', { batchItemFailures: [] }],
    ['the failures are null', { batchItemFailures: null }],
    ['the name of the list is misspelt', { batchItemsFailures: [{ itemIdentifier: '8' }] }],
  ])('when %s', (_, response) => {
    expect(handledByResponse(response, records)).toBe(records.length);
  });
});

describe('a batch counts as failed', () => {
  test.each([
    ['an identifier is empty', failing('')],
    ['an identifier is null', failing(null)],
    ['an identifier is missing', { batchItemFailures: [{}] }],
    ['the name of the identifier is misspelt', { batchItemFailures: [{ itemIdentifer: '11' }] }],
    ['an identifier is not in the batch', failing('12')],
    ['a failure is null', { batchItemFailures: [null] }],
    ['one identifier of two is not in the batch', failing('11', '12')],
    ['the failures are no list', { batchItemFailures: { itemIdentifier: '11' } }],
    ['the first record is named', failing('8')],
  ])('when %s', (_, response) => {
    expect(handledByResponse(response, records)).toBe(0);
  });
});

test('the lowest sequence number reported is the checkpoint, as a number and not as text', () => {
  expect(handledByResponse(failing('11', '9', '10'), records)).toBe(1);
  expect(handledByResponse(failing('10'), records)).toBe(2);
});
