import * as z from 'zod';
import { hsaId } from '../domain/hsa-id.ts';
import { readIdentityNumber } from '../domain/personal-identity-number.ts';
import { Problem } from '../domain/problem.ts';
import type { Issuer } from './issuer-settings.ts';
import type { PersonKeys } from './person-keys.ts';
import type { Principal, StaffPrincipal } from './principal.ts';
import type { VerifiedClaims } from './token-verifier.ts';

const authenticationMethods = z.array(z.string()).catch([]);
const identityNumber = z.string().catch('');

const methodsIn = (claims: VerifiedClaims['claims'], { methods }: Extract<Issuer, { kind: 'staff' }>) => {
  const amr = authenticationMethods.parse(claims['amr']);
  const found: StaffPrincipal['methods'][number][] = [];
  if (amr.some((method) => methods.siths.includes(method))) found.push('siths');
  if (amr.some((method) => methods.smsOtp.includes(method))) found.push('sms-otp');
  return found;
};

const staffPrincipal = (
  claims: VerifiedClaims['claims'],
  issuer: Extract<Issuer, { kind: 'staff' }>,
): Principal => {
  const who = hsaId.safeParse(claims[issuer.claims.hsaId]);
  if (!who.success) throw new Problem('token-invalid', [], { cause: 'no HSA-id in the token' });
  return {
    kind: 'staff',
    hsaId: who.data,
    commission: hsaId.safeParse(claims[issuer.claims.commission]).data,
    provider: hsaId.safeParse(claims[issuer.claims.provider]).data,
    methods: methodsIn(claims, issuer),
  };
};

/** The subject is never used as a key: Inera's identity provider makes it anew for each login. */
export const principalOf = ({ issuer, claims }: VerifiedClaims, personKeys: PersonKeys): Principal => {
  if (issuer.kind === 'staff') return staffPrincipal(claims, issuer);
  const number = readIdentityNumber(identityNumber.parse(claims[issuer.claims.personnummer]));
  if (number.kind === 'refused') throw new Problem(number.code);
  const person = personKeys.personOf(number.number);
  return { kind: 'resident', person, resident: person };
};

/** LoA3 or nothing (ID-2): `acr` must be one of the issuer's values for it; a token without `acr` is refused. */
export const hasAssurance = ({ issuer, claims }: VerifiedClaims): boolean =>
  issuer.assurance.some((accepted) => accepted === claims['acr']);
