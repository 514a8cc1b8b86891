import type { Issuer } from '../../shared/auth/issuer-settings.ts';
import { region } from './region.ts';
import type { StageName, StageSettings } from './stage.ts';

/**
 * Claim names and values of staff as in Inera's list of attributes (inera.atlassian.net, page 3475259438). What residents'
 * provider at 1177 calls its claims is not public: theirs are Sweden Connect's (id.oidc.se).
 */
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

/** Where the registers' adapters answer; one service of PrivateLink and one private name each. */
const registersAt = (
  domain: string,
  services: { person: string; staff: string },
): StageSettings['registers'] => ({
  person: {
    url: `https://person.${domain}`,
    endpointService: `com.amazonaws.vpce.${region}.vpce-svc-${services.person}`,
  },
  staff: {
    url: `https://staff.${domain}`,
    endpointService: `com.amazonaws.vpce.${region}.vpce-svc-${services.staff}`,
  },
});

/** Sizes and formats as decided in MED-1; a day's upload is scanned in minutes, or not at all. */
const media: StageSettings['media'] = {
  limits: {
    image: { megabytes: 10, types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'] },
    sound: { megabytes: 50, types: ['audio/mpeg', 'audio/mp4'] },
    film: { megabytes: 500, types: ['video/mp4'] },
    document: { megabytes: 20, types: ['application/pdf'] },
  },
  quarantineDays: 7,
};

/** As far back as the tables themselves reach, and not further: what was purged of a person lives on in a backup (END-4). */
const backup: StageSettings['backup'] = {
  retentionDays: 35,
  maximumRetentionDays: 90,
  lockChangeableForDays: 14,
};

/** The stages. Accounts, addresses and HSA-ids are placeholders until the real ones are given. */
export const stageSettings: Record<StageName, StageSettings> = {
  dev: {
    account: '111111111111',
    region,
    issuers: issuersAt('idp.dev.example'),
    nationalManagement: 'SE0000000000-NATIONAL',
    nationalAdministrators: ['SE0000000000-ADMIN1'],
    careWithoutCard: false,
    registers: registersAt('register.dev.example', {
      person: '0000000000000001a',
      staff: '0000000000000001b',
    }),
    allowedOrigins: ['https://personal.dev.example', 'https://invanare.dev.example'],
    domain: null,
    throttling: {
      rate: 50,
      burst: 100,
      requestsPerToken: 600,
      requestsPerAddress: 2000,
      knownNetworks: [],
    },
    logRetentionDays: 30,
    auditRetentionYears: 5,
    media,
    backup,
    restoredTables: {},
    alarmAddresses: ['drift@dev.example'],
    alarmWebhook: null,
    expectsTraffic: false,
  },
  test: {
    account: '222222222222',
    region,
    issuers: issuersAt('idp.test.example'),
    nationalManagement: 'SE0000000000-NATIONAL',
    nationalAdministrators: ['SE0000000000-ADMIN1'],
    careWithoutCard: false,
    registers: registersAt('register.test.example', {
      person: '0000000000000002a',
      staff: '0000000000000002b',
    }),
    allowedOrigins: ['https://personal.test.example', 'https://invanare.test.example'],
    domain: null,
    throttling: {
      rate: 200,
      burst: 400,
      requestsPerToken: 600,
      requestsPerAddress: 5000,
      knownNetworks: [],
    },
    logRetentionDays: 90,
    auditRetentionYears: 5,
    media,
    backup,
    restoredTables: {},
    alarmAddresses: ['drift@test.example'],
    alarmWebhook: null,
    expectsTraffic: false,
  },
  prod: {
    account: '333333333333',
    region,
    issuers: issuersAt('idp.example'),
    nationalManagement: 'SE0000000000-NATIONAL',
    nationalAdministrators: ['SE0000000000-ADMIN1'],
    careWithoutCard: false,
    registers: registersAt('register.example', { person: '0000000000000003a', staff: '0000000000000003b' }),
    allowedOrigins: ['https://personal.example', 'https://invanare.example'],
    domain: {
      name: 'api.example',
      certificateArn: `arn:aws:acm:${region}:333333333333:certificate/00000000-0000-4000-8000-000000000000`,
    },
    throttling: {
      rate: 2000,
      burst: 4000,
      requestsPerToken: 600,
      requestsPerAddress: 10_000,
      // Documentation's own: set those that the regions give.
      knownNetworks: ['192.0.2.0/24', '198.51.100.0/24'],
    },
    logRetentionDays: 365,
    auditRetentionYears: 10,
    media,
    backup,
    restoredTables: {},
    alarmAddresses: ['drift@prod.example'],
    alarmWebhook: 'https://larm.prod.example/aws',
    expectsTraffic: true,
  },
  // Deployed by `npm run deploy:emulated` to an emulator on this machine and nowhere else.
  emulated: {
    account: '000000000000',
    region,
    issuers: issuersAt('idp.emulated.example'),
    // Those of the demo, which is told there.
    nationalManagement: 'TST5565594230-0001',
    nationalAdministrators: ['TST5565594230-NAT1'],
    careWithoutCard: true,
    registers: registersAt('register.emulated.example', {
      person: '0000000000000000a',
      staff: '0000000000000000b',
    }),
    allowedOrigins: ['https://personal.emulated.example', 'https://invanare.emulated.example'],
    domain: null,
    throttling: {
      rate: 2000,
      burst: 4000,
      requestsPerToken: 600,
      requestsPerAddress: 10_000,
      knownNetworks: [],
    },
    logRetentionDays: 30,
    auditRetentionYears: 5,
    media,
    backup,
    restoredTables: {},
    alarmAddresses: ['drift@emulated.example'],
    alarmWebhook: null,
    expectsTraffic: false,
  },
};
