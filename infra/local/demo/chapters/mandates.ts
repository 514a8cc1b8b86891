import { people } from '../../data/demo-data.ts';
import { openForm } from '../acts/answering.ts';
import { chapter, see, take } from '../client.ts';
import { moodAnswers } from '../facts/content.ts';

const day = 24 * 60 * 60 * 1000;
const forResident = { 'acting-for': people.resident };

const seeAndNoMore = async (momentId: string, instanceId: string): Promise<void> => {
  const opened = await take({
    says: 'the proxy opens the resident’s moment',
    as: 'proxy',
    request: `GET /me/instances/${instanceId}`,
    headers: forResident,
    expect: 200,
  });
  see('and it is that moment', opened.body['instanceId'] === instanceId, opened.body);
  const { changed } = await openForm({ as: 'proxy', momentId, instanceId, headers: forResident });
  await take({
    says: 'but may not answer in it',
    as: 'proxy',
    request: `PATCH /me/instances/${instanceId}/forms/phq-9/draft`,
    headers: forResident,
    body: changed(moodAnswers),
    expect: 'representation-missing',
  });
  await take({
    says: 'nor give a mandate in the resident’s name',
    as: 'proxy',
    request: 'GET /me/mandates',
    headers: forResident,
    expect: 'representation-not-allowed',
  });
};

/** A resident lets somebody see for them, and stops it (ID-7). */
export const useMandate = async (momentId: string, instanceId: string): Promise<void> => {
  chapter('A resident gives a mandate, and revokes it');
  const given = await take({
    says: 'the resident lets a relative see their moments for a week',
    as: 'resident',
    request: 'POST /me/mandates',
    body: {
      proxy: people.proxy,
      purposes: ['view'],
      validTo: new Date(Date.now() + 7 * day).toISOString(),
    },
    expect: 201,
  });
  await take({
    says: 'nothing is open before the proxy has accepted',
    as: 'proxy',
    request: `GET /me/instances/${instanceId}`,
    headers: forResident,
    expect: 'representation-missing',
  });
  await take({
    says: 'the proxy accepts, by the number of the one to act for',
    as: 'proxy',
    request: 'POST /me/mandate-acceptances',
    body: { resident: people.resident, mandateId: given.body['mandateId'] },
    expect: 201,
  });
  await seeAndNoMore(momentId, instanceId);
  await take({
    says: 'the resident revokes the mandate',
    as: 'resident',
    request: 'POST /me/mandate-revocations',
    body: { proxy: people.proxy, mandateId: given.body['mandateId'] },
    expect: 201,
  });
  await take({
    says: 'at the next request the proxy is refused',
    as: 'proxy',
    request: `GET /me/instances/${instanceId}`,
    headers: forResident,
    expect: 'representation-missing',
  });
};
