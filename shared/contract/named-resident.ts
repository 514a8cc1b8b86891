import * as z from 'zod';
import type { PersonKeys } from '../auth/person-keys.ts';
import type { Person } from '../domain/person.ts';
import { longestIdentityNumber } from '../domain/personal-identity-number.ts';
import { plainLine } from '../domain/plain-text.ts';
import { careSayings } from '../domain/sayings/care-sayings.ts';
import { told } from '../domain/sayings/said.ts';

export const personnummer = plainLine({ min: 0, max: longestIdentityNumber }).meta({
  description: 'Twelve digits, YYYYMMDDNNNN',
  example: '199005082392',
});

/** As the unit’s lists show somebody; made of nothing that names them. */
export const residentId = z
  .string()
  .regex(/^[\w-]{22}$/, told(careSayings['resident-id-form']))
  .meta({
    description: '`id` of a resident, as the unit’s lists show it',
    example: 'p0YCkq1mJx5Z3v8n-TbRWg',
  });

/** Whom a unit’s staff mean: by number, or by the id they are shown the resident under, whose number may be hidden (ID-9). */
export const namedResident = { personnummer: personnummer.optional(), residentId: residentId.optional() };

interface Naming {
  readonly personnummer?: string | undefined;
  readonly residentId?: string | undefined;
}

/** For a body with `namedResident` in it: somebody is meant, and in one way. */
export const oneResident = [
  (naming: Naming): boolean => (naming.personnummer === undefined) !== (naming.residentId === undefined),
  told(careSayings['one-resident']),
] as const;

/** `person` where the number was sent. */
interface Named {
  readonly residentId: string;
  readonly person: Person | undefined;
}

/** Throws an `identity-number-…` problem. */
export const residentNamed = (
  { personnummer: number, residentId: id = '' }: Naming,
  unit: string,
  { identify, shownIdFor }: Pick<PersonKeys, 'identify' | 'shownIdFor'>,
): Named => {
  if (number === undefined) return { residentId: id, person: undefined };
  const person = identify(number);
  return { residentId: shownIdFor({ unit })(person), person };
};
