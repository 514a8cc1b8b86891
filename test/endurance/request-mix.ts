import { v7 as uuidv7 } from 'uuid';
import { found } from '../../shared/domain/found.ts';
import type { UseCase } from '../../shared/http/use-case.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { sampleFor } from '../integration/access/samples.ts';
import { type Scene, setScene } from '../integration/access/scene.ts';
import { login, loginElsewhere, loginResident, residents } from '../support/people.ts';
import { startedInstance } from '../support/story.ts';
import { allUseCases } from '../support/use-cases.ts';
import type { Sent, World } from '../support/world.ts';

/** One way of asking, as often as any other. */
export interface Kind {
  readonly useCase: UseCase;
  /** A request of it that could succeed as things stand; what is written before the next one is asked may be in its way. */
  readonly prepare: () => Promise<Sent>;
  /** What is a resident’s own is never in the log. */
  readonly inLog: boolean;
}

type Caller = 'practitioner' | 'colleague' | 'expired' | 'stranger' | 'resident';
type Asked = Readonly<Partial<Record<Caller, readonly string[]>>>;

/** In one moment that everybody is in at once. */
const inTheOne = {
  practitioner:
    `openInstance readForm listFormPages viewResults sendMessage readMessages withdrawMessage writeComment readComments addParticipant removeParticipant listParticipants planContent readTimeline viewContacts categoriseInstance listFlags listClearedFlags listUnitInstances listPractitionerInstances listParticipations findResidentInstances listUnitPractitioners`.split(
      ' ',
    ),
  resident: 'saveAnswers listMyPages readMyMessages sendMyMessage viewMyContacts'.split(' '),
  expired: ['openInstance'],
  stranger: ['openInstance'],
};

/** What is done once in a moment: in a new one each time. */
const inNewOnes = {
  practitioner: ['createFormPages', 'enterMaintenance', 'endInstance'],
  resident: ['createMyPage'],
  colleague: ['openWithReason'],
};

/** The same, where the moment must have a flag. */
const onFlags = { practitioner: ['acknowledgeFlag', 'clearFlag', 'reopenFlag'] };

const tokens = async (): Promise<Record<Caller, string>> => {
  const exp = Math.floor(Date.now() / 1000) + 3000;
  return {
    practitioner: await login('practitioner', { exp }),
    colleague: await login('colleague', { exp }),
    resident: await loginResident('approved', { exp }),
    expired: await login('practitioner', { commissionHsaId: 'TST5565594230-PRA1C2', exp }),
    stranger: await loginElsewhere('practitioner'),
  };
};

/** Gives, as often as it is asked, a moment that nobody has done anything in; started once, for a resident has only so many. */
const newMomentsIn = async (scene: Scene): Promise<() => Promise<Scene>> => {
  const { world, momentId, resident } = scene;
  const started = await startedInstance(world, momentId, resident);
  const { value } = found(await world.runtime.stores.instances.instance(started.instanceId));
  return async () => {
    const instanceId = uuidv7();
    await world.have(entities.instance, { ...value, instanceId });
    return { ...scene, instanceId };
  };
};

/** The first request, whenever it is asked for: one preparation is enough. */
const once = (prepare: Kind['prepare']): Kind['prepare'] => {
  let first: ReturnType<typeof prepare> | undefined;
  return () => {
    first ??= prepare();
    return first;
  };
};

type Preparing = (useCase: UseCase) => Kind['prepare'];

const inScene =
  (scene: Scene): Preparing =>
  ({ kind, contract: { operationId } }) => {
    const prepare = () => sampleFor(scene, operationId);
    return kind === 'read' ? once(prepare) : prepare;
  };

const inMomentsLike =
  (scene: Scene, newMoment: () => Promise<Scene>): Preparing =>
  ({ contract: { operationId } }) => {
    const prepare = once(() => sampleFor(scene, operationId));
    return async () => {
      const [sample, { instanceId }] = await Promise.all([prepare(), newMoment()]);
      return { ...sample, params: { ...sample.params, instanceId } };
    };
  };

const withFlags =
  (newMoment: () => Promise<Scene>): Preparing =>
  ({ contract: { operationId } }) =>
  async () =>
    sampleFor(await newMoment(), operationId);

/** What the ten thousand requests are, with all there is for them to reach. */
export const requestMix = async (world: World): Promise<readonly Kind[]> => {
  const scene = await setScene(world, residents.approved);
  const newMoment = await newMomentsIn(scene);
  const [useCases, tokenOf] = await Promise.all([allUseCases(), tokens()]);
  const kindsOf = (asked: Asked, preparing: Preparing): Kind[] =>
    Object.entries(asked).flatMap(([who, operations]) =>
      operations.map((operationId) => {
        const useCase = found(useCases.get(operationId));
        const prepare = preparing(useCase);
        const token = tokenOf[who as Caller];
        const inLog = useCase.contract.caller === 'staff';
        return { useCase, prepare: async () => ({ ...(await prepare()), token }), inLog };
      }),
    );
  return [
    ...kindsOf(inTheOne, inScene(scene)),
    ...kindsOf(inNewOnes, inMomentsLike(scene, newMoment)),
    ...kindsOf(onFlags, withFlags(newMoment)),
  ];
};
