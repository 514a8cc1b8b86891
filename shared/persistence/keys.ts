/** Every DynamoDB key of the system and its inverse. No other file makes one; grants alone name how some begin (`UNIT#`). */
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

const paddedNumber = (number: number | string): string => String(number).padStart(4, '0');
/** Fixed width, so that versions sort as numbers do: 2.0 before 10.0. */
const paddedVersion = (version: string): string => version.split('.').map(paddedNumber).join('.');

/** As wide as a day, so that tabs sort as numbers do. */
const paddedPage = (page: string): string => page.padStart(10, '0');

const whole = (pk: string, sk: string): Key => ({ pk, sk });
const inMoment = (momentId: string, sk: string): Key => whole(join('MOMENT', momentId), sk);

/** Prefixes end in the separator, so that `VERSION#0001.0000` does not match `VERSION#0001.00001`. */
export const prefix = {
  draft: 'DRAFT',
  saves: `SAVE${separator}`,
  savedParts: (saveId: string) => `${join('SAVE', saveId)}${separator}`,
  versions: `VERSION${separator}`,
  versionModules: (version: string) => `${join('VERSION-MODULE', paddedVersion(version))}${separator}`,
  publications: `PUBLICATION${separator}`,
  fingerprintsOfMajors: `MAJOR-FINGERPRINT${separator}`,
  recalls: `RECALL${separator}`,
  recallsOfMajor: (major: number) => `${join('RECALL', paddedNumber(major))}.`,
  momentEvents: `EVENT${separator}`,
  offers: `OFFER${separator}`,
  tests: 'TEST',
  testForms: (testId: string) => `${join('TEST-FORM', testId)}${separator}`,
  testPages: (testId: string, formId: string) => `${join('TEST-FORM', testId, formId)}${separator}`,
  activations: `ACTIVATION${separator}`,
  media: `MEDIA${separator}`,
  forms: `FORM${separator}`,
  pagesOf: (formId: string) => `${join('PAGE', formId)}${separator}`,
  results: `RESULT${separator}`,
  messages: `MESSAGE${separator}`,
  comments: `COMMENT${separator}`,
  flags: `FLAG${separator}`,
  flagsOn: (formId: string, page: string | undefined) => `${join('FLAG', formId, page ?? '')}${separator}`,
  clearedFlags: `CLEARED-FLAG${separator}`,
  participants: `PARTICIPANT${separator}`,
  roles: `ROLE${separator}`,
  roleChanges: `ROLE-CHANGE${separator}`,
  approvals: `APPROVAL${separator}`,
  approvedAt: `APPROVED-AT${separator}`,
  openReadings: (personKey: string) => `${join('OPEN-READING', personKey)}${separator}`,
  agreements: `AGREEMENT${separator}`,
  mandatesTo: (proxyKey: string) => `${join('MANDATE', proxyKey)}${separator}`,
  mandates: `MANDATE${separator}`,
  endedMandates: `MANDATE-ENDED${separator}`,
  unitMandates: `UNIT-MANDATE${separator}`,
  statisticsOf: (unit: string) => `${escapePart(unit)}${separator}`,
} as const;

export const keys = {
  unit: (unit: string) => whole(join('UNIT', unit), 'UNIT'),
  categories: (unit: string) => whole(join('UNIT', unit), 'CATEGORIES'),
  administrators: (unit: string) => whole(join('UNIT', unit), 'ADMINISTRATORS'),
  approval: (unit: string, residentId: string) =>
    whole(join('UNIT', unit), prefix.approvals + escapePart(residentId)),
  openReading: (unit: string, personKey: string, momentId: string, major: number) =>
    whole(join('UNIT', unit), prefix.openReadings(personKey) + join(momentId, paddedNumber(major))),
  provider: (hsaId: string) => whole(join('PROVIDER', hsaId), 'PROVIDER'),
  agreement: (provider: string, region: string) =>
    whole(join('PROVIDER', provider), prefix.agreements + escapePart(region)),
  serviceAgreement: (provider: string) => whole(join('PROVIDER', provider), 'SERVICE-AGREEMENT'),
  auditors: (provider: string) => whole(join('PROVIDER', provider), 'AUDITORS'),
  informationMessage: (provider: string, messageId: string) =>
    whole(join('PROVIDER', provider), prefix.messages + escapePart(messageId)),
  /** A unit or a provider: HSA-ids are unique among both. */
  roleChange: (place: string, changeId: string) =>
    whole(join('PLACE', place), prefix.roleChanges + escapePart(changeId)),
  statistic: (provider: string, unit: string, month: string, momentId: string) =>
    whole(join('STATISTICS', provider), prefix.statisticsOf(unit) + join(month, momentId)),
  role: (hsaId: string, place: string, role: string) =>
    whole(join('STAFF', hsaId), prefix.roles + join(place, role)),
  practising: (hsaId: string, unit: string) => whole(join('STAFF', hsaId), join('PRACTISING', unit)),
  approvedAt: (personKey: string, unit: string) =>
    whole(join('PERSON', personKey), prefix.approvedAt + escapePart(unit)),
  personLinks: (personKey: string) => whole(join('PERSON', personKey), 'LINKS'),
  mandate: (residentKey: string, proxyKey: string, mandateId: string) =>
    whole(join('PERSON', residentKey), prefix.mandatesTo(proxyKey) + escapePart(mandateId)),
  endedMandate: (residentKey: string, proxyKey: string, mandateId: string) =>
    whole(join('PERSON', residentKey), prefix.endedMandates + join(proxyKey, mandateId)),
  openMandates: (personKey: string, side: string) =>
    whole(join('PERSON', personKey), join('OPEN-MANDATES', side)),
  unconfirmedMandates: (personKey: string, unit: string) =>
    whole(join('PERSON', personKey), join('UNCONFIRMED-MANDATES', unit)),
  unitMandate: (unit: string, mandateId: string) =>
    whole(join('UNIT', unit), prefix.unitMandates + escapePart(mandateId)),
  keySet: (issuer: string) => whole(join('ISSUER', issuer), 'JWKS'),

  moment: (momentId: string) => inMoment(momentId, prefix.draft),
  draftOutline: (momentId: string) => inMoment(momentId, join(prefix.draft, 'OUTLINE')),
  draftBasis: (momentId: string) => inMoment(momentId, join(prefix.draft, 'BASIS')),
  draftModule: (momentId: string, moduleId: string) =>
    inMoment(momentId, join(prefix.draft, 'MODULE', moduleId)),
  draftForm: (momentId: string, formId: string) => inMoment(momentId, join(prefix.draft, 'FORM', formId)),
  keptStep: (momentId: string, digest: string) => inMoment(momentId, join('STEP', digest)),
  keptForm: (momentId: string, digest: string) => inMoment(momentId, join('FORM', digest)),
  savedPart: (momentId: string, saveId: string, part: string) =>
    inMoment(momentId, prefix.savedParts(saveId) + escapePart(part)),
  version: (momentId: string, version: string) =>
    inMoment(momentId, prefix.versions + paddedVersion(version)),
  versionModule: (momentId: string, version: string, moduleId: string) =>
    inMoment(momentId, prefix.versionModules(version) + escapePart(moduleId)),
  publication: (momentId: string, version: string) =>
    inMoment(momentId, prefix.publications + paddedVersion(version)),
  versionFingerprint: (momentId: string, version: string) =>
    inMoment(momentId, join('VERSION-FINGERPRINT', paddedVersion(version))),
  majorFingerprint: (momentId: string, major: number) =>
    inMoment(momentId, prefix.fingerprintsOfMajors + paddedNumber(major)),
  recall: (momentId: string, version: string) => inMoment(momentId, prefix.recalls + paddedVersion(version)),
  catalogueEntry: (momentId: string) => inMoment(momentId, 'CATALOGUE'),
  offer: (momentId: string, provider: string) => inMoment(momentId, prefix.offers + escapePart(provider)),
  momentEvent: (momentId: string, eventId: string) =>
    inMoment(momentId, prefix.momentEvents + escapePart(eventId)),
  testRun: (momentId: string, testId: string) => inMoment(momentId, join(prefix.tests, testId)),
  testForm: (momentId: string, testId: string, formId: string, page?: string) =>
    inMoment(
      momentId,
      prefix.testForms(testId) + join(formId, ...(page === undefined ? [] : [paddedPage(page)])),
    ),
  media: (momentId: string, mediaId: string) => inMoment(momentId, prefix.media + escapePart(mediaId)),
  publishedMedia: (momentId: string) => inMoment(momentId, 'PUBLISHED-MEDIA'),
  /** By its first two letters, so that a search by the beginning of a word is one query of one small partition. */
  catalogueWord: (word: string, momentId: string) =>
    whole(join('WORD', [...word].slice(0, 2).join('')), join(word, momentId)),
  activation: (unit: string, momentId: string, major: number) =>
    whole(join('UNIT', unit), prefix.activations + join(momentId, paddedNumber(major))),

  instance: (instanceId: string) => whole(join('INSTANCE', instanceId), 'INSTANCE'),
  formInstance: (instanceId: string, formId: string) =>
    whole(join('INSTANCE', instanceId), prefix.forms + escapePart(formId)),
  /** Beside the forms, so that opening a moment reads none of a year’s pages. */
  formPage: (instanceId: string, formId: string, page: string) =>
    whole(join('INSTANCE', instanceId), join('PAGE', formId, paddedPage(page))),
  result: (instanceId: string, resultId: string) =>
    whole(join('INSTANCE', instanceId), prefix.results + escapePart(resultId)),
  message: (instanceId: string, messageId: string) =>
    whole(join('INSTANCE', instanceId), prefix.messages + escapePart(messageId)),
  comment: (instanceId: string, commentId: string) =>
    whole(join('INSTANCE', instanceId), prefix.comments + escapePart(commentId)),
  /** Of a form with pages by the page too, so that a rule raises one at a time on each. */
  flag: (instanceId: string, formId: string, page: string | undefined, flagId: string) =>
    whole(join('INSTANCE', instanceId), prefix.flagsOn(formId, page) + escapePart(flagId)),
  clearedFlag: (instanceId: string, clearingId: string) =>
    whole(join('INSTANCE', instanceId), prefix.clearedFlags + escapePart(clearingId)),
  contentPlan: (instanceId: string) => whole(join('INSTANCE', instanceId), 'CONTENT-PLAN'),
  participant: (instanceId: string, staff: string) =>
    whole(join('INSTANCE', instanceId), prefix.participants + escapePart(staff)),

  /** An hour and one of sixteen shards by the event's last digit: writes spread, and a reconciler finds an hour again. */
  activity: (at: string, eventId: string) =>
    whole(join('ACTIVITY', at.slice(0, 13), eventId.slice(-1)), eventId),
  idempotency: (hash: string) => whole(join('IDEMPOTENCY', hash), 'IDEMPOTENCY'),
  /** How often a caller was denied about others, hour by hour. */
  denials: (caller: string, at: string) => whole(join('DENIALS', caller), at.slice(0, 13)),
  auditEntry: (at: string, eventId: string) =>
    whole(join('LOG', at.slice(0, 13), eventId.slice(-1)), eventId),
} as const;

/** Partition of an index: what a member of staff takes part in on a unit. */
export const participationOf = (unit: string, staff: string): string => join('PARTICIPATION', unit, staff);

/** Sort attribute of the indexes by owner: what a unit, a provider or a person has, kind by kind. */
export const listed = {
  agreement: (provider: string) => join('AGREEMENT', provider),
  unit: (hsaId: string) => join('UNIT', hsaId),
  role: (staff: string, role: string) => join('ROLE', staff, role),
  withoutRole: (staff: string) => join('WITHOUT-ROLE', staff),
  acceptedMandate: (mandateId: string) => join('MANDATE', 'ACCEPTED', mandateId),
  askedMandate: (mandateId: string) => join('MANDATE', 'ASKED', mandateId),
  moment: (momentId: string) => join('MOMENT', momentId),
  offer: (momentId: string) => join('OFFER', momentId),
  activation: (momentId: string, major: number, unit: string) =>
    join('ACTIVATION', momentId, paddedNumber(major), unit),
  agreements: `AGREEMENT${separator}`,
  units: `UNIT${separator}`,
  roles: `ROLE${separator}`,
  allWithoutRole: `WITHOUT-ROLE${separator}`,
  acceptedMandates: `${join('MANDATE', 'ACCEPTED')}${separator}`,
  askedMandates: `${join('MANDATE', 'ASKED')}${separator}`,
  moments: `MOMENT${separator}`,
  offers: `OFFER${separator}`,
  activations: `ACTIVATION${separator}`,
  activationsOf: (momentId: string) => `${join('ACTIVATION', momentId)}${separator}`,
} as const;
