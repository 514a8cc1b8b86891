import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { people, staff as staffIds } from '../../../infra/local/data/demo-data.ts';
import { personas } from '../../../infra/local/identity/personas.ts';
import { readRegisterData } from '../../../infra/local/registers/register-data.ts';
import { readIdentityNumber } from '../../../shared/domain/personal-identity-number.ts';
import { answersForThemselves, hasCustody, isAdult } from '../../../shared/domain/registered-person.ts';
import { personnummer } from '../../unit/domain/test-persons.ts';

const { persons, staff } = await readRegisterData();
const testNumbers = Object.values(personnummer).flat();

const person = (number: string) => {
  const found = persons.find((one) => one.personnummer === number);
  if (!found) throw new Error(`${number} is not in persons.json`);
  return found;
};

test('everyone of the demo is known to the registers', () => {
  expect(persons.map((one) => one.personnummer)).toEqual(expect.arrayContaining(Object.values(people)));
  expect(staff.map(({ hsaId }) => hsaId)).toEqual(expect.arrayContaining(Object.values(staffIds)));
});

test('every number is one that the Tax Agency has published for tests', () => {
  const numbers = persons.flatMap((one) => [one.personnummer, ...one.earlierNumbers, ...one.children]);
  for (const number of numbers) expect(readIdentityNumber(number).kind).not.toBe('refused');
  expect(testNumbers).toEqual(expect.arrayContaining(numbers));
});

test('custody is entered on the child and on the one who has it', () => {
  const onChildren = persons.flatMap(({ personnummer: child, custody }) =>
    custody.map(({ custodian }) => [custodian, child]),
  );
  const onCustodians = persons.flatMap(({ personnummer: custodian, children }) =>
    children.map((child) => [custodian, child]),
  );
  expect(onChildren.toSorted()).toEqual(onCustodians.toSorted());
});

test('each is what the demo needs them to be', () => {
  const now = '2026-11-23T12:00:00.000Z';
  expect(hasCustody(person(people.child), people.guardian, now)).toBe(true);
  expect(answersForThemselves(person(people.child), now)).toBe(false);
  expect(answersForThemselves(person(people.teenager), '2026-04-25T12:00:00.000Z')).toBe(false);
  expect(answersForThemselves(person(people.teenager), '2026-04-26T12:00:00.000Z')).toBe(true);
  for (const number of [people.resident, people.proxy, people.guardian])
    expect(isAdult(person(number), now)).toBe(true);
  expect(person(people.protectedResident).protected).toBe(true);
  expect(person(people.abroad)).toMatchObject({ registeredInSweden: false });
  expect(person(people.changedNumber).earlierNumbers).toEqual(['200105042394']);
});

test('a persona logs in with a commission that the directory has, on their own provider', () => {
  for (const { claims } of Object.values(personas)) {
    if (!('commissionHsaId' in claims)) continue;
    const found = staff.find(({ hsaId }) => hsaId === claims['employeeHsaId']);
    expect(found?.commissions).toContainEqual(
      expect.objectContaining({
        hsaId: claims['commissionHsaId'],
        provider: claims['healthCareProviderHsaId'],
      }),
    );
  }
});

test.each([
  ['not JSON', '[', /Must be JSON/],
  ['a fault in a person', '[{"hsaId":"TST5565594230-PRA1","protected":"no"}]', /\[0\]\.protected/],
  ['somebody twice', JSON.stringify([staff[0], staff[0]]), /The same hsaId twice/],
])('%s is named, with the file', async (_, text, fault) => {
  const directory = await mkdtemp(join(tmpdir(), 'register-data-'));
  const path = join(directory, 'staff.json');
  await writeFile(path, text);
  const reading = readRegisterData(undefined, path);
  await expect(reading).rejects.toThrow(fault);
  await expect(reading).rejects.toThrow(path);
  await rm(directory, { recursive: true });
});
