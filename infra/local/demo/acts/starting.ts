import { staff, units } from '../../data/demo-data.ts';
import { take } from '../client.ts';

/** Approves the resident on the psychiatric unit and starts the moment on them. Gives the instance's id. */
export const approveAndStart = async (
  who: string,
  personnummer: string,
  momentId: string,
): Promise<string> => {
  await take({
    says: `the resident administrator approves ${who} for communication`,
    as: 'residentAdmin',
    request: `POST /units/${units.care}/approvals`,
    body: { personnummer, scope: 'support-and-treatment' },
    expect: 201,
  });
  const started = await take({
    says: 'the practitioner starts the moment',
    as: 'practitioner',
    request: `POST /units/${units.care}/instances`,
    body: { personnummer, momentId, major: 1, practitioner: staff.practitioner },
    headers: { 'idempotency-key': `demo-${personnummer}-${momentId}` },
    expect: 201,
  });
  return String(started.body['instanceId']);
};

/** One more of what runs for the resident already; as new at each run of the story. Gives the instance's id. */
export const startOneMore = async (personnummer: string, momentId: string): Promise<string> => {
  const starting = {
    as: 'practitioner',
    request: `POST /units/${units.care}/instances`,
    body: { personnummer, momentId, major: 1, practitioner: staff.practitioner },
  } as const;
  await take({
    ...starting,
    says: 'it runs for them already: it is asked about',
    expect: 'moment-runs-already',
  });
  const started = await take({
    ...starting,
    says: 'one more is meant, and is started',
    body: { ...starting.body, confirmed: true },
    expect: 201,
  });
  return String(started.body['instanceId']);
};
