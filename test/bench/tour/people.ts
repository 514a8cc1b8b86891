import { people, units } from '../../../infra/local/data/demo-data.ts';
import type { Visit } from './visit.ts';

const unit = `/units/${units.care}` as const;
const inAYear = (): string => new Date(Date.now() + 365 * 86_400_000).toISOString();

const approve = async (visit: Visit): Promise<void> => {
  const asking = { as: 'residentAdmin', status: 201 } as const;
  for (const personnummer of [people.proxy, people.resident])
    await visit('approveResident', {
      ...{ ...asking, request: `POST ${unit}/approvals` },
      body: { personnummer, scope: 'support-and-treatment' },
    });
  await visit('listApprovals', { ...asking, request: `GET ${unit}/approvals`, status: 200 });
  await visit('withdrawApproval', {
    ...{ ...asking, request: `POST ${unit}/approval-withdrawals` },
    body: { personnummer: people.proxy },
  });
};

const registerMandate = async (visit: Visit): Promise<void> => {
  const asking = { as: 'residentAdmin', status: 201 } as const;
  const parties = { resident: people.resident, proxy: people.proxy };
  const terms = { purposes: ['view', 'messages'], validTo: inAYear(), reason: 'Muntligt, på mottagningen' };
  const { body } = await visit('registerMandate', {
    ...{ ...asking, request: `POST ${unit}/mandates`, body: { ...parties, ...terms } },
  });
  await visit('withdrawMandate', {
    ...{ ...asking, request: `POST ${unit}/mandate-withdrawals` },
    body: { ...parties, mandateId: body['mandateId'] },
  });
};

const giveMandate = async (visit: Visit): Promise<void> => {
  const asking = { as: 'resident', status: 201 } as const;
  const { proxy } = people;
  const { body } = await visit('giveMandate', {
    ...{ ...asking, request: 'POST /me/mandates', body: { proxy, purposes: ['view'], validTo: inAYear() } },
  });
  await visit('listMyMandates', { as: 'resident', request: 'GET /me/mandates', status: 200 });
  await visit('listMyRepresented', { as: 'proxy', request: 'GET /me/represented', status: 200 });
  await visit('revokeMyMandate', {
    ...{ ...asking, request: 'POST /me/mandate-revocations' },
    body: { proxy, mandateId: body['mandateId'] },
  });
};

/** Leaves the resident approved and nobody with a mandate. */
export const tourPeople = async (visit: Visit): Promise<void> => {
  await approve(visit);
  await registerMandate(visit);
  await giveMandate(visit);
  await visit('linkMyEarlierNumbers', {
    ...{ as: 'changedNumber', request: 'POST /me/earlier-numbers', status: 201, body: {} },
  });
  await visit('listMyServices', { as: 'resident', request: 'GET /me/services', status: 200 });
};
