import { people, region, staff, units } from '../../data/demo-data.ts';
import { openForm } from '../acts/answering.ts';
import { chapter, type Step, take } from '../client.ts';
import { moodAnswers, moodProgramme } from '../facts/content.ts';

const staffClaim = (name: string, value: unknown) => ({ claims: { [name]: value } });

const creating = {
  as: 'designer',
  request: `POST /units/${units.publisher}/moments`,
  body: { title: 'Försök', kind: 'course' },
} as const;

const refusedLogins: Step[] = [
  {
    ...creating,
    says: 'a resident’s token on a staff route',
    as: 'resident',
    expect: 'wrong-kind-of-caller',
  },
  {
    ...creating,
    says: 'staff without LoA3',
    ...staffClaim('acr', 'http://id.sambi.se/loa/loa2'),
    expect: 'assurance-too-low',
  },
  {
    ...creating,
    says: 'a one-time password by SMS on design work',
    ...staffClaim('amr', ['sms']),
    expect: 'sms-otp-refused',
  },
  {
    ...creating,
    says: 'another login without a card on design work',
    ...staffClaim('amr', []),
    expect: 'siths-required',
  },
  {
    says: 'while care work is done without one, where the stage says so',
    as: 'practitioner',
    request: `GET /units/${units.care}/activations`,
    ...staffClaim('amr', []),
    expect: 200,
  },
  {
    says: 'and administration and audit never',
    as: 'auditor',
    request: `GET /providers/${region}`,
    ...staffClaim('amr', []),
    expect: 'siths-required',
  },
  {
    ...creating,
    says: 'a token for another audience',
    ...staffClaim('aud', 'another'),
    expect: 'token-invalid',
  },
  {
    says: 'no token at all',
    request: 'GET /me/instances',
    expect: 'token-missing',
    orAtGateway: 'token-invalid',
  },
];

const refusedStarts = (momentId: string): Step[] => {
  const body = { personnummer: people.resident, momentId, major: 1, practitioner: staff.practitioner };
  const starting = { as: 'practitioner', request: `POST /units/${units.care}/instances`, body } as const;
  return [
    {
      ...starting,
      says: 'an expired commission',
      ...staffClaim('commissionHsaId', 'TST5565594230-PRA1C2'),
      expect: 'commission-expired',
    },
    {
      ...starting,
      says: 'the wrong unit',
      request: `POST /units/${units.otherCare}/instances`,
      expect: 'role-missing',
    },
    {
      ...starting,
      says: 'a resident the unit has not approved',
      body: { ...body, personnummer: people.neverApproved },
      expect: 'resident-not-approved',
    },
    {
      ...starting,
      says: 'a samordningsnummer',
      body: { ...body, personnummer: '199001792382' },
      expect: 'identity-number-coordination',
    },
  ];
};

const refusedDrafts = (path: `/${string}`, etag: string): Step[] => {
  const saving = { as: 'designer', request: `PUT ${path}/draft`, body: { content: moodProgramme } } as const;
  const exporting = { as: 'designer', request: `POST ${path}/exports` } as const;
  return [
    { ...saving, says: 'a stale If-Match', headers: { 'if-match': '"99"' }, expect: 'version-mismatch' },
    { ...saving, says: 'no If-Match', expect: 'precondition-required' },
    {
      ...saving,
      says: 'unknown fields',
      headers: { 'if-match': etag },
      body: { content: moodProgramme, colour: 'red' },
      expect: 'validation-failed',
    },
    {
      ...saving,
      says: '1 MB of JSON',
      headers: { 'if-match': etag },
      body: { content: { ...moodProgramme, welcome: 'å'.repeat(500_000) } },
      expect: 'payload-too-large',
    },
    {
      ...exporting,
      says: 'a draft exported without welcome text and modules',
      headers: { 'if-match': etag },
      expect: 'moment-incomplete',
    },
    {
      says: 'a draft published without verdicts',
      as: 'publisher',
      request: `POST ${path}/versions`,
      headers: { 'if-match': etag },
      body: { offeredTo: [region] },
      expect: 'moment-not-exported',
    },
  ];
};

/** Everything that must be refused, each with its own problem. */
export const tryRefusals = async (momentId: string, instanceId: string): Promise<void> => {
  chapter('What is refused');
  for (const step of refusedLogins) await take(step);
  for (const step of refusedStarts(momentId)) await take(step);
  const draft = await take({ ...creating, says: 'a new draft to try on', expect: 201 });
  for (const step of refusedDrafts(`/moments/${draft.body['momentId']}`, draft.etag)) await take(step);
  const { changed } = await openForm({ as: 'resident', momentId, instanceId });
  await take({
    says: 'someone else’s moment',
    as: 'guardian',
    request: `PATCH /me/instances/${instanceId}/forms/phq-9/draft`,
    body: changed(moodAnswers),
    expect: 'not-found',
  });
};
