import { people } from '../../../infra/local/data/demo-data.ts';
import type { Visit } from './visit.ts';

const approve = async (visit: Visit): Promise<void> => {
  await visit('approveResident', 'residentAdmin', { resident: people.proxy });
  const { body } = await visit('lookUpResident', 'residentAdmin', { resident: people.proxy });
  const { id: residentId } = body['resident'] as { id: string };
  await visit('approveResident', 'residentAdmin', { resident: people.resident });
  await visit('listApprovals', 'residentAdmin');
  await visit('labelResident', 'residentAdmin', { residentId });
  await visit('withdrawApproval', 'residentAdmin', { residentId });
};

const registerMandate = async (visit: Visit): Promise<void> => {
  const { body } = await visit('registerMandate', 'residentAdmin');
  const mandateId = String(body['mandateId']);
  await visit('confirmMandate', 'residentAdmin2', { mandateId });
  await visit('listUnitMandates', 'residentAdmin');
  await visit('withdrawMandate', 'residentAdmin', { mandateId });
};

const giveMandate = async (visit: Visit): Promise<void> => {
  const refused = await visit('giveMandate', 'resident');
  await visit('refuseMandate', 'proxy', { mandateId: String(refused.body['mandateId']) });
  const { body } = await visit('giveMandate', 'resident');
  const mandateId = String(body['mandateId']);
  await visit('acceptMandate', 'proxy', { mandateId });
  await visit('listMyMandates', 'resident');
  await visit('listMyRepresented', 'proxy');
  await visit('resignMandate', 'proxy', { mandateId });
  const revoked = await visit('giveMandate', 'resident');
  await visit('revokeMyMandate', 'resident', { mandateId: String(revoked.body['mandateId']) });
};

/** Leaves the resident approved and nobody with a mandate. */
export const tourPeople = async (visit: Visit): Promise<void> => {
  await approve(visit);
  await registerMandate(visit);
  await giveMandate(visit);
  await visit('linkMyEarlierNumbers', 'changedNumber');
  await visit('listMyUnits', 'resident');
};
