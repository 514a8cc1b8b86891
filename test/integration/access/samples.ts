import { routes } from '../../../functions/routes.ts';
import { moodAnswers, moodProgramme } from '../../../infra/local/demo/facts/content.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { aUnit, given, hsaIdOf, otherProvider, provider, residents, units } from '../../support/people.ts';
import { moodGiven, newMoment, testedMoment } from '../../support/story.ts';
import { announce, announcement, picture } from '../../support/upload.ts';
import type { Sent } from '../../support/world.ts';
import { catalogueSamples } from './catalogue-samples.ts';
import { editingSamples } from './editing-samples.ts';
import { formId, type Scene } from './scene.ts';
import { testSamples } from './test-samples.ts';

/** A request that succeeds when the right person sends it; `who` is the row of the matrix it is made for. */
export type Sample = (scene: Scene, who: string) => Promise<Sent> | Sent;

const onCareUnit = { params: { unitId: units.care } };
const atProvider = { params: { providerId: provider } };
const inAYear = () => new Date(Date.now() + 365 * 86_400_000).toISOString();
const ifMatch = (version: number | string) => ({
  'If-Match': typeof version === 'string' ? version : `"${version}"`,
});

let made = 0;
const fresh = (kind: string): string => {
  made += 1;
  return `TST5565594230-${kind}${made}`;
};

const unitVersion = async ({ world }: Scene, unitId: string): Promise<number> =>
  (await world.runtime.stores.organisation.unit(unitId))?.version ?? 0;

const organisation: Record<string, Sample> = {
  registerProvider: () => ({
    body: { providerId: fresh('P'), name: 'Ny', kind: 'private', organisationNumber: '5560000167' },
  }),
  changeProvider: async ({ world }) => {
    const stored = await world.runtime.stores.organisation.provider(provider);
    return {
      ...atProvider,
      body: { name: 'Regionen', connected: true },
      headers: ifMatch(stored?.version ?? 0),
    };
  },
  getProvider: () => atProvider,
  setAgreement: () => ({
    params: { providerId: provider, privateProviderId: otherProvider },
    body: { reference: 'Avtal 2', validFrom: '2020-01-01T00:00:00Z' },
  }),
  listAgreements: () => atProvider,
  handOutService: () => ({
    ...atProvider,
    body: { unitId: fresh('U'), providerId: provider, name: 'Ny enhet', kind: 'care' },
  }),
  listUnits: () => atProvider,
  getUnit: () => onCareUnit,
  setUnitState: async ({ world }) => {
    const unit = aUnit(fresh('U'), { state: 'handed-out' });
    await world.have(entities.unit, unit);
    return { params: { unitId: unit.hsaId }, body: { state: 'active' }, headers: ifMatch(1) };
  },
  setUnitInformation: async (scene) => ({
    ...onCareUnit,
    body: { text: 'Öppet 8–17 🌻' },
    headers: ifMatch(await unitVersion(scene, units.care)),
  }),
  postInformationMessage: () => ({ ...atProvider, body: { text: 'Driftstopp i natt' } }),
  viewUnitStatistics: () => onCareUnit,
  viewProviderStatistics: () => atProvider,
};

const byNational = (who: string) => who === 'national-admin';
const unitRoleFor = (who: string) => (who.endsWith('@provider') ? 'authorization-admin' : 'data-admin');

const somebodyNew = ({ world }: Scene): string => {
  const hsaId = fresh('S');
  world.registers.staff.set(hsaId, { hsaId, name: 'Ny', protected: false, commissions: [] });
  return hsaId;
};

const staffing: Record<string, Sample> = {
  giveUnitRole: (scene, who) => ({
    ...onCareUnit,
    body: { staff: somebodyNew(scene), role: unitRoleFor(who) },
  }),
  withdrawUnitRole: async ({ world }, who) => {
    const role = unitRoleFor(who);
    const staff = hsaIdOf('both');
    await world.have(entities.roleAssignment, { staff, role, provider, unit: units.care, ...given });
    if (role === 'authorization-admin') {
      const administrators = await world.runtime.stores.organisation.administrators(units.care);
      const others = administrators?.value.staff ?? [];
      const all = { unit: units.care, staff: [...others, staff] };
      await world.have(entities.administrators, all, (administrators?.version ?? 0) + 1);
    }
    return { ...onCareUnit, body: { staff, role } };
  },
  listUnitRoles: () => onCareUnit,
  listUnitRoleChanges: () => onCareUnit,
  giveProviderRole: (scene, who) => ({
    ...atProvider,
    body: { staff: somebodyNew(scene), role: byNational(who) ? 'region-admin' : 'auditor' },
  }),
  withdrawProviderRole: async ({ world }, who) => {
    const staff = hsaIdOf('both');
    const role = byNational(who) ? 'region-admin' : 'auditor';
    await world.have(entities.roleAssignment, { staff, role, provider, ...given });
    return { ...atProvider, body: { staff, role } };
  },
  listProviderRoles: () => atProvider,
  listProviderRoleChanges: () => atProvider,
};

const mandateOf = async ({ world, resident }: Scene, unit?: string) => {
  const mandateId = crypto.randomUUID();
  await world.have(entities.mandate, {
    mandateId,
    resident: world.personOf(resident),
    proxy: world.personOf(residents.renumbered),
    purposes: ['view'],
    validFrom: '2020-01-01T00:00:00.000Z',
    validTo: inAYear(),
    state: 'given',
    ...(unit ? { registered: { unit, by: hsaIdOf('residentAdmin'), reason: 'R' } } : {}),
  });
  return { proxy: residents.renumbered, mandateId };
};

const people: Record<string, Sample> = {
  approveResident: ({ resident }) => ({
    ...onCareUnit,
    body: { personnummer: resident, scope: 'all-services' },
  }),
  withdrawApproval: async ({ world }) => {
    const other = residents.earlier;
    await world.have(entities.approval, {
      ...{ unit: units.care, person: world.personOf(other), scope: 'all-services', state: 'approved' },
    });
    return { ...onCareUnit, body: { personnummer: other } };
  },
  listApprovals: () => onCareUnit,
  registerMandate: ({ resident }) => ({
    ...onCareUnit,
    body: { resident, proxy: residents.renumbered, purposes: ['view'], validTo: inAYear(), reason: 'R' },
  }),
  withdrawMandate: async (scene) => ({
    ...onCareUnit,
    body: { resident: scene.resident, ...(await mandateOf(scene, units.care)) },
  }),
  giveMandate: () => ({ body: { proxy: residents.renumbered, purposes: ['view'], validTo: inAYear() } }),
  revokeMyMandate: async (scene) => ({ body: await mandateOf(scene) }),
  listMyMandates: () => ({}),
  listMyRepresented: () => ({}),
  linkMyEarlierNumbers: () => ({ body: {} }),
  listMyServices: () => ({}),
};

const changing = ({ params, etag }: { params: Record<string, string>; etag: string }) => ({
  params,
  headers: ifMatch(etag),
});

const authoring: Record<string, Sample> = {
  createMoment: () => ({ params: { unitId: units.publisher }, body: { title: 'T', kind: 'course' } }),
  saveDraft: async ({ world }) => ({ ...changing(await newMoment(world)), body: { content: moodProgramme } }),
  ...testSamples,
  ...editingSamples,
  exportToPublisher: async ({ world }) => changing(await testedMoment(world)),
};

const media: Record<string, Sample> = {
  createMediaUpload: async ({ world }) => ({
    params: (await newMoment(world)).params,
    body: announcement(picture),
  }),
  listMedia: async ({ world }) => ({ params: (await newMoment(world)).params }),
  getMedia: async ({ world }) => ({
    params: (await announce(world, (await newMoment(world)).params.momentId)).params,
  }),
  removeMedia: async ({ world }) => ({
    params: (await announce(world, (await newMoment(world)).params.momentId)).params,
    headers: ifMatch(1),
  }),
  getMediaLimits: () => ({}),
};

const answering = async ({ world, momentId, instanceId }: Scene): Promise<Sent> => {
  const stored = await world.runtime.stores.instances.form(instanceId, formId);
  return {
    params: { instanceId, formId },
    body: moodGiven(momentId, moodAnswers),
    headers: ifMatch(stored?.version ?? 0),
  };
};
const ofInstance = ({ instanceId }: Scene): Sent => ({ params: { instanceId } });
const inVersion =
  (part: Record<string, string>) =>
  ({ instanceId, momentId }: Scene): Sent => ({
    params: { instanceId, ...part },
    query: { momentId, momentVersion: '1.0' },
  });
const ofModule = inVersion({ moduleId: 'start' });

const care: Record<string, Sample> = {
  startInstance: ({ resident, momentId }) => ({
    ...onCareUnit,
    body: { personnummer: resident, momentId, major: 1, practitioner: hsaIdOf('practitioner') },
  }),
  openInstance: ofInstance,
  openModule: ofModule,
  readForm: ({ instanceId }) => ({ params: { instanceId, formId } }),
  viewResults: ofInstance,
  sendMessage: (scene) => ({ ...ofInstance(scene), body: { text: 'Hej' } }),
  listMyInstances: () => ({}),
  openMyInstance: ofInstance,
  openMyModule: ofModule,
  openMyForm: inVersion({ formId }),
  saveAnswers: answering,
  submitForm: answering,
  readMyMessages: ofInstance,
};

/** One for each operation. A new contract adds its own; the matrix and the search for protected data use them all. */
export const samples: Record<string, Sample> = {
  ...organisation,
  ...staffing,
  ...people,
  ...authoring,
  ...media,
  ...catalogueSamples,
  ...care,
  listAuditEntries: () => ({ ...atProvider, body: {} }),
  getHealth: () => ({}),
  getOpenApi: () => ({}),
};

/** The unit a request of this operation is about: a moment is at home where it was made. */
export const homeOf = (operationId: string): string => {
  const route = routes.find(({ contract }) => contract.operationId === operationId);
  return /\/moments(\/\{momentId\}|$)/.test(route?.contract.path ?? '') ? units.publisher : units.care;
};
