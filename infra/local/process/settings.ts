import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Issuer } from '../../../shared/auth/issuer-settings.ts';
import type { MediaBucket, Table } from '../../../shared/contract/grant.ts';
import { stageSettings } from '../../stages/stage-settings.ts';
import { nationalManagement, staff } from '../data/demo-data.ts';

/** The message says what to change; show it alone. */
export class SettingUnusable extends Error {
  override readonly name = 'SettingUnusable';
}

interface Ports {
  readonly api: number;
  readonly staff: number;
  readonly resident: number;
  /** The person register and the staff directory. */
  readonly registers: number;
  /** Where files are uploaded and fetched. */
  readonly media: number;
}

export interface LocalSettings {
  readonly ports: Ports;
  /** Everything that is kept between runs lies here; without it the next start begins anew. */
  readonly directory: string;
  /** The demo organisation is set up at the start. */
  readonly demoOrganisation: boolean;
  readonly issuers: {
    readonly staff: Extract<Issuer, { kind: 'staff' }>;
    readonly resident: Extract<Issuer, { kind: 'resident' }>;
  };
}

/** The variable that moves each port. */
export const portVariables = {
  api: 'API_PORT',
  staff: 'STAFF_IDP_PORT',
  resident: 'RESIDENT_IDP_PORT',
  registers: 'REGISTERS_PORT',
  media: 'MEDIA_PORT',
} as const satisfies Record<keyof Ports, string>;

export const portNames = Object.keys(portVariables) as (keyof Ports)[];

const usualPorts: Ports = { api: 3000, staff: 3001, resident: 3002, registers: 3003, media: 3004 };

export const siths = 'urn:oasis:names:tc:SAML:2.0:ac:classes:TLSClient';
export const staffAssurance = 'http://id.sambi.se/loa/loa3';
export const residentAssurance = 'http://id.elegnamnden.se/loa/1.0/loa3';
export const personnummerClaim = 'https://id.oidc.se/claim/personalIdentityNumber';

export const origin = (port: number): string => `http://127.0.0.1:${port}`;

const commonTo = (port: number) => ({
  issuer: origin(port),
  audience: 'stod-och-behandling',
  jwksUri: `${origin(port)}/jwks`,
  types: ['JWT'],
});

const issuersAt = (ports: Ports): LocalSettings['issuers'] => ({
  staff: {
    kind: 'staff',
    ...commonTo(ports.staff),
    algorithms: ['RS256'],
    assurance: [staffAssurance],
    claims: { hsaId: 'employeeHsaId', commission: 'commissionHsaId', provider: 'healthCareProviderHsaId' },
    methods: { siths: [siths], smsOtp: ['sms'] },
  },
  resident: {
    kind: 'resident',
    ...commonTo(ports.resident),
    algorithms: ['ES256'],
    assurance: [residentAssurance],
    claims: { personnummer: personnummerClaim },
  },
});

const portFrom = (environment: NodeJS.ProcessEnv, which: keyof Ports): number => {
  const variable = portVariables[which];
  const port = Number(environment[variable] ?? usualPorts[which]);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new SettingUnusable(`${variable} must be a port from 1 to 65535, not "${environment[variable]}".`);
};

/**
 * Reads the ports; `LOCAL_DIRECTORY`, which gives a second system on the same machine data of its own; and `LOCAL_EMPTY`,
 * which leaves the system without the demo organisation.
 */
export const readSettings = (environment: NodeJS.ProcessEnv): LocalSettings => {
  const ports = {
    api: portFrom(environment, 'api'),
    staff: portFrom(environment, 'staff'),
    resident: portFrom(environment, 'resident'),
    registers: portFrom(environment, 'registers'),
    media: portFrom(environment, 'media'),
  };
  const usualDirectory = fileURLToPath(new URL('../../../.local', import.meta.url));
  return {
    ports,
    directory: environment['LOCAL_DIRECTORY'] ?? usualDirectory,
    demoOrganisation: !environment['LOCAL_EMPTY'],
    issuers: issuersAt(ports),
  };
};

/** What must be said to reach this system and no other, as `API_PORT=4000 …`; nothing where all is where it usually is. */
export const movedBy = ({ ports }: LocalSettings): string =>
  portNames
    .filter((name) => ports[name] !== usualPorts[name])
    .map((name) => `${portVariables[name]}=${ports[name]}`)
    .join(' ');

export const pathIn = ({ directory }: LocalSettings, ...names: string[]): string => join(directory, ...names);

/** A front end under development, and the reference page. */
export const allowedOriginsAt = ({ ports }: LocalSettings): string[] => [
  'http://localhost:5173',
  origin(ports.api),
];

interface Made {
  readonly endpoint: string;
  readonly mediaEndpoint: string;
  readonly tables: Readonly<Record<Table, string>>;
  readonly personKeySecret: string;
  readonly registerKey: string;
}

/** Names the buckets have on this machine. */
export const localBuckets: Readonly<Record<MediaBucket, string>> = {
  quarantine: 'local-quarantine',
  published: 'local-published',
};

/** The one key of this machine, for DynamoDB Local and the object store alike. */
export const localKey = { accessKeyId: 'local', secretAccessKey: 'local' };

/** What the functions find in their environment, named as in the cloud, and what keeps the SDK away from it. */
export const handlerEnvironment = (settings: LocalSettings, made: Made): Record<string, string> => ({
  AWS_REGION: 'eu-north-1',
  AWS_ENDPOINT_URL_DYNAMODB: made.endpoint,
  AWS_ENDPOINT_URL_S3: made.mediaEndpoint,
  AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false',
  AWS_ACCESS_KEY_ID: localKey.accessKeyId,
  AWS_SECRET_ACCESS_KEY: localKey.secretAccessKey,
  // Empty as good as unset: a developer's own profile would be preferred to the keys above.
  AWS_PROFILE: '',
  AWS_SESSION_TOKEN: '',
  TABLE_ORGANISATION: made.tables.organisation,
  TABLE_MOMENTS: made.tables.moments,
  TABLE_INSTANCES: made.tables.instances,
  TABLE_ACTIVITIES: made.tables.activities,
  TABLE_AUDIT_LOG: made.tables.auditLog,
  ISSUERS: JSON.stringify(Object.values(settings.issuers)),
  PERSON_KEY_SECRET: made.personKeySecret,
  NATIONAL_MANAGEMENT: nationalManagement,
  NATIONAL_ADMINISTRATORS: staff.nationalAdmin,
  // Both can be shown: care work without a card, and all other work refused without one.
  CARE_WITHOUT_CARD: 'true',
  PERSON_REGISTER_URL: `${origin(settings.ports.registers)}/person-register`,
  STAFF_DIRECTORY_URL: `${origin(settings.ports.registers)}/staff-directory`,
  REGISTER_KEY: made.registerKey,
  MEDIA_QUARANTINE_BUCKET: localBuckets.quarantine,
  MEDIA_PUBLISHED_BUCKET: localBuckets.published,
  MEDIA_LIMITS: JSON.stringify(stageSettings.dev.media.limits),
  ALLOWED_ORIGINS: allowedOriginsAt(settings).join(','),
});
