import type { PersonLinks } from '../../shared/domain/mandate.ts';
import type { Person } from '../../shared/domain/person.ts';
import { readIdentityNumber } from '../../shared/domain/personal-identity-number.ts';
import type { RegisteredPerson } from '../../shared/domain/registered-person.ts';
import { type Change, replaceOrCreate } from '../../shared/persistence/engine/change.ts';
import type { Stored } from '../../shared/persistence/engine/entity.ts';
import { entities } from '../../shared/persistence/entities.ts';

/** A samordningsnummer somebody had before their personnummer never opened anything here, so nothing lies under it. */
export const personnummerAmong = ({ earlierNumbers }: RegisteredPerson): string[] =>
  earlierNumbers.filter((number) => readIdentityNumber(number).kind === 'personnummer');

/** Remembers the numbers the register says a person had before; nothing where they are remembered already. */
export const linkChanges = (
  { key }: Person,
  registered: RegisteredPerson,
  before: Stored<PersonLinks> | undefined,
  identify: (text: string) => Person,
): Change[] => {
  const earlier = personnummerAmong(registered).map(identify);
  const known = before?.value.earlier ?? [];
  const isNew = earlier.some((one) => known.every((other) => other.key !== one.key));
  return isNew ? [replaceOrCreate(entities.personLinks, before, { personKey: key, earlier })] : [];
};
