import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPersonKeys } from '../../../shared/auth/person-keys.ts';
import { hasAssurance, principalOf } from '../../../shared/auth/principal-of.ts';
import { loa3, residentIssuer, residentLoa3, siths, staffIssuer } from '../../support/tokens.ts';
import { invalid, personnummer, samordningsnummer } from '../domain/test-persons.ts';
import { problemIn, refusal } from '../refusal.ts';

const keys = createPersonKeys('a secret of at least thirty-two characters');
const numberClaim = residentIssuer.kind === 'resident' ? residentIssuer.claims.personnummer : '';

const staff = (claims: Record<string, unknown>) => principalOf({ issuer: staffIssuer, claims }, keys);
const resident = (claims: Record<string, unknown>) => principalOf({ issuer: residentIssuer, claims }, keys);

describe('ORG-7 a staff token', () => {
  it('names its holder by HSA-id in upper case, with the commission and provider they chose', () => {
    const claims = {
      sub: 'transient',
      employeeHsaId: 'tst5565594230-pra1',
      commissionHsaId: 'Tst5565594230-pra1c1',
      healthCareProviderHsaId: 'TST5565594230-1000',
      amr: [siths],
    };
    expect(staff(claims)).toEqual({
      kind: 'staff',
      hsaId: 'TST5565594230-PRA1',
      commission: 'TST5565594230-PRA1C1',
      provider: 'TST5565594230-1000',
      methods: ['siths'],
    });
  });

  it('without an HSA-id is no token, whatever its subject is', () => {
    const unreadable = fc.anything().filter((value) => !(typeof value === 'string' && value.includes('-')));
    fc.assert(
      fc.property(unreadable, (employeeHsaId) => {
        const claims = { sub: 'TST5565594230-PRA1', employeeHsaId };
        expect(refusal(() => staff(claims))).toBe('token-invalid');
      }),
    );
  });

  it('gives no commission, provider or method that it does not name rightly', () => {
    const odd = fc.oneof(fc.anything(), fc.string());
    fc.assert(
      fc.property(odd, (value) => {
        const claims = { employeeHsaId: 'TST5565594230-PRA1', commissionHsaId: value, amr: value };
        expect(staff(claims)).toMatchObject({ commission: undefined, provider: undefined, methods: [] });
      }),
    );
  });

  it.each([
    [[], []],
    [['pwd'], []],
    [['sms'], ['sms-otp']],
    [[siths], ['siths']],
    [
      ['sms', 'pwd', siths],
      ['siths', 'sms-otp'],
    ],
  ])('with amr %j was issued by %j (ID-2)', (amr, methods) => {
    expect(staff({ employeeHsaId: 'TST5565594230-PRA1', amr })).toMatchObject({ methods });
  });
});

describe('ID-4 a resident token', () => {
  it('speaks for the person whose personnummer it carries, and for nothing staff are', () => {
    for (const number of Object.values(personnummer).flat())
      expect(resident({ [numberClaim]: number, employeeHsaId: 'TST5565594230-PRA1' })).toEqual({
        kind: 'resident',
        person: keys.personOf(number),
        resident: keys.personOf(number),
      });
  });

  it.each([
    ...Object.values(samordningsnummer).map((number) => [number, 'coordination']),
    [invalid['reserve number'], 'reserve'],
    [invalid.checksum, 'checksum'],
    [invalid['month 13'], 'date'],
    ['', 'format'],
  ])('with %s is refused as %s', (number, reason) => {
    expect(refusal(() => resident({ [numberClaim]: number }))).toBe(`identity-number-${reason}`);
  });

  it('with anything but a text for a number is refused, and says nothing of it', () => {
    const notText = fc.anything().filter((value) => typeof value !== 'string');
    fc.assert(
      fc.property(notText, (value) => {
        const problem = problemIn(() => resident({ [numberClaim]: value }));
        expect(problem).toMatchObject({ code: 'identity-number-format', faults: [] });
      }),
    );
  });
});

describe('ID-2 assurance', () => {
  it.each([
    [loa3, true],
    ['http://id.sambi.se/loa/loa2', false],
    [residentLoa3, false],
    [[loa3], false],
    [undefined, false],
  ])('of staff with acr %j is enough: %s', (acr, enough) => {
    expect(hasAssurance({ issuer: staffIssuer, claims: acr === undefined ? {} : { acr } })).toBe(enough);
  });

  it('of residents is their own issuer’s LoA3', () => {
    expect(hasAssurance({ issuer: residentIssuer, claims: { acr: residentLoa3 } })).toBe(true);
    expect(hasAssurance({ issuer: residentIssuer, claims: { acr: loa3 } })).toBe(false);
  });
});
