import { people } from '../../data/demo-data.ts';
import { openForm } from '../acts/answering.ts';
import { approveAndStart } from '../acts/starting.ts';
import { chapter, see, take } from '../client.ts';
import { moodAnswers } from '../facts/content.ts';

const forChild = { 'acting-for': people.child };

const answerForChild = async (momentId: string, instanceId: string): Promise<void> => {
  const represented = await take({
    says: 'the guardian sees whom they answer for',
    as: 'guardian',
    request: 'GET /me/represented',
    expect: 200,
  });
  const children = represented.body['children'] as { resident: { personnummer?: string } }[];
  see(
    'the child, and not the 13-year-old',
    children.map(({ resident }) => resident.personnummer).join() === people.child,
    children,
  );
  await take({
    says: 'opens the child’s moment',
    as: 'guardian',
    request: `GET /me/instances/${instanceId}`,
    headers: forChild,
    expect: 200,
  });
  const { etag, given } = await openForm({ as: 'guardian', momentId, instanceId, headers: forChild });
  await take({
    says: 'submits the form for the child',
    as: 'guardian',
    request: `POST /me/instances/${instanceId}/forms/phq-9/submissions`,
    headers: { ...forChild, 'if-match': etag },
    body: given(moodAnswers),
    expect: 201,
  });
};

/** Guardians act for children under thirteen, and what they write is theirs (ID-6, ID-8). */
export const answerAsGuardian = async (momentId: string): Promise<void> => {
  chapter('A guardian answers for a child');
  const instanceId = await approveAndStart('a child', people.child, momentId);
  await answerForChild(momentId, instanceId);
  const read = await take({
    says: 'the practitioner reads the form',
    as: 'practitioner',
    request: `GET /instances/${instanceId}/forms/phq-9`,
    expect: 200,
  });
  const { as, person } = read.body['writtenBy'] as { as: string; person: { personnummer?: string } };
  see('and sees who wrote', as === 'guardian' && person.personnummer === people.guardian, read.body);
  await take({
    says: 'for the 13-year-old the guardian may not answer',
    as: 'guardian',
    request: 'GET /me/instances',
    headers: { 'acting-for': people.teenager },
    expect: 'guardian-age-limit',
  });
  await take({
    says: 'who logs in themselves',
    as: 'teenager',
    request: 'GET /me/instances',
    expect: 200,
  });
  await take({
    says: 'and nobody else’s child is open to anyone',
    as: 'resident',
    request: 'GET /me/instances',
    headers: forChild,
    expect: 'representation-missing',
  });
};
