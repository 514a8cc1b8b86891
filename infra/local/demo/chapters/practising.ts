import { people, region, staff, units } from '../../data/demo-data.ts';
import { openForm } from '../acts/answering.ts';
import { chapter, see, take } from '../client.ts';
import { moodAnswers } from '../facts/content.ts';

const unit = `/units/${units.training}` as const;
/** The commissions that those who teach have on the training unit (staff.json). */
const teaching = {
  practitioner: {
    as: 'practitioner',
    claims: { commissionHsaId: `${staff.practitioner}C4` },
  },
  residentAdmin: {
    as: 'residentAdmin',
    claims: { commissionHsaId: `${staff.residentAdmin}C4` },
  },
} as const;

const approve = (personnummer: string) =>
  ({
    ...teaching.residentAdmin,
    request: `POST ${unit}/approvals`,
    body: { personnummer, scope: 'support-and-treatment' },
  }) as const;

const startPractice = async (momentId: string): Promise<string> => {
  await take({
    says: 'the care provider administrator activates it on the training unit',
    as: 'careProviderAdmin',
    request: `POST ${unit}/activations`,
    body: { momentId, momentVersion: '1.0' },
    expect: 201,
  });
  await take({
    ...approve(people.resident),
    says: 'a resident in care is not approved there',
    expect: 'resident-at-training-unit',
  });
  await take({
    says: 'nor a test resident where care is given',
    as: 'residentAdmin',
    request: `POST /units/${units.care}/approvals`,
    body: { personnummer: people.testResident, scope: 'support-and-treatment' },
    expect: 'test-resident-at-care-unit',
  });
  await take({ ...approve(people.testResident), says: 'the test resident is approved', expect: 201 });
  const started = await take({
    ...teaching.practitioner,
    says: 'the moment is started on the test resident',
    request: `POST ${unit}/instances`,
    body: { personnummer: people.testResident, momentId, major: 1, practitioner: staff.practitioner },
    headers: { 'idempotency-key': `practice-${momentId}` },
    expect: 201,
  });
  return String(started.body['instanceId']);
};

const answerPractice = async (momentId: string, instanceId: string): Promise<void> => {
  const { etag, given } = await openForm({ as: 'testResident', momentId, instanceId });
  await take({
    says: 'the test resident answers PHQ-9',
    as: 'testResident',
    request: `POST /me/instances/${instanceId}/forms/phq-9/submissions`,
    headers: { 'if-match': etag },
    body: given(moodAnswers),
    expect: 201,
  });
  const looking = { ...teaching.practitioner, expect: 200 } as const;
  const path = `/instances/${instanceId}` as const;
  const opened = await take({ ...looking, says: 'the teacher opens the moment', request: `GET ${path}` });
  see('it is marked as practice', opened.body['test'] === true, opened.body);
  await take({ ...looking, says: 'and views the results', request: `GET ${path}/results` });
  await take({
    ...teaching.practitioner,
    says: 'and writes to the test resident',
    request: `POST ${path}/messages`,
    body: { text: 'Bra övat! Så här ser ett meddelande ut.' },
    expect: 201,
  });
};

/** Staff practise a whole treatment with somebody who is nobody (ID-12). */
export const practise = async (momentId: string): Promise<void> => {
  chapter('A whole treatment is practised at the training unit');
  await answerPractice(momentId, await startPractice(momentId));
  const counted = await take({
    says: 'the care provider administrator looks at the statistics',
    as: 'careProviderAdmin',
    request: `GET /providers/${region}/statistics`,
    expect: 200,
  });
  see(
    'nothing of the training unit is among them',
    !JSON.stringify(counted.body).includes(units.training),
    counted.body,
  );
};
