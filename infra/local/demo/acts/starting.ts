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
