import { exampleScene } from '../../../functions/sample-scene.ts';
import { units as places, region } from '../../../infra/local/data/demo-data.ts';
import type { Instance } from '../../../shared/domain/care/instance.ts';
import { moduleCount, moduleIdAt, stepOf } from '../population/large-moment.ts';
import type { Population } from '../population/population.ts';
import { answersOf, diary, momentVersion, rating } from '../population/programme.ts';
import { formVersionOf } from '../population/published-programme.ts';
import type { Ask } from '../serving/http-client.ts';
import { loginAs, loginOf } from '../serving/logins.ts';

/** The requests measured, by the use case each one is. */
export const kinds = [
  'submitForm',
  'saveAnswers',
  'openInstance',
  'readForm',
  'listApprovals',
  'listPractitionerInstances',
  'listUnitInstances',
  'listAuditEntries',
  'openDraft',
  'saveStep',
  'checkDraft',
  'listCatalogue',
] as const;
export type Kind = (typeof kinds)[number];

const commonDivisor = (one: number, other: number): number =>
  other === 0 ? one : commonDivisor(other, one % other);

/** Walks through all of them in leaps, so that neighbours in time are not neighbours in the table and none returns soon. */
const leapOf = (size: number): number => {
  let leap = Math.max(1, Math.floor(size * 0.618));
  while (commonDivisor(leap, size) !== 1) leap += 1;
  return leap;
};

/** Makes the next request of a kind. A write counts as done once it is made: anything else ends the bench. */
export const createAsks = (population: Population) => {
  const { instances, momentId, largeMomentId, size } = population;
  const draft = `/moments/${largeMomentId}/draft`;
  const leap = leapOf(size);
  const made: Record<Kind, number> = {
    submitForm: 0,
    saveAnswers: 0,
    openInstance: 0,
    readForm: 0,
    listApprovals: 0,
    listPractitionerInstances: 0,
    listUnitInstances: 0,
    listAuditEntries: 0,
    openDraft: 0,
    saveStep: 0,
    checkDraft: 0,
    listCatalogue: 0,
  };
  const versions = new Map<string, number>();

  const nextInstance = (kind: Kind): { instance: Instance; turn: number } => {
    const turn = made[kind];
    made[kind] += 1;
    return { instance: instances[(turn * leap) % size] as Instance, turn };
  };

  const answering = async (kind: Kind, formId: string): Promise<Omit<Ask, 'status' | 'method'>> => {
    const { instance, turn } = nextInstance(kind);
    const path = `/me/instances/${instance.instanceId}/forms/${formId}`;
    const version = versions.get(path) ?? 1;
    versions.set(path, version + 1);
    const token = await loginOf(instance.resident.personnummer);
    const headers = { 'if-match': `"${version}"` };
    const given = { momentId, momentVersion, formVersion: formVersionOf(formId) };
    return { path, token, headers, body: { ...given, changes: answersOf(turn) } };
  };

  const makers: Record<Kind, () => Promise<Ask>> = {
    submitForm: async () => {
      const { path, ...rest } = await answering('submitForm', rating.formId);
      return { ...rest, path: `${path}/submissions`, method: 'POST', status: 201 };
    },
    saveAnswers: async () => {
      const { path, body, ...rest } = await answering('saveAnswers', diary.formId);
      // From one screen, so that however many are under way at once, none is in conflict.
      const screen = { session: exampleScene.session, base: 1 };
      return {
        ...{ ...rest, path: `${path}/draft`, method: 'PATCH', status: 200 },
        body: { ...(body as object), ...screen },
      };
    },
    openInstance: async () => {
      const { instanceId } = nextInstance('openInstance').instance;
      const token = await loginAs('practitioner');
      return { method: 'GET', path: `/instances/${instanceId}`, token, status: 200 };
    },
    readForm: async () => {
      const { instanceId } = nextInstance('readForm').instance;
      const token = await loginAs('practitioner');
      return { method: 'GET', path: `/instances/${instanceId}/forms/${rating.formId}`, token, status: 200 };
    },
    listApprovals: async () => {
      const token = await loginAs('residentAdmin');
      return { method: 'GET', path: `/units/${places.care}/approvals`, token, status: 200 };
    },
    listPractitionerInstances: async () => {
      const token = await loginAs('practitioner');
      return { method: 'GET', path: `/units/${places.care}/instances/mine`, token, status: 200 };
    },
    listUnitInstances: async () => {
      const token = await loginAs('residentAdmin');
      return { method: 'GET', path: `/units/${places.care}/instances`, token, status: 200 };
    },
    listAuditEntries: async () => {
      const path = `/providers/${region}/audit-entries/search`;
      return { method: 'POST', path, body: {}, token: await loginAs('auditor'), status: 200 };
    },
    openDraft: async () => ({ method: 'GET', path: draft, token: await loginAs('designer'), status: 200 }),
    checkDraft: async () => ({
      ...{ method: 'GET', path: `${draft}/check`, token: await loginAs('designer'), status: 200 },
    }),
    saveStep: async () => {
      const turn = made.saveStep;
      made.saveStep += 1;
      const module = turn % moduleCount;
      const { stepId, ...body } = stepOf(module, 1, `${turn}`);
      const version = 1 + Math.floor(turn / moduleCount);
      return {
        method: 'PUT',
        path: `${draft}/modules/${moduleIdAt(module)}/steps/${stepId}`,
        token: await loginAs('designer'),
        headers: { 'if-match': `"${version}"` },
        body,
        status: 200,
      };
    },
    listCatalogue: async () => {
      const path = `/providers/${region}/catalogue?view=available&limit=50`;
      return { method: 'GET', path, token: await loginAs('careProviderAdmin'), status: 200 };
    },
  };

  return {
    next: (kind: Kind): Promise<Ask> => makers[kind](),
    /** How many can be made before a write comes back to where one was. */
    lapOf: (kind: Kind): number => (kind === 'saveStep' ? moduleCount : size),
  };
};
export type Asks = ReturnType<typeof createAsks>;
