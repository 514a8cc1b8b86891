import { setTimeout as wait } from 'node:timers/promises';
import { people, staff, units } from '../../data/demo-data.ts';
import { chapter, type Step, take } from '../client.ts';
import { agreementEnding, agreementInForce } from '../facts/private-agreement.ts';

/** Milliseconds from asking until the agreement ends, and a little more for the clock to have passed it. */
const endsIn = 1000;
const passed = 1200;

const starting = (momentId: string) =>
  ({
    as: 'privatePractitioner',
    request: `POST /units/${units.privateCare}/instances`,
    body: {
      ...{ personnummer: people.resident, momentId, major: 1, practitioner: staff.privatePractitioner },
      // Started twice, before the agreement has ended and after.
      confirmed: true,
    },
  }) as const;

const beginOnPrivateUnit = async (momentId: string): Promise<string> => {
  await take({
    says: 'the private care provider’s administrator activates the moment on Vårdbolaget Centrum',
    as: 'privateCareProviderAdmin',
    request: `POST /units/${units.privateCare}/activations`,
    body: { momentId, momentVersion: '1.0' },
    expect: 201,
  });
  await take({
    says: 'the resident is approved there',
    as: 'privatePractitioner',
    request: `POST /units/${units.privateCare}/approvals`,
    body: { personnummer: people.resident, scope: 'support-and-treatment' },
    expect: 201,
  });
  const started = await take({ ...starting(momentId), says: 'the moment is started', expect: 201 });
  return String(started.body['instanceId']);
};

/** A private provider works under its agreement with the region; what was begun under it is carried on (ORG-2). */
export const endAgreement = async (momentId: string): Promise<void> => {
  chapter('A private provider’s agreement ends, and is renewed');
  const instanceId = await beginOnPrivateUnit(momentId);
  const opening: Step = {
    says: 'what was begun can still be opened',
    as: 'privatePractitioner',
    request: `GET /instances/${instanceId}`,
    expect: 200,
  };
  await take(agreementEnding(new Date(Date.now() + endsIn).toISOString()));
  await wait(passed);
  try {
    await take({ ...starting(momentId), says: 'nothing new is started', expect: 'agreement-missing' });
    await take(opening);
  } finally {
    await take({ ...agreementInForce, says: 'the region administrator renews the agreement' });
  }
  await take({ ...starting(momentId), says: 'and moments are started again', expect: 201 });
};
