import { beforeAll, describe, it } from 'vitest';
import { named, prepareAttempts, rowsOfContent } from './attempts.ts';

let attempts: Awaited<ReturnType<typeof prepareAttempts>>;

beforeAll(async () => {
  attempts = await prepareAttempts();
});

// A file of its own, or the one worker that has the whole matrix ends long after the others.
describe('ORG-1 ORG-6 ID-1 ID-2 ID-3 LOG-21 the access matrix, where content is made and published', () => {
  it.each(named(rowsOfContent))('%s', (_, row) => attempts.attempt(row));

  it('has left one entry for every refusal of somebody known', () => attempts.expectEntries());
});
