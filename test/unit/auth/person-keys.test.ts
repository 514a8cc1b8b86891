import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPersonKeys } from '../../../shared/auth/person-keys.ts';
import { completed, hyphenated, personnummer } from '../domain/identity-numbers.ts';
import { invalid, samordningsnummer } from '../domain/test-persons.ts';
import { refusal } from '../refusal.ts';

const secret = fc.string({ minLength: 32, maxLength: 64 });

describe('SEC the key of a person', () => {
  it('is the same for the same number under the same secret, however it was written', () => {
    fc.assert(
      fc.property(secret, personnummer, (one, number) => {
        const person = createPersonKeys(one).personOf(number);
        expect(person.personnummer).toBe(number);
        expect(createPersonKeys(one).personOf(number)).toEqual(person);
        expect(createPersonKeys(one).identify(hyphenated(number))).toEqual(person);
      }),
    );
  });

  it('is another for another number, and under another secret', () => {
    fc.assert(
      fc.property(secret, secret, personnummer, personnummer, (one, other, number, neighbour) => {
        fc.pre(one !== other && number !== neighbour);
        const { key } = createPersonKeys(one).personOf(number);
        expect(createPersonKeys(one).personOf(neighbour).key).not.toBe(key);
        expect(createPersonKeys(other).personOf(number).key).not.toBe(key);
      }),
    );
  });

  it('is another a hundred years later, where the last ten digits are the same', () => {
    const { personOf } = createPersonKeys('a secret of at least thirty-two characters');
    const [earlier, later] = [completed('19120101123'), completed('20120101123')];
    expect(earlier.slice(2)).toBe(later.slice(2));
    expect(personOf(earlier).key).not.toBe(personOf(later).key);
  });

  it('holds no part of the number and nothing a key, an address or a log cannot carry', () => {
    fc.assert(
      fc.property(secret, personnummer, (one, number) => {
        const { key } = createPersonKeys(one).personOf(number);
        expect(key).toMatch(/^[A-Za-z0-9_-]{32}$/);
        expect(key).not.toContain(number.slice(2));
        expect(key).not.toContain(number.slice(0, 8));
      }),
    );
  });
});

describe('ID-9 the id under which somebody is shown', () => {
  const unit = fc.constantFrom('SE1', 'SE2', 'SE3').map((hsaId) => ({ unit: hsaId }));
  const viewer = fc.oneof(
    unit,
    personnummer.map((number) => ({
      resident: createPersonKeys('a secret of at least thirty-two characters').personOf(number),
    })),
  );

  it('is the same whenever the same viewer is shown the same person', () => {
    fc.assert(
      fc.property(secret, viewer, personnummer, (one, who, number) => {
        const [keys, again] = [createPersonKeys(one), createPersonKeys(one)];
        expect(keys.shownIdFor(who)(keys.personOf(number))).toBe(
          again.shownIdFor(who)(again.personOf(number)),
        );
      }),
    );
  });

  it('is another for every other viewer and every other person, and never a key', () => {
    fc.assert(
      fc.property(
        secret,
        viewer,
        viewer,
        personnummer,
        personnummer,
        (one, who, whoElse, number, neighbour) => {
          fc.pre(JSON.stringify(who) !== JSON.stringify(whoElse) && number !== neighbour);
          const { personOf, shownIdFor } = createPersonKeys(one);
          const [person, other] = [personOf(number), personOf(neighbour)];
          const id = shownIdFor(who)(person);
          expect(shownIdFor(whoElse)(person)).not.toBe(id);
          expect(shownIdFor(who)(other)).not.toBe(id);
          expect(person.key).not.toContain(id);
          expect(id).not.toContain(person.key);
        },
      ),
    );
  });

  it('is not a unit’s where a resident has the unit’s name for a key', () => {
    const { shownIdFor, personOf } = createPersonKeys('a secret of at least thirty-two characters');
    const person = personOf(completed('19900508239'));
    const resident = { key: 'SE1', personnummer: person.personnummer };
    expect(shownIdFor({ resident })(person)).not.toBe(shownIdFor({ unit: 'SE1' })(person));
  });
});

describe('ID-4 a number sent by a caller', () => {
  const { identify } = createPersonKeys('a secret of at least thirty-two characters');

  it.each([
    [samordningsnummer['day 60'], 'identity-number-coordination'],
    [invalid.checksum, 'identity-number-checksum'],
    [invalid['30 February'], 'identity-number-date'],
    [invalid['eleven digits'], 'identity-number-format'],
    [invalid['reserve number'], 'identity-number-reserve'],
  ])('that is %s is refused with %s', (number, code) => {
    expect(refusal(() => identify(number))).toBe(code);
  });
});
