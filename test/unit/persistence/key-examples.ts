import fc from 'fast-check';
import { type Key, keys } from '../../../shared/persistence/keys.ts';

/** Ids from anywhere, often made of just those characters that keys and escapes are made of. */
const anyId = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.stringMatching(/^[#%2350A]{0,5}$/));
export const version = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 9999 }))
  .map((parts) => parts.join('.'));
const hour = fc
  .integer({ min: 0, max: 200_000 })
  .map((hours) => new Date(Date.UTC(2026, 0) + hours * 3_600_000).toISOString());

/** A key as built, with the parts that partition and sort key were made of. */
interface Built {
  readonly builder: keyof typeof keys;
  readonly args: readonly string[];
  readonly key: Key;
  readonly pk: readonly string[];
  readonly sk: readonly string[];
}

type Making = Pick<Built, 'key' | 'pk' | 'sk'>;

const built = <const A extends readonly fc.Arbitrary<string>[]>(
  builder: keyof typeof keys,
  given: A,
  make: (...args: { [I in keyof A]: string }) => Making,
): fc.Arbitrary<Built> =>
  fc.tuple(...given).map((args) => ({
    builder,
    args,
    ...make(...(args as unknown as { [I in keyof A]: string })),
  }));

const padded = (text: string): string =>
  text
    .split('.')
    .map((part) => part.padStart(4, '0'))
    .join('.');

const organisation = [
  built('unit', [anyId], (u) => ({ key: keys.unit(u), pk: ['UNIT', u], sk: ['UNIT'] })),
  built('approval', [anyId, anyId], (u, p) => ({
    key: keys.approval(u, p),
    pk: ['UNIT', u],
    sk: ['APPROVAL', p],
  })),
  built('approvedAt', [anyId, anyId], (p, u) => ({
    key: keys.approvedAt(p, u),
    pk: ['PERSON', p],
    sk: ['APPROVED-AT', u],
  })),
  built('role', [anyId, anyId, anyId], (s, place, role) => ({
    key: keys.role(s, place, role),
    pk: ['STAFF', s],
    sk: ['ROLE', place, role],
  })),
  built('categories', [anyId], (u) => ({ key: keys.categories(u), pk: ['UNIT', u], sk: ['CATEGORIES'] })),
  built('administrators', [anyId], (u) => ({
    key: keys.administrators(u),
    pk: ['UNIT', u],
    sk: ['ADMINISTRATORS'],
  })),
  built('provider', [anyId], (p) => ({ key: keys.provider(p), pk: ['PROVIDER', p], sk: ['PROVIDER'] })),
  fc.tuple(anyId, anyId, anyId, fc.integer({ min: 1, max: 9999 })).map(([u, p, m, major]) => ({
    builder: 'openReading' as const,
    args: [u, p, m, String(major)],
    key: keys.openReading(u, p, m, major),
    pk: ['UNIT', u],
    sk: ['OPEN-READING', p, m, padded(String(major))],
  })),
  built('agreement', [anyId, anyId], (p, region) => ({
    key: keys.agreement(p, region),
    pk: ['PROVIDER', p],
    sk: ['AGREEMENT', region],
  })),
  built('serviceAgreement', [anyId], (p) => ({
    key: keys.serviceAgreement(p),
    pk: ['PROVIDER', p],
    sk: ['SERVICE-AGREEMENT'],
  })),
  built('auditors', [anyId], (p) => ({ key: keys.auditors(p), pk: ['PROVIDER', p], sk: ['AUDITORS'] })),
  built('informationMessage', [anyId, anyId], (p, m) => ({
    key: keys.informationMessage(p, m),
    pk: ['PROVIDER', p],
    sk: ['MESSAGE', m],
  })),
  built('practising', [anyId, anyId], (staff, unit) => ({
    key: keys.practising(staff, unit),
    pk: ['STAFF', staff],
    sk: ['PRACTISING', unit],
  })),
  built('roleChange', [anyId, anyId], (place, c) => ({
    key: keys.roleChange(place, c),
    pk: ['PLACE', place],
    sk: ['ROLE-CHANGE', c],
  })),
  built('statistic', [anyId, anyId, anyId, anyId], (p, u, month, m) => ({
    key: keys.statistic(p, u, month, m),
    pk: ['STATISTICS', p],
    sk: [u, month, m],
  })),
  built('personLinks', [anyId], (p) => ({ key: keys.personLinks(p), pk: ['PERSON', p], sk: ['LINKS'] })),
  built('mandate', [anyId, anyId, anyId], (r, p, m) => ({
    key: keys.mandate(r, p, m),
    pk: ['PERSON', r],
    sk: ['MANDATE', p, m],
  })),
  built('endedMandate', [anyId, anyId, anyId], (r, p, m) => ({
    key: keys.endedMandate(r, p, m),
    pk: ['PERSON', r],
    sk: ['MANDATE-ENDED', p, m],
  })),
  built('openMandates', [anyId, anyId], (p, side) => ({
    key: keys.openMandates(p, side),
    pk: ['PERSON', p],
    sk: ['OPEN-MANDATES', side],
  })),
  built('unconfirmedMandates', [anyId, anyId], (p, unit) => ({
    key: keys.unconfirmedMandates(p, unit),
    pk: ['PERSON', p],
    sk: ['UNCONFIRMED-MANDATES', unit],
  })),
  built('unitMandate', [anyId, anyId], (u, m) => ({
    key: keys.unitMandate(u, m),
    pk: ['UNIT', u],
    sk: ['UNIT-MANDATE', m],
  })),
  built('keySet', [anyId], (i) => ({ key: keys.keySet(i), pk: ['ISSUER', i], sk: ['JWKS'] })),
];

/** What a moment has one of. */
const only = (builder: keyof typeof keys, make: (m: string) => Key, ...sk: string[]) =>
  built(builder, [anyId], (m) => ({ key: make(m), pk: ['MOMENT', m], sk }));

/** What a moment has many of, each with an id last in its key. */
const each = (builder: keyof typeof keys, make: (m: string, id: string) => Key, ...kind: string[]) =>
  built(builder, [anyId, anyId], (m, id) => ({ key: make(m, id), pk: ['MOMENT', m], sk: [...kind, id] }));

const moments = [
  only('moment', keys.moment, 'DRAFT'),
  only('draftOutline', keys.draftOutline, 'DRAFT', 'OUTLINE'),
  only('draftBasis', keys.draftBasis, 'DRAFT', 'BASIS'),
  each('draftModule', keys.draftModule, 'DRAFT', 'MODULE'),
  each('draftForm', keys.draftForm, 'DRAFT', 'FORM'),
  each('keptStep', keys.keptStep, 'STEP'),
  each('keptForm', keys.keptForm, 'FORM'),
  built('savedPart', [anyId, anyId, anyId], (m, save, part) => ({
    key: keys.savedPart(m, save, part),
    pk: ['MOMENT', m],
    sk: ['SAVE', save, part],
  })),
  built('version', [anyId, version], (m, v) => ({
    key: keys.version(m, v),
    pk: ['MOMENT', m],
    sk: ['VERSION', padded(v)],
  })),
  built('versionModule', [anyId, version, anyId], (m, v, part) => ({
    key: keys.versionModule(m, v, part),
    pk: ['MOMENT', m],
    sk: ['VERSION-MODULE', padded(v), part],
  })),
  built('publication', [anyId, version], (m, v) => ({
    key: keys.publication(m, v),
    pk: ['MOMENT', m],
    sk: ['PUBLICATION', padded(v)],
  })),
  built('versionFingerprint', [anyId, version], (m, v) => ({
    key: keys.versionFingerprint(m, v),
    pk: ['MOMENT', m],
    sk: ['VERSION-FINGERPRINT', padded(v)],
  })),
  built('majorFingerprint', [anyId, version], (m, v) => ({
    key: keys.majorFingerprint(m, Number(v.split('.')[0])),
    pk: ['MOMENT', m],
    sk: ['MAJOR-FINGERPRINT', String(v.split('.')[0]).padStart(4, '0')],
  })),
  built('recall', [anyId, version], (m, v) => ({
    key: keys.recall(m, v),
    pk: ['MOMENT', m],
    sk: ['RECALL', padded(v)],
  })),
  only('catalogueEntry', keys.catalogueEntry, 'CATALOGUE'),
  each('offer', keys.offer, 'OFFER'),
  each('momentEvent', keys.momentEvent, 'EVENT'),
  each('testRun', keys.testRun, 'TEST'),
  built('testForm', [anyId, anyId, anyId], (m, test, part) => ({
    key: keys.testForm(m, test, part),
    pk: ['MOMENT', m],
    sk: ['TEST-FORM', test, part],
  })),
  each('media', keys.media, 'MEDIA'),
  only('publishedMedia', keys.publishedMedia, 'PUBLISHED-MEDIA'),
];

const catalogue = [
  built('catalogueWord', [anyId, anyId], (word, m) => ({
    key: keys.catalogueWord(word, m),
    pk: ['WORD', [...word].slice(0, 2).join('')],
    sk: [word, m],
  })),
  built('activation', [anyId, anyId, fc.integer({ min: 1, max: 9999 }).map(String)], (u, m, major) => ({
    key: keys.activation(u, m, Number(major)),
    pk: ['UNIT', u],
    sk: ['ACTIVATION', m, major.padStart(4, '0')],
  })),
];

const anyPage = fc.oneof(
  fc.constantFrom('2026-11-23', '2028-02-29'),
  fc.integer({ min: 1, max: 999 }).map(String),
);

const instances = [
  built('instance', [anyId], (i) => ({ key: keys.instance(i), pk: ['INSTANCE', i], sk: ['INSTANCE'] })),
  built('formInstance', [anyId, anyId], (i, f) => ({
    key: keys.formInstance(i, f),
    pk: ['INSTANCE', i],
    sk: ['FORM', f],
  })),
  built('formPage', [anyId, anyId, anyPage], (i, f, p) => ({
    key: keys.formPage(i, f, p),
    pk: ['INSTANCE', i],
    sk: ['PAGE', f, p.padStart(10, '0')],
  })),
  built('result', [anyId, anyId], (i, r) => ({
    key: keys.result(i, r),
    pk: ['INSTANCE', i],
    sk: ['RESULT', r],
  })),
  built('contentPlan', [anyId], (i) => ({
    key: keys.contentPlan(i),
    pk: ['INSTANCE', i],
    sk: ['CONTENT-PLAN'],
  })),
  built('participant', [anyId, anyId], (i, s) => ({
    key: keys.participant(i, s),
    pk: ['INSTANCE', i],
    sk: ['PARTICIPANT', s],
  })),
  built('message', [anyId, anyId], (i, m) => ({
    key: keys.message(i, m),
    pk: ['INSTANCE', i],
    sk: ['MESSAGE', m],
  })),
  built('flag', [anyId, anyId, anyId, anyId], (i, f, page, flag) => ({
    key: keys.flag(i, f, page, flag),
    pk: ['INSTANCE', i],
    sk: ['FLAG', f, page, flag],
  })),
  built('clearedFlag', [anyId, anyId], (i, c) => ({
    key: keys.clearedFlag(i, c),
    pk: ['INSTANCE', i],
    sk: ['CLEARED-FLAG', c],
  })),
  built('comment', [anyId, anyId], (i, c) => ({
    key: keys.comment(i, c),
    pk: ['INSTANCE', i],
    sk: ['COMMENT', c],
  })),
];

const logs = [
  built('activity', [hour, fc.uuid()], (at, id) => ({
    key: keys.activity(at, id),
    pk: ['ACTIVITY', at.slice(0, 13), id.slice(-1)],
    sk: [id],
  })),
  built('denials', [anyId, hour], (caller, at) => ({
    key: keys.denials(caller, at),
    pk: ['DENIALS', caller],
    sk: [at.slice(0, 13)],
  })),
  built('idempotency', [anyId], (hash) => ({
    key: keys.idempotency(hash),
    pk: ['IDEMPOTENCY', hash],
    sk: ['IDEMPOTENCY'],
  })),
  built('auditEntry', [hour, fc.uuid()], (at, id) => ({
    key: keys.auditEntry(at, id),
    pk: ['LOG', at.slice(0, 13), id.slice(-1)],
    sk: [id],
  })),
];

export const groups = { organisation, moments, catalogue, instances, logs };

/** A key of any kind. */
export const anyKey = fc.oneof(...organisation, ...moments, ...catalogue, ...instances, ...logs);
