import { describe, expect, it } from 'vitest';
import {
  amend,
  create,
  demand,
  demandUnread,
  dropUnread,
  keep,
  recreate,
  remove,
  replace,
  replaceOrCreate,
} from '../../../shared/persistence/engine/change.ts';
import { stored } from '../../../shared/persistence/engine/entity.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { refusal } from '../refusal.ts';
import { aUnit } from './unit-examples.ts';

const unit = aUnit();
const closed = aUnit({ state: 'inactive' });
const read = { value: unit, version: 7 };

describe('CARE-7 a change', () => {
  it('that creates expects nothing there and begins at version 1', () => {
    expect(create(entities.unit, unit)).toMatchObject({
      act: 'put',
      item: { ...unit, version: 1 },
      expect: { absent: true, otherwise: 'already-exists' },
    });
  });

  it('that replaces expects the version that was read and writes the next', () => {
    for (const change of [replace(entities.unit, read, closed), replaceOrCreate(entities.unit, read, closed)])
      expect(change).toMatchObject({ act: 'put', item: { ...closed, version: 8 }, expect: { version: 7 } });
  });

  it('that saves what nobody has written expects that nobody was quicker', () => {
    expect(replaceOrCreate(entities.unit, undefined, unit)).toMatchObject({
      item: { version: 1 },
      expect: { absent: true, otherwise: 'version-mismatch' },
    });
  });

  it('that deletes expects the version that was read', () => {
    const change = remove(entities.unit, read);
    expect(change).toMatchObject({ act: 'delete', expect: { version: 7 } });
    expect(change.item).toBeUndefined();
  });

  it('that only demands names the states, or nothing but existence', () => {
    expect(demand(entities.unit, unit, ['active'])).toMatchObject({
      act: 'check',
      expect: { state: ['active'] },
    });
    expect(demand(entities.unit, unit).expect).toEqual({});
  });

  it('that makes what was there before goes on from the version it had', () => {
    expect(recreate(entities.unit, unit, 7)).toMatchObject({
      item: { ...unit, version: 8 },
      expect: { absent: true, otherwise: 'version-mismatch' },
    });
  });

  it('that keeps what never changes, or drops what follows from something else, expects nothing', () => {
    expect(keep(entities.unit, unit)).toMatchObject({ act: 'put', expect: { anything: true } });
    expect(dropUnread(entities.unit, unit)).toMatchObject({ act: 'delete', expect: { anything: true } });
  });

  it('that amends sets and adds in one of the states named, whatever the version has become', () => {
    const change = amend(entities.unit, unit, {
      set: { name: 'Ny' },
      state: ['active'],
      otherwise: 'unit-inactive',
    });
    expect(change).toMatchObject({
      act: 'update',
      item: { name: 'Ny' },
      expect: { state: ['active'], otherwise: 'unit-inactive' },
    });
    expect(change.expect).not.toHaveProperty('version');
  });

  it('that demands what nobody has read says what it means when it does not hold', () => {
    const key = entities.unit.key(unit);
    const expected = { state: ['active'], otherwise: 'unit-inactive' as const };
    expect(demandUnread(entities.unit, key, expected)).toMatchObject({ act: 'check', key, expect: expected });
  });

  it('of more than 300 kB is refused before it is sent, at any letter', () => {
    const named = (name: string) => refusal(() => create(entities.unit, { ...unit, name }));
    const rest = Buffer.byteLength(JSON.stringify({ ...create(entities.unit, unit).item, name: '' }));
    for (const letter of ['a', 'å', '🌻']) {
      const bytes = Buffer.byteLength(letter);
      const fits = Math.floor((300_000 - rest) / bytes);
      expect(named(letter.repeat(fits))).toBeUndefined();
      expect(named(letter.repeat(fits + 1))).toBe('item-too-large');
    }
  });

  it('always goes to the kind’s own table, under the value’s own key', () => {
    const changes = [create(entities.unit, unit), remove(entities.unit, read), demand(entities.unit, unit)];
    for (const change of changes)
      expect(change).toMatchObject({ table: 'organisation', type: 'Unit', key: entities.unit.key(unit) });
  });

  it('writes nothing its schema does not know, and refuses what does not fit it', () => {
    const more = { ...unit, note: 'extra' };
    expect(create(entities.unit, more).item).not.toHaveProperty('note');
    expect(() => create(entities.unit, { ...unit, state: 'gone' as 'active' })).toThrow();
  });
});

describe('CARE-7 an item read back', () => {
  const item = { ...entities.unit.key(unit), ...create(entities.unit, unit).item, activityId: 'a' };

  it('is the value that was written, with its version', () => {
    expect(stored(entities.unit, item)).toEqual({ value: unit, version: 1 });
  });

  it.each([
    ['of another type', { type: 'StaffMember' }],
    ['without a type', { type: undefined }],
    ['without a version', { version: undefined }],
    ['whose version is no number', { version: '1' }],
    ['that does not fit its schema', { state: 'gone' }],
  ])('is an error when %s, and the error quotes nothing of it', (_, wrong) => {
    expect(() => stored(entities.unit, { ...item, ...wrong })).toThrow(/^Unreadable Unit item in the table$/);
  });
});

describe('every kind of item', () => {
  it('has a type of its own', () => {
    const types = Object.values(entities).map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
  });
});
