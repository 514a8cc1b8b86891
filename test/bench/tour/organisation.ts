import { privateProvider } from '../../../infra/local/data/demo-data.ts';
import type { Visit } from './visit.ts';

const newRegion = 'TST5565594230-3000';
const newUnit = 'TST5560000167-2002';

const registerProviders = async (visit: Visit): Promise<void> => {
  const { etag } = await visit('registerProvider', 'nationalAdmin', { newProviderId: newRegion });
  await visit('changeProvider', 'nationalAdmin', { providerId: newRegion, etag });
  await visit('setServiceAgreement', 'nationalAdmin', { providerId: newRegion });
  await visit('setAgreement', 'regionAdmin');
  await visit('getProvider', 'nationalAdmin', { providerId: privateProvider });
};

/** A private provider’s, the dearest there are: the agreement is looked at in the same transaction. */
const openUnit = async (visit: Visit): Promise<void> => {
  const { etag } = await visit('handOutService', 'regionAdmin', { newUnitId: newUnit });
  const active = await visit('setUnitState', 'privateCareProviderAdmin', { unitId: newUnit, etag });
  await visit('renameUnit', 'privateCareProviderAdmin', { unitId: newUnit, etag: active.etag });
  await visit('listUnits', 'careProviderAdmin');
  await visit('listAgreements', 'regionAdmin');
};

const inform = async (visit: Visit): Promise<void> => {
  const { body: posted, etag: first } = await visit('postInformationMessage', 'careProviderAdmin');
  const messageId = String(posted['messageId']);
  const { etag: second } = await visit('correctInformationMessage', 'careProviderAdmin', {
    ...{ messageId, etag: first },
  });
  await visit('withdrawInformationMessage', 'careProviderAdmin', { messageId, etag: second });
  await visit('listInformationMessages', 'careProviderAdmin');
  const { etag } = await visit('getUnit', 'practitioner');
  const informed = await visit('setUnitInformation', 'residentAdmin', { etag });
  await visit('setUnitContacts', 'residentAdmin', { etag: informed.etag });
};

export const tourOrganisation = async (visit: Visit): Promise<void> => {
  await registerProviders(visit);
  await openUnit(visit);
  await inform(visit);
};

/** When something has been started. */
export const tourStatistics = async (visit: Visit): Promise<void> => {
  await visit('viewUnitStatistics', 'dataAdmin');
  await visit('viewProviderStatistics', 'careProviderAdmin');
};
