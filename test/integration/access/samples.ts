import { v7 as uuidv7 } from 'uuid';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { routes } from '../../../functions/routes.ts';
import { exampleScene } from '../../../functions/sample-scene.ts';
import { sampleOf } from '../../../functions/samples.ts';
import { moodAnswers } from '../../../infra/local/demo/facts/content.ts';
import type { RequestSample } from '../../../shared/contract/contract.ts';
import { calendarSample } from '../../../shared/domain/form/form-samples.ts';
import { found } from '../../../shared/domain/found.ts';
import type { Mandate } from '../../../shared/domain/mandate.ts';
import { swedishDate } from '../../../shared/domain/swedish-date.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  anApproval,
  aUnit,
  given,
  hsaIdOf,
  login,
  provider,
  residents,
  shownAt,
  units,
} from '../../support/people.ts';
import {
  activeMoment,
  exportedMoment,
  haveForm,
  moodFormVersion,
  newMoment,
  publishedMoment,
  startedInstance,
  succeed,
  testedMoment,
} from '../../support/story.ts';
import { announce } from '../../support/upload.ts';
import { cataloguePreparations } from './catalogue-preparations.ts';
import { editingPreparations } from './editing-preparations.ts';
import { formId, once, type Preparation, programmeScene, type Scene } from './scene.ts';
import { testPreparations } from './test-preparations.ts';

const tagOf = (stored: { readonly version: number } | undefined): string => `"${stored?.version ?? 0}"`;

let made = 0;
const fresh = (kind: string): string => {
  made += 1;
  return `TST5565594230-${kind}${made}`;
};

const postedMessage: Preparation = async ({ world }) => {
  const messageId = crypto.randomUUID();
  await world.have(entities.informationMessage, {
    ...{ provider, messageId, text: 'Hej', visibleFrom: '2020-01-01T00:00:00.000Z', state: 'posted' },
    postedBy: hsaIdOf('careProviderAdmin'),
  });
  return { messageId, etag: '"1"' };
};

const organisation: Record<string, Preparation> = {
  registerProvider: () => ({ newProviderId: fresh('P') }),
  changeProvider: async ({ world: { runtime } }) => ({
    etag: tagOf(await runtime.stores.organisation.provider(provider)),
  }),
  handOutService: () => ({ newUnitId: fresh('U') }),
  setUnitState: async ({ world }) => {
    const unit = aUnit(fresh('U'), { state: 'handed-out' });
    await world.have(entities.unit, unit);
    return { unitId: unit.hsaId, etag: '"1"' };
  },
  renameUnit: async ({ world: { runtime } }) => ({
    etag: tagOf(await runtime.stores.organisation.unit(units.care)),
  }),
  correctInformationMessage: postedMessage,
  withdrawInformationMessage: postedMessage,
  setUnitInformation: async ({ world: { runtime } }) => ({
    etag: tagOf(await runtime.stores.organisation.unit(units.care)),
  }),
  setUnitContacts: async ({ world: { runtime } }) => ({
    etag: tagOf(await runtime.stores.organisation.unit(units.care)),
  }),
};

const unitRoleFor = (who: string) => (who.endsWith('@provider') ? 'authorization-admin' : 'data-admin');
const providerRoleFor = (who: string) => (who === 'national-admin' ? 'region-admin' : 'auditor');

const somebodyNew = ({ world }: Scene): string => {
  const hsaId = fresh('S');
  world.registers.staff.set(hsaId, { hsaId, name: 'Ny', protected: false, commissions: [] });
  return hsaId;
};

const staffing: Record<string, Preparation> = {
  giveUnitRole: (scene, who) => ({ staff: somebodyNew(scene), unitRole: unitRoleFor(who) }),
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
    return { staff, unitRole: role };
  },
  giveProviderRole: (scene, who) => ({ staff: somebodyNew(scene), providerRole: providerRoleFor(who) }),
  withdrawProviderRole: async ({ world }, who) => {
    const staff = hsaIdOf('both');
    const role = providerRoleFor(who);
    await world.have(entities.roleAssignment, { staff, role, provider, ...given });
    return { staff, providerRole: role };
  },
};

interface Mandated {
  readonly unit?: string;
  /** From the scene’s proxy to its resident, who is asked. */
  readonly turned?: boolean;
  readonly state?: Mandate['state'];
}

const mandated =
  ({ unit, turned = false, state = unit ? 'registered' : 'given' }: Mandated = {}): Preparation =>
  async ({ world, resident }) => {
    const mandateId = crypto.randomUUID();
    const [from, to] = turned ? [programmeScene.proxy, resident] : [resident, programmeScene.proxy];
    const parties = { resident: world.personOf(from), proxy: world.personOf(to) };
    const mandate = {
      ...{ mandateId, ...parties, purposes: ['view' as const], state },
      ...{ validFrom: '2020-01-01T00:00:00.000Z', validTo: programmeScene.until },
      answerBy: programmeScene.until,
    };
    const registered = unit && { unit, by: hsaIdOf('residentAdmin'), reason: 'R' };
    await world.have(entities.mandate, registered ? { ...mandate, registered } : mandate);
    if (registered) await world.have(entities.unitMandate, { ...mandate, registered });
    for (const [side, { key }] of [['giver', parties.resident] as const, ['proxy', parties.proxy] as const])
      await world.have(entities.openMandates, { personKey: key, side, open: {} });
    if (unit) {
      const room = { personKey: parties.resident.key, side: 'registered' as const, unit };
      await world.have(entities.openMandates, { ...room, open: {} });
    }
    return turned ? { mandateId, resident: from } : { mandateId };
  };

const people: Record<string, Preparation> = {
  lookUpResident: ({ resident }) => ({ resident }),
  labelResident: ({ world, resident }) => ({ residentId: shownAt(world, units.care, resident) }),
  withdrawApproval: async ({ world }) => {
    const approval = anApproval(world, residents.earlier);
    await world.have(entities.approval, approval);
    return { residentId: approval.residentId };
  },
  withdrawMandate: mandated({ unit: units.care }),
  confirmMandate: mandated({ unit: units.care }),
  listUnitMandates: mandated({ unit: units.care }),
  acceptMandate: mandated({ turned: true }),
  refuseMandate: mandated({ turned: true }),
  resignMandate: mandated({ turned: true, state: 'accepted' }),
  revokeMyMandate: mandated(),
};

const fileOf: Preparation = async ({ world }) => {
  const { params } = await announce(world, (await newMoment(world)).params.momentId);
  return { ...params, etag: '"1"' };
};
const emptyDraft: Preparation = async ({ world }) => {
  const { params, etag } = await newMoment(world);
  return { ...params, etag };
};

const exported: Preparation = async ({ world }) => {
  const { params, etag } = await exportedMoment(world);
  return { ...params, etag };
};

const authoring: Record<string, Preparation> = {
  createMoment: () => ({ unitId: units.publisher }),
  saveDraft: emptyDraft,
  ...testPreparations,
  ...editingPreparations,
  exportToPublisher: async ({ world }) => {
    const { params, etag } = await testedMoment(world);
    return { ...params, etag };
  },
  draftFromVersion: async ({ world }) => {
    const momentId = await publishedMoment(world);
    const head = await world.runtime.stores.moments.moment(momentId);
    return { momentId, etag: tagOf(head) };
  },
  recallExport: exported,
  createMediaUpload: emptyDraft,
  listMedia: once(emptyDraft),
  getMedia: once(fileOf),
  removeMedia: fileOf,
};

const answering: Preparation = async ({ world: { runtime }, instanceId }) => ({
  etag: tagOf(await runtime.stores.instances.form(instanceId, formId)),
});

/** The moment has a calendar form as well. */
const calendarForm: Preparation = async ({ world, momentId }) => {
  await haveForm(world, momentId, calendarSample);
  return { formId: calendarSample.formId, days: [swedishDate(new Date().toISOString())] };
};

const justStarted: Preparation = async ({ world, momentId, resident }) =>
  startedInstance(world, momentId, resident);

const takingPart =
  (who: 'colleague' | 'practitioner'): Preparation =>
  async ({ world, instanceId }) => {
    const { unit, resident } = found(await world.runtime.stores.instances.instance(instanceId)).value;
    await world.have(entities.participant, {
      ...{ instanceId, unit, resident, staff: hsaIdOf(who), as: 'colleague' },
      ...{ addedBy: hsaIdOf('practitioner'), addedAt: '2026-01-01T00:00:00.000Z' },
    });
    return {};
  };

const toldMessage: Preparation = async ({ world, instanceId }) => {
  const token = await login('practitioner');
  const sent = { params: { instanceId }, body: { text: 'Till en annan' }, token };
  const { body } = await succeed(world, sendMessage, sent);
  return { messageId: String(body['messageId']) };
};

// Another than what submitting in the scene raises.
const flagId = 'worse-than-before';
const { resultId } = exampleScene;
const anOpenFlag = (instanceId: string) => ({
  ...{ instanceId, formId, flagId, resultId, times: 1 },
  ...({ level: 'notice', label: 'Tankar på död', raisedAt: '2026-01-01T00:00:00.000Z' } as const),
  latestAt: '2026-01-01T00:00:00.000Z',
});

const openFlag: Preparation = async ({ world, instanceId }) => {
  await world.have(entities.flag, anOpenFlag(instanceId));
  return { flagId };
};

const clearedFlag: Preparation = async ({ world, instanceId }) => {
  const clearingId = uuidv7();
  const cleared = { by: hsaIdOf('practitioner'), at: '2026-01-02T00:00:00.000Z', note: 'Ringt' };
  await world.have(entities.clearedFlag, {
    ...{ ...anOpenFlag(instanceId), clearingId, cleared, flagId: clearingId },
  });
  return { clearingId };
};

/** By the guardian there was, so that somebody else than the resident is shown. */
const answered: Preparation = async ({ world, instanceId }) => {
  const writtenBy = { as: 'guardian', person: world.personOf(residents.guardian) } as const;
  await world.have(entities.message, {
    ...{ instanceId, messageId: uuidv7(), from: 'resident', writtenBy },
    ...{ text: 'Hon mår bättre', sentAt: '2026-01-01T00:00:00.000Z' },
  });
  return {};
};

/** Where the scene as it was set is not enough. */
const preparations: Record<string, Preparation> = {
  ...organisation,
  ...staffing,
  ...people,
  ...authoring,
  ...cataloguePreparations,
  // Once more on somebody who has it: a moment of its own is not asked about.
  startInstance: async ({ world }) => ({ momentId: await activeMoment(world) }),
  undoStart: justStarted,
  withdrawMessage: toldMessage,
  acknowledgeFlag: openFlag,
  clearFlag: openFlag,
  reopenFlag: clearedFlag,
  readMessages: answered,
  planContent: async ({ world: { runtime }, instanceId }) => ({
    etag: tagOf(await runtime.stores.instances.contentPlan(instanceId)),
  }),
  removeParticipant: takingPart('colleague'),
  listParticipations: takingPart('practitioner'),
  setUnitCategories: async ({ world: { runtime } }) => ({
    etag: tagOf(await runtime.stores.organisation.categories(units.care)),
  }),
  enterMaintenance: justStarted,
  endInstance: justStarted,
  viewResults: async ({ world, instanceId }) => {
    const writtenBy = { as: 'guardian', person: world.personOf(residents.guardian) } as const;
    const outcome = { score: 1, band: null, flags: [] };
    const submittedAt = '2026-01-01T00:00:00.000Z';
    await world.have(entities.result, {
      ...{ instanceId, formId, resultId: crypto.randomUUID(), submittedAt, outcome, writtenBy },
      ...{ formVersion: moodFormVersion, answers: moodAnswers },
    });
    return {};
  },
  createMyPage: calendarForm,
  createFormPages: calendarForm,
  saveAnswers: answering,
  submitForm: answering,
};

const contractOf = (operationId: string) =>
  found(routes.find(({ contract }) => contract.operationId === operationId)).contract;

/** The sample request of an operation, in this scene, for one row of the matrix. */
export const sampleFor = async (scene: Scene, operationId: string, who = ''): Promise<RequestSample> => {
  const { resident, momentId, instanceId } = scene;
  const differing = await preparations[operationId]?.(scene, who);
  return sampleOf(contractOf(operationId), {
    ...{ ...programmeScene, ...scene.said, resident, momentId, instanceId },
    ...differing,
  });
};

/** The unit a request of this operation is about: a moment is at home where it was made. */
export const homeOf = (operationId: string): string =>
  /\/moments(\/\{momentId\}|$)/.test(contractOf(operationId).path) ? units.publisher : units.care;
