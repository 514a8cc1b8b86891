import { expect, test } from 'vitest';
import {
  handlerEnvironment,
  portNames,
  portVariables,
  readSettings,
  SettingUnusable,
} from '../../../infra/local/process/settings.ts';
import {
  auditConsumerEnvironment,
  httpEnvironment,
  keySetEnvironment,
  mediaEnvironment,
  readEnvironment,
  uploadEnvironment,
} from '../../../shared/config/environment.ts';

const tables = {
  organisation: 'o',
  moments: 'm',
  instances: 'i',
  activities: 'a',
  auditLog: 'l',
};
const made = {
  endpoint: 'http://127.0.0.1:8000',
  mediaEndpoint: 'http://127.0.0.1:8001',
  tables,
  personKeySecret: 'a secret of the tests, long enough to be one',
  registerKey: 'the key of the tests',
};

test('every port has its usual place and a variable that moves it', () => {
  expect(readSettings({}).ports).toEqual({
    ...{ api: 3000, staff: 3001, resident: 3002 },
    ...{ registers: 3003, media: 3004 },
  });
  for (const which of portNames)
    expect(readSettings({ [portVariables[which]]: '4321' }).ports).toMatchObject({ [which]: 4321 });
});

test.each(['', '0', '65536', '3.5', 'abc'])('the port %j is refused, by the name of its variable', (port) => {
  for (const variable of Object.values(portVariables)) {
    const reading = () => readSettings({ [variable]: port });
    expect(reading).toThrow(SettingUnusable);
    expect(reading).toThrow(variable);
  }
});

test('the demo organisation is set up unless LOCAL_EMPTY says otherwise', () => {
  expect(readSettings({}).demoOrganisation).toBe(true);
  expect(readSettings({ LOCAL_EMPTY: '' }).demoOrganisation).toBe(true);
  expect(readSettings({ LOCAL_EMPTY: '1' }).demoOrganisation).toBe(false);
});

test('the functions find in their environment all that they need', () => {
  const environment = handlerEnvironment(readSettings({ REGISTERS_PORT: '3103' }), made);
  for (const schema of [auditConsumerEnvironment, keySetEnvironment, mediaEnvironment, uploadEnvironment])
    expect(() => readEnvironment<unknown>(schema, environment)).not.toThrow();
  expect(readEnvironment(httpEnvironment, environment)).toMatchObject({
    PERSON_REGISTER_URL: 'http://127.0.0.1:3103/person-register',
    STAFF_DIRECTORY_URL: 'http://127.0.0.1:3103/staff-directory',
    REGISTER_KEY: made.registerKey,
    NATIONAL_ADMINISTRATORS: ['TST5565594230-NAT1'],
  });
});
