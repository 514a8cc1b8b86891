import { people } from '../../data/demo-data.ts';
import { openForm } from '../acts/answering.ts';
import { approveAndStart } from '../acts/starting.ts';
import { chapter, see, take } from '../client.ts';
import { moodAnswers, moodProgramme } from '../facts/content.ts';

/** Approved, then started. Gives the instance's id. */
export const startMoment = async (momentId: string): Promise<string> => {
  chapter('A practitioner starts it on a resident');
  return approveAndStart('the resident', people.resident, momentId);
};

const readMoment = async (momentId: string, instanceId: string): Promise<void> => {
  const looking = { as: 'resident', expect: 200 } as const;
  const mine = `/me/instances/${instanceId}` as const;
  const listed = await take({ ...looking, says: 'lists their moments', request: 'GET /me/instances' });
  see('the new one is among them', JSON.stringify(listed.body).includes(instanceId), listed.body);
  const { body } = await take({ ...looking, says: 'opens it', request: `GET ${mine}` });
  see('the welcome text is as it was written', body['welcome'] === moodProgramme.welcome, body['welcome']);
  const query = `momentId=${momentId}&momentVersion=${body['momentVersion']}`;
  const module = await take({
    ...looking,
    says: 'reads the first module',
    request: `GET ${mine}/modules/start?${query}`,
  });
  see('its steps are there', JSON.stringify(module.body).includes('Varför frågar vi?'), module.body);
};

/** The resident reads, answers half, then all. */
export const answerForm = async (momentId: string, instanceId: string): Promise<void> => {
  chapter('The resident answers');
  const mine = `/me/instances/${instanceId}` as const;
  await readMoment(momentId, instanceId);
  const { given, changed } = await openForm({ as: 'resident', momentId, instanceId });
  const half = Object.fromEntries(Object.entries(moodAnswers).slice(0, 5));
  const saved = await take({
    says: 'saves half of PHQ-9 as a draft',
    as: 'resident',
    request: `PATCH ${mine}/forms/phq-9/draft`,
    body: changed(half),
    expect: 200,
  });
  const submitting = { as: 'resident', request: `POST ${mine}/forms/phq-9/submissions` } as const;
  await take({
    ...submitting,
    says: 'cannot submit it half done',
    headers: { 'if-match': saved.etag },
    body: given({}),
    expect: 'answers-invalid',
  });
  const sent = {
    ...submitting,
    headers: { 'if-match': saved.etag, 'idempotency-key': `submit-${instanceId}` },
  };
  await take({ ...sent, says: 'submits all of it', body: given(moodAnswers), expect: 201 });
  await take({
    ...sent,
    says: 'sends it again when the answer was lost; it counts once',
    body: given(moodAnswers),
    expect: 201,
  });
};

/** The practitioner follows up. */
export const followUp = async (instanceId: string): Promise<void> => {
  chapter('The practitioner follows up');
  const path = `/instances/${instanceId}` as const;
  const look = { as: 'practitioner', expect: 200 } as const;
  await take({ ...look, says: 'opens the moment', request: `GET ${path}` });
  const read = await take({ ...look, says: 'reads the form', request: `GET ${path}/forms/phq-9` });
  see(
    'sees the answers that were submitted',
    isSame(read.body['answers'], moodAnswers),
    read.body['answers'],
  );
  const viewed = await take({ ...look, says: 'views the results', request: `GET ${path}/results` });
  const [result] = viewed.body['results'] as Record<string, unknown>[];
  see('the score is 11', result?.['score'] === 11, result);
  see('the band is “Måttlig depression”', result?.['band'] === 'Måttlig depression', result);
  see('a flag is raised on item 9', JSON.stringify(result?.['flags']).includes('self-harm'), result);
  see('one submission gave one result', (viewed.body['results'] as unknown[]).length === 1, viewed.body);
  const text = 'Hej! Tack för dina svar. Jag ringer dig i morgon 🌻';
  await take({
    says: 'writes a message',
    as: 'practitioner',
    request: `POST ${path}/messages`,
    body: { text },
    expect: 201,
  });
  const messages = await take({
    says: 'the resident reads it',
    as: 'resident',
    request: `GET /me/instances/${instanceId}/messages`,
    expect: 200,
  });
  see('the text is as it was written', JSON.stringify(messages.body).includes(text), messages.body);
};

const isSame = (one: unknown, other: object): boolean =>
  JSON.stringify(Object.entries(one as object).toSorted()) ===
  JSON.stringify(Object.entries(other).toSorted());
