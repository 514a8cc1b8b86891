import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  auditConsumerEnvironment,
  httpEnvironment,
  keySetEnvironment,
  readEnvironment,
  tableNames,
} from '../../../shared/config/environment.ts';
import { residentIssuer, staffIssuer } from '../../support/tokens.ts';
import { limits } from '../domain/media/media-examples.ts';

const whole = {
  TABLE_ORGANISATION: 'organisation-table',
  TABLE_MOMENTS: 'moments-table',
  TABLE_INSTANCES: 'instances-table',
  TABLE_ACTIVITIES: 'activities-table',
  TABLE_AUDIT_LOG: 'audit-log-table',
  ISSUERS: JSON.stringify([staffIssuer, residentIssuer]),
  PERSON_KEY_SECRET: 'a secret of at least thirty-two characters',
  NATIONAL_MANAGEMENT: 'tst5565594230-0001',
  NATIONAL_ADMINISTRATORS: 'tst5565594230-NAT1, TST5565594230-NAT2',
  CARE_WITHOUT_CARD: 'false',
  PERSON_REGISTER_URL: 'https://persons.test/person-register',
  STAFF_DIRECTORY_URL: 'https://staff.test/staff-directory',
  REGISTER_KEY: 'sixteen or longer',
  MEDIA_LIMITS: JSON.stringify(limits),
  ALLOWED_ORIGINS: 'https://a.test,https://b.test',
};
const names = Object.keys(whole) as (keyof typeof whole)[];

const complaint = (environment: Record<string, string>): string => {
  try {
    readEnvironment(httpEnvironment, environment);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('SEC-5 the environment of a function', () => {
  it('is read whole, with issuers, origins and HSA-id as what they are', () => {
    const read = readEnvironment(httpEnvironment, { ...whole, PATH: '/bin' });
    expect(read).toEqual({
      ...whole,
      ISSUERS: [staffIssuer, residentIssuer],
      NATIONAL_MANAGEMENT: 'TST5565594230-0001',
      NATIONAL_ADMINISTRATORS: ['TST5565594230-NAT1', 'TST5565594230-NAT2'],
      CARE_WITHOUT_CARD: false,
      MEDIA_LIMITS: limits,
      ALLOWED_ORIGINS: ['https://a.test', 'https://b.test'],
    });
    expect(tableNames(read)).toEqual({
      organisation: 'organisation-table',
      moments: 'moments-table',
      instances: 'instances-table',
      activities: 'activities-table',
      auditLog: 'audit-log-table',
    });
  });

  it('takes a register without TLS on this machine alone (SEC-4)', () => {
    const at = (url: string) => complaint({ ...whole, PERSON_REGISTER_URL: url });
    expect(at('http://127.0.0.1:3003/person-register')).toBe('');
    for (const url of ['http://register.test', 'http://127.0.0.1.evil.test', 'ftp://127.0.0.1', 'nowhere'])
      expect(at(url)).toContain('PERSON_REGISTER_URL');
  });

  it('names everything missing at once, and nothing that is there', () => {
    fc.assert(
      fc.property(fc.subarray(names, { minLength: 1 }), (missing) => {
        const left = Object.fromEntries(
          Object.entries(whole).filter(([name]) => !missing.some((gone) => gone === name)),
        );
        const message = complaint(left);
        for (const name of names) expect(message.includes(`${name}:`)).toBe(missing.includes(name));
      }),
    );
  });

  it('never quotes a value, whatever is wrong with it', () => {
    const secret = 'S3CR3T-value';
    const wrong = fc.constantFrom(
      secret,
      JSON.stringify(secret),
      JSON.stringify([secret]),
      JSON.stringify([{ ...staffIssuer, kind: secret }, residentIssuer]),
      JSON.stringify([{ ...staffIssuer, issuer: secret, algorithms: [secret] }, residentIssuer]),
      JSON.stringify([{ ...staffIssuer, claims: secret }, residentIssuer]),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('ISSUERS', 'PERSON_KEY_SECRET', 'NATIONAL_MANAGEMENT'),
        wrong,
        (name, value) => {
          expect(complaint({ ...whole, [name]: value })).not.toContain(secret);
        },
      ),
    );
    expect(
      complaint({ ...whole, ISSUERS: secret, NATIONAL_MANAGEMENT: secret, PERSON_KEY_SECRET: secret }),
    ).toMatch(/ISSUERS: .*PERSON_KEY_SECRET: .*NATIONAL_MANAGEMENT: /);
  });

  it.each([
    ['ISSUERS', '{'],
    ['ISSUERS', JSON.stringify([staffIssuer])],
    ['PERSON_KEY_SECRET', 'x'.repeat(31)],
    ['TABLE_AUDIT_LOG', ''],
    ['NATIONAL_MANAGEMENT', 'nobody'],
  ])('is refused where %s is %j', (name, value) => {
    expect(complaint({ ...whole, [name]: value })).toContain(`${name}`);
  });
});

describe('SEC-5 functions without callers', () => {
  it('are given no more than they need', () => {
    const { TABLE_AUDIT_LOG, TABLE_ORGANISATION, ISSUERS } = whole;
    expect(readEnvironment(auditConsumerEnvironment, whole)).toEqual({ TABLE_AUDIT_LOG });
    expect(readEnvironment(keySetEnvironment, { TABLE_ORGANISATION, ISSUERS })).toEqual({
      TABLE_ORGANISATION,
      ISSUERS: [staffIssuer, residentIssuer],
    });
    expect(() => readEnvironment(auditConsumerEnvironment, {})).toThrow('TABLE_AUDIT_LOG');
  });
});
