import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answersForThemselves,
  canBeRepresented,
  hasCustody,
  isAdult,
  openToOneself,
  registeredPerson,
  showResident,
} from '../../../shared/domain/registered-person.ts';
import { aRegistered, people } from './representation-examples.ts';

describe('ID-6 the thirteenth birthday, by Swedish date', () => {
  it.each([
    ['in winter, the second before midnight', '2013-11-23', '2026-11-22T22:59:59Z', false],
    ['in winter, the last millisecond before midnight', '2013-11-23', '2026-11-22T22:59:59.999Z', false],
    ['in winter, at midnight', '2013-11-23', '2026-11-22T23:00:00Z', true],
    ['in winter, the second after midnight', '2013-11-23', '2026-11-22T23:00:01Z', true],
    ['in summer, the second before midnight', '2013-07-01', '2026-06-30T21:59:59Z', false],
    ['in summer, the last millisecond before midnight', '2013-07-01', '2026-06-30T21:59:59.999Z', false],
    ['in summer, at midnight', '2013-07-01', '2026-06-30T22:00:00Z', true],
    ['in summer, the second after midnight', '2013-07-01', '2026-06-30T22:00:01Z', true],
    ['born on a leap day, the second before 28 February', '2012-02-29', '2025-02-27T22:59:59Z', false],
    ['born on a leap day, as 28 February begins', '2012-02-29', '2025-02-27T23:00:00Z', true],
    ['born on a leap day, long before it would be 1 March', '2012-02-29', '2025-02-28T12:00:00Z', true],
    ['the day before', '2013-11-23', '2026-11-22T12:00:00Z', false],
    ['ever after', '2013-11-23', '2126-11-23T12:00:00Z', true],
  ])('%s', (_, birthDate, now, own) => {
    expect(answersForThemselves(aRegistered({ birthDate }), now)).toBe(own);
  });

  it('goes by the date of birth in the register, not by the number', () => {
    const child = aRegistered({ personnummer: '201311232390', birthDate: '2013-11-25' });
    expect(answersForThemselves(child, '2026-11-24T12:00:00Z')).toBe(false);
  });

  it('once passed is never undone', () => {
    const instant = fc.date({
      min: new Date('2024-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    });
    const birthDate = fc.constantFrom('2012-02-29', '2013-03-29', '2013-10-27', '2014-12-31');
    fc.assert(
      fc.property(birthDate, instant, fc.nat(200_000_000), (born, at, later) => {
        const child = aRegistered({ birthDate: born });
        fc.pre(answersForThemselves(child, at.toISOString()));
        expect(answersForThemselves(child, new Date(at.getTime() + later).toISOString())).toBe(true);
      }),
    );
  });
});

describe('ID-6 custody', () => {
  const parent = people.proxy.personnummer;
  const held = (now: string, to: string | undefined = '2026-07-01', custodian = parent) =>
    hasCustody(
      aRegistered({ custody: [{ custodian, from: '2026-01-15', ...(to === '' ? {} : { to }) }] }),
      parent,
      now,
    );

  it.each([
    ['not the second before its first day', '2026-01-14T22:59:59Z', false],
    ['from its first day', '2026-01-14T23:00:00Z', true],
    ['through its last day', '2026-07-01T21:59:59.999Z', true],
    ['not the day after', '2026-07-01T22:00:00Z', false],
  ])('%s, by Swedish date', (_, now, holds) => {
    expect(held(now)).toBe(holds);
  });

  it('without an end lasts', () => {
    expect(held('2099-01-01T00:00:00Z', '')).toBe(true);
    expect(held('2026-01-14T22:59:59Z', '')).toBe(false);
  });

  it('of one day holds that day', () => {
    const custody = [{ custodian: parent, from: '2026-01-15', to: '2026-01-15' }];
    expect(hasCustody(aRegistered({ custody }), parent, '2026-01-15T12:00:00Z')).toBe(true);
  });

  it('is the custodian’s alone, and nobody’s where there is none', () => {
    expect(held('2026-03-01T00:00:00Z', '', people.stranger.personnummer)).toBe(false);
    expect(hasCustody(aRegistered(), parent, '2026-03-01T00:00:00Z')).toBe(false);
  });

  it('that has ended and begun again holds in its times and not between them', () => {
    const custody = [
      { custodian: parent, from: '2020-01-01', to: '2020-12-31' },
      { custodian: parent, from: '2022-01-01' },
    ];
    const at = (now: string) => hasCustody(aRegistered({ custody }), parent, now);
    expect([at('2020-06-01T12:00:00Z'), at('2021-06-01T12:00:00Z'), at('2022-06-01T12:00:00Z')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('ID-7 an adult', () => {
  it('is eighteen by Swedish date', () => {
    const young = aRegistered({ birthDate: '2008-11-23' });
    expect(isAdult(young, '2026-11-22T22:59:59Z')).toBe(false);
    expect(isAdult(young, '2026-11-22T23:00:00Z')).toBe(true);
  });
});

describe('ID-4 what is open to oneself', () => {
  const at = '2026-11-23T10:00:00.000Z';
  const abroad = (deregistered?: string) =>
    aRegistered({ registeredInSweden: false, ...(deregistered ? { deregistered } : {}) });

  it.each([
    ['everything while registered', aRegistered(), 'everything'],
    ['reading, from the day one is not', abroad('2026-11-23'), 'reading'],
    ['reading on the ninetieth day', abroad('2026-08-26'), 'reading'],
    ['nothing after ninety days', abroad('2026-08-25'), 'nothing'],
    ['nothing where the register does not say since when', abroad(), 'nothing'],
    ['nothing to whom the register does not know', undefined, 'nothing'],
    ['nothing to the dead', aRegistered({ deceased: true }), 'nothing'],
    ['nothing to the dead, on the very day', { ...abroad('2026-11-23'), deceased: true }, 'nothing'],
  ])('is %s', (_, one, open) => {
    expect(openToOneself(one, at)).toBe(open);
  });

  it('ends at Swedish midnight', () => {
    expect(openToOneself(abroad('2026-08-25'), '2026-11-22T22:59:59.999Z')).toBe('reading');
    expect(openToOneself(abroad('2026-08-25'), '2026-11-22T23:00:00.000Z')).toBe('nothing');
  });

  it('is nobody else’s where one is dead or not registered', () => {
    expect(canBeRepresented(aRegistered())).toBe(true);
    expect(canBeRepresented(aRegistered({ deceased: true }))).toBe(false);
    expect(canBeRepresented(abroad('2026-11-23'))).toBe(false);
  });
});

describe('ID-9 how a resident is shown', () => {
  it('named only where the register says that they are not protected', () => {
    const { resident } = people;
    const idOf = () => 'i-1';
    const shown = {
      protected: false,
      id: 'i-1',
      personnummer: resident.personnummer,
      name: 'Namn Namnsson',
    };
    expect(showResident(resident, aRegistered(), idOf)).toEqual(shown);
    const hidden = { protected: true, id: 'i-1' };
    expect(showResident(resident, aRegistered({ protected: true }), idOf)).toEqual(hidden);
    expect(showResident(resident, undefined, idOf)).toEqual(hidden);
  });
});

describe('ID-6 what the register answers', () => {
  it('is refused where a date or a number is none', () => {
    const read = (rest: object) => registeredPerson.safeParse({ ...aRegistered(), ...rest }).success;
    expect(read({})).toBe(true);
    expect(read({ birthDate: '2018-02-30' })).toBe(false);
    expect(read({ birthDate: '20180504' })).toBe(false);
    expect(read({ personnummer: '180504-2387' })).toBe(false);
    expect(read({ custody: [{ custodian: people.proxy.personnummer }] })).toBe(false);
    expect(read({ custody: undefined })).toBe(false);
    expect(read({ protected: undefined })).toBe(false);
  });
});
