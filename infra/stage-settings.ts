import type { Issuer } from '../shared/auth/issuer.ts';
import { region } from './region.ts';
import type { StageName, StageSettings } from './stage.ts';

/** Claim names and values as Inera's and Sweden Connect's providers have them; the residents' are not public (domain.md 3.3–3.4). */
const issuersAt = (domain: string): Issuer[] => [
  {
    kind: 'staff',
    issuer: `https://staff.${domain}`,
    audience: 'stod-och-behandling',
    jwksUri: `https://staff.${domain}/jwks`,
    algorithms: ['RS256'],
    types: ['JWT', 'at+jwt'],
    assurance: ['http://id.sambi.se/loa/loa3'],
    claims: { hsaId: 'employeeHsaId', commission: 'commissionHsaId', provider: 'healthCareProviderHsaId' },
    methods: { siths: ['urn:oasis:names:tc:SAML:2.0:ac:classes:TLSClient'], smsOtp: ['sms'] },
  },
  {
    kind: 'resident',
    issuer: `https://residents.${domain}`,
    audience: 'stod-och-behandling',
    jwksUri: `https://residents.${domain}/jwks`,
    algorithms: ['RS256', 'ES256'],
    types: ['JWT', 'at+jwt'],
    assurance: ['http://id.elegnamnden.se/loa/1.0/loa3'],
    claims: { personnummer: 'https://id.oidc.se/claim/personalIdentityNumber' },
  },
];

/** The three stages. Accounts, addresses and HSA-ids are placeholders until the real ones are given. */
export const stageSettings: Record<StageName, StageSettings> = {
  dev: {
    account: '111111111111',
    region,
    issuers: issuersAt('idp.dev.example'),
    nationalManagement: 'SE0000000000-NATIONAL',
    allowedOrigins: ['https://personal.dev.example', 'https://invanare.dev.example'],
  },
  test: {
    account: '222222222222',
    region,
    issuers: issuersAt('idp.test.example'),
    nationalManagement: 'SE0000000000-NATIONAL',
    allowedOrigins: ['https://personal.test.example', 'https://invanare.test.example'],
  },
  prod: {
    account: '333333333333',
    region,
    issuers: issuersAt('idp.example'),
    nationalManagement: 'SE0000000000-NATIONAL',
    allowedOrigins: ['https://personal.example', 'https://invanare.example'],
  },
};
