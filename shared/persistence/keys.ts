/** Every DynamoDB key of the system and its inverse; no other file writes a `#`. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

const separator = '#';
const escaped: Record<string, string> = { '%': '%25', [separator]: '%23' };
/** Ids from outside cannot forge a neighbour's key: the separator in them is escaped. */
const escapePart = (part: string): string =>
  part.replace(/[%#]/g, (character) => escaped[character] ?? character);
const join = (...parts: string[]): string => parts.map(escapePart).join(separator);

/** The parts a key was made of: the inverse of every builder below. */
export const partsOf = (key: string): string[] =>
  key.split(separator).map((part) => part.replace(/%23|%25/g, (code) => (code === '%23' ? '#' : '%')));

/** Fixed width, so that versions sort as numbers do: 2.0 before 10.0. */
const paddedVersion = (version: string): string =>
  version
    .split('.')
    .map((part) => part.padStart(4, '0'))
    .join('.');

const whole = (pk: string, sk: string): Key => ({ pk, sk });

/** Prefixes end in the separator, so that `VERSION#0001.0000` does not match `VERSION#0001.00001`. */
export const prefix = {
  draft: 'DRAFT',
  versionParts: (version: string) => `${join('VERSION', paddedVersion(version))}${separator}`,
  forms: `FORM${separator}`,
  results: `RESULT${separator}`,
  messages: `MESSAGE${separator}`,
  roles: `ROLE${separator}`,
  roleChanges: `ROLE-CHANGE${separator}`,
  approvals: `APPROVAL${separator}`,
  agreements: `AGREEMENT${separator}`,
  mandatesTo: (proxyKey: string) => `${join('MANDATE', proxyKey)}${separator}`,
  mandates: `MANDATE${separator}`,
  statisticsOf: (unit: string) => `${escapePart(unit)}${separator}`,
} as const;

export const keys = {
  unit: (unit: string) => whole(join('UNIT', unit), 'UNIT'),
  administrators: (unit: string) => whole(join('UNIT', unit), 'ADMINISTRATORS'),
  approval: (unit: string, personKey: string) =>
    whole(join('UNIT', unit), prefix.approvals + escapePart(personKey)),
  provider: (hsaId: string) => whole(join('PROVIDER', hsaId), 'PROVIDER'),
  agreement: (provider: string, region: string) =>
    whole(join('PROVIDER', provider), prefix.agreements + escapePart(region)),
  informationMessage: (provider: string, messageId: string) =>
    whole(join('PROVIDER', provider), prefix.messages + escapePart(messageId)),
  /** A unit or a provider: HSA-ids are unique among both. */
  roleChange: (place: string, changeId: string) =>
    whole(join('PLACE', place), prefix.roleChanges + escapePart(changeId)),
  statistic: (provider: string, unit: string, month: string, momentId: string) =>
    whole(join('STATISTICS', provider), prefix.statisticsOf(unit) + join(month, momentId)),
  role: (hsaId: string, place: string, role: string) =>
    whole(join('STAFF', hsaId), prefix.roles + join(place, role)),
  personLinks: (personKey: string) => whole(join('PERSON', personKey), 'LINKS'),
  mandate: (residentKey: string, proxyKey: string, mandateId: string) =>
    whole(join('PERSON', residentKey), prefix.mandatesTo(proxyKey) + escapePart(mandateId)),
  keySet: (issuer: string) => whole(join('ISSUER', issuer), 'JWKS'),

  moment: (momentId: string) => whole(join('MOMENT', momentId), prefix.draft),
  draftModule: (momentId: string, moduleId: string) =>
    whole(join('MOMENT', momentId), join(prefix.draft, 'MODULE', moduleId)),
  draftForm: (momentId: string, formId: string) =>
    whole(join('MOMENT', momentId), join(prefix.draft, 'FORM', formId)),
  version: (momentId: string, version: string) =>
    whole(join('MOMENT', momentId), `${prefix.versionParts(version)}HEAD`),
  versionModule: (momentId: string, version: string, moduleId: string) =>
    whole(join('MOMENT', momentId), prefix.versionParts(version) + join('MODULE', moduleId)),
  versionForm: (momentId: string, version: string, formId: string) =>
    whole(join('MOMENT', momentId), prefix.versionParts(version) + join('FORM', formId)),
  activation: (unit: string, momentId: string, major: number) =>
    whole(join('UNIT', unit), join('ACTIVATION', momentId, String(major).padStart(4, '0'))),

  instance: (instanceId: string) => whole(join('INSTANCE', instanceId), 'INSTANCE'),
  formInstance: (instanceId: string, formId: string) =>
    whole(join('INSTANCE', instanceId), prefix.forms + escapePart(formId)),
  result: (instanceId: string, resultId: string) =>
    whole(join('INSTANCE', instanceId), prefix.results + escapePart(resultId)),
  message: (instanceId: string, messageId: string) =>
    whole(join('INSTANCE', instanceId), prefix.messages + escapePart(messageId)),

  /** An hour and one of sixteen shards by the event's last digit: writes spread, and a reconciler finds an hour again. */
  activity: (at: string, eventId: string) =>
    whole(join('ACTIVITY', at.slice(0, 13), eventId.slice(-1)), eventId),
  idempotency: (hash: string) => whole(join('IDEMPOTENCY', hash), 'IDEMPOTENCY'),
  auditEntry: (at: string, eventId: string) =>
    whole(join('LOG', at.slice(0, 13), eventId.slice(-1)), eventId),
} as const;

/** Sort attribute of the organisation table's indexes: what a unit, a provider or a person has, kind by kind. */
export const listed = {
  agreement: (provider: string) => join('AGREEMENT', provider),
  unit: (hsaId: string) => join('UNIT', hsaId),
  role: (staff: string, role: string) => join('ROLE', staff, role),
  mandate: (mandateId: string) => join('MANDATE', mandateId),
  agreements: `AGREEMENT${separator}`,
  units: `UNIT${separator}`,
  roles: `ROLE${separator}`,
  mandates: `MANDATE${separator}`,
} as const;
