import { createHmac, hkdfSync } from 'node:crypto';
import type { Person } from '../domain/person.ts';
import { readIdentityNumber } from '../domain/personal-identity-number.ts';
import { Problem } from '../domain/problem.ts';
import type { ShownId } from '../domain/registered-person.ts';

/** Turns numbers into the keys that may stand in DynamoDB keys, logs and traces. */
export interface PersonKeys {
  /** Expects a number `readIdentityNumber` has accepted. */
  personOf(personnummer: string): Person;
  /** Reads what a caller sent; throws the `identity-number-…` problem that says what it was instead (ID-4). */
  identify(text: string): Person;
  /**
   * How people are told apart in what a viewer is shown. Each viewer has ids of their own, so that two of them cannot find out
   * that they were shown the same person, and no id says anything of the key. Whether an id means somebody is found by making theirs.
   */
  shownIdFor(viewer: Viewer): ShownId;
}

/**
 * Who is shown somebody: the staff of one unit, who all see the same id, or one resident; `provider`: its log, where an id stands in
 * whose name is not said.
 */
type Viewer = { readonly unit: string } | { readonly provider: string } | { readonly resident: Person };

const scopeOf = (viewer: Viewer): readonly string[] => {
  if ('unit' in viewer) return ['unit', viewer.unit];
  return 'provider' in viewer ? ['provider', viewer.provider] : ['resident', viewer.resident.key];
};

/**
 * HMAC-SHA-256 under a secret the tables do not hold, so that a number cannot be found by trying all of them.
 * A new secret makes new keys: it is set once per stage and never rotated without moving the data.
 */
export const createPersonKeys = (secret: string): PersonKeys => {
  const personOf = (personnummer: string): Person => ({
    key: createHmac('sha256', secret).update(`person:${personnummer}`).digest('base64url').slice(0, 32),
    personnummer,
  });
  const shownKey = Buffer.from(hkdfSync('sha256', secret, '', 'shown ids', 32));
  return {
    personOf,
    shownIdFor: (viewer) => (person) =>
      createHmac('sha256', shownKey)
        .update(JSON.stringify([scopeOf(viewer), person.key]))
        .digest('base64url')
        .slice(0, 22),
    identify(text) {
      const number = readIdentityNumber(text);
      if (number.kind === 'refused') throw new Problem(number.code);
      return personOf(number.number);
    },
  };
};
