import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Issuer } from '../../shared/auth/issuer-settings.ts';
import { issuers as issuersSchema } from '../../shared/auth/issuer-settings.ts';
import type { KeySet, KeySetSource } from '../../shared/auth/key-sets.ts';

export const loa3 = 'http://id.sambi.se/loa/loa3';
export const residentLoa3 = 'http://id.elegnamnden.se/loa/1.0/loa3';
export const siths = 'urn:oasis:names:tc:SAML:2.0:ac:classes:TLSClient';
const residentNumber = 'https://id.oidc.se/claim/personalIdentityNumber';

export const [staffIssuer, residentIssuer] = issuersSchema.parse([
  {
    kind: 'staff',
    issuer: 'https://staff.idp.test',
    audience: 'stod-och-behandling',
    jwksUri: 'https://staff.idp.test/jwks',
    algorithms: ['RS256'],
    types: ['JWT'],
    assurance: [loa3],
    claims: { hsaId: 'employeeHsaId', commission: 'commissionHsaId', provider: 'healthCareProviderHsaId' },
    methods: { siths: [siths], smsOtp: ['sms'] },
  },
  {
    kind: 'resident',
    issuer: 'https://resident.idp.test',
    audience: 'stod-och-behandling',
    jwksUri: 'https://resident.idp.test/jwks',
    algorithms: ['ES256'],
    types: ['JWT'],
    assurance: [residentLoa3],
    claims: { personnummer: residentNumber },
  },
]) as [Issuer, Issuer];

const pairs = {
  staff: await generateKeyPair('RS256', { modulusLength: 2048, extractable: true }),
  resident: await generateKeyPair('ES256', { extractable: true }),
};

const keySetOf = async ({ kind, issuer }: Issuer, fetchedAt = new Date().toISOString()): Promise<KeySet> => {
  const { kty = '', ...members } = await exportJWK(pairs[kind].publicKey);
  const text = Object.fromEntries(Object.entries(members).filter(([, value]) => typeof value === 'string'));
  return {
    issuer,
    keys: [{ ...(text as Record<string, string>), kid: `${kind}-1`, kty, use: 'sig' }],
    fetchedAt,
  };
};

/** The stored keys as the refresher would have left them this minute. */
export const keySource: KeySetSource = {
  keySet: async (issuer) => keySetOf(issuer === staffIssuer.issuer ? staffIssuer : residentIssuer),
};

type Claims = Readonly<Record<string, unknown>>;

const minute = 60;
const thisMinute = () => Math.floor(Date.now() / 1000 / minute) * minute;

/** By what they say, those of this minute: to sign with RSA is dear, and the same few people log in again and again. */
const signed = { at: 0, tokens: new Map<string, Promise<string>>() };

/** Signs with the issuer's own key; a claim or header set to undefined is left out. */
export const sign = (issuer: Issuer, claims: Claims, header: Claims = {}): Promise<string> => {
  const at = thisMinute();
  if (signed.at !== at) signed.tokens.clear();
  signed.at = at;
  const payload = {
    iss: issuer.issuer,
    aud: issuer.audience,
    sub: 'transient',
    iat: at,
    exp: at + 10 * minute,
    ...claims,
  };
  const protectedHeader = {
    alg: issuer.algorithms[0] ?? 'RS256',
    kid: `${issuer.kind}-1`,
    typ: 'JWT',
    ...header,
  };
  const said = JSON.stringify([issuer.kind, payload, protectedHeader]);
  const token =
    signed.tokens.get(said) ??
    new SignJWT(payload).setProtectedHeader(protectedHeader).sign(pairs[issuer.kind].privateKey);
  signed.tokens.set(said, token);
  return token;
};

export interface StaffLogin {
  readonly hsaId: string;
  readonly provider?: string;
  readonly commission?: string;
}

export const staffToken = (
  { hsaId, provider, commission }: StaffLogin,
  claims: Claims = {},
): Promise<string> =>
  sign(staffIssuer, {
    employeeHsaId: hsaId,
    acr: loa3,
    amr: [siths],
    healthCareProviderHsaId: provider,
    commissionHsaId: commission,
    ...claims,
  });

export const residentToken = (personnummer: string, claims: Claims = {}): Promise<string> =>
  sign(residentIssuer, { [residentNumber]: personnummer, acr: residentLoa3, ...claims });
