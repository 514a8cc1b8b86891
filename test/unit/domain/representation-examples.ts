import type { Mandate } from '../../../shared/domain/mandate.ts';
import type { RegisteredPerson } from '../../../shared/domain/registered-person.ts';

export const people = {
  resident: { key: 'resident', personnummer: '201805042387' },
  proxy: { key: 'proxy', personnummer: '199005082392' },
  stranger: { key: 'stranger', personnummer: '199605032383' },
};

/** From the resident to the proxy, to see, until revoked; registered by `unit` where one is named. */
export const aMandate = (rest: Partial<Mandate> = {}, unit?: string): Mandate => ({
  mandateId: 'M1',
  resident: people.resident,
  proxy: people.proxy,
  purposes: ['view'],
  validFrom: '2020-01-01T00:00:00.000Z',
  validTo: '2030-01-01T00:00:00.000Z',
  answerBy: '2020-01-31T00:00:00.000Z',
  state: 'accepted',
  ...(unit === undefined ? {} : { registered: { unit, by: 'S1', reason: 'Kan inte själv' } }),
  ...rest,
});

/** The resident as the register has them: a child of eight in nobody’s custody. */
export const aRegistered = (rest: Partial<RegisteredPerson> = {}): RegisteredPerson => ({
  personnummer: people.resident.personnummer,
  name: 'Namn Namnsson',
  birthDate: '2018-05-04',
  registeredInSweden: true,
  deceased: false,
  protected: false,
  test: false,
  custody: [],
  children: [],
  earlierNumbers: [],
  ...rest,
});
