import { createHmac } from 'node:crypto';
import type { Person } from '../domain/person.ts';
import { readIdentityNumber } from '../domain/personal-identity-number.ts';
import { Problem } from '../domain/problem.ts';

/** Turns numbers into the keys that may stand in DynamoDB keys, logs and traces. */
export interface PersonKeys {
  /** Expects a number `readIdentityNumber` has accepted. */
  personOf(personnummer: string): Person;
  /** Reads what a caller sent; throws the `identity-number-…` problem that says what it was instead (ID-4). */
  identify(text: string): Person;
}

/**
 * HMAC-SHA-256 under a secret the tables do not hold, so that a number cannot be found by trying all of them.
 * A new secret makes new keys: it is set once per stage and never rotated without moving the data.
 */
export const createPersonKeys = (secret: string): PersonKeys => {
  const personOf = (personnummer: string): Person => ({
    key: createHmac('sha256', secret).update(`person:${personnummer}`).digest('base64url').slice(0, 32),
    personnummer,
  });
  return {
    personOf,
    identify(text) {
      const number = readIdentityNumber(text);
      if (number.kind === 'refused') throw new Problem(number.code);
      return personOf(number.number);
    },
  };
};
