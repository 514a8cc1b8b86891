import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { undoStart } from '../../../functions/care/instances/undo-start.ts';
import { liftRecall } from '../../../functions/catalogue/publishing/lift-recall.ts';
import { recallVersion } from '../../../functions/catalogue/publishing/recall-version.ts';
import { setOffer } from '../../../functions/catalogue/publishing/set-offer.ts';
import { setServiceAgreement } from '../../../functions/organisation/set-service-agreement.ts';
import { viewUnitStatistics } from '../../../functions/organisation/view-unit-statistics.ts';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import { lookUpResident } from '../../../functions/people/look-up-resident.ts';
import { withdrawApproval } from '../../../functions/people/withdraw-approval.ts';
import { giveUnitRole } from '../../../functions/staffing/give-unit-role.ts';
import { withdrawUnitRole } from '../../../functions/staffing/withdraw-unit-role.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { outcomesInAnyOrder } from '../../support/any-order.ts';
import {
  anApproval,
  haveRole,
  login,
  loginResident,
  provider,
  residents,
  type StaffName,
  seedPeople,
  serviceAgreementOf,
  shownAt,
  units,
} from '../../support/people.ts';
import { runs } from '../../support/property-runs.ts';
import { succeed } from '../../support/story.ts';
import { type Received, rows, type Sent, World } from '../../support/world.ts';
import { entryTag, inCatalogue, withActivation, withVersion } from '../catalogue/catalogue-world.ts';
import { newcomer } from '../staffing/newcomers.ts';
import {
  type Act,
  anyAct,
  anyChange,
  atFirst,
  atOnce,
  everyWay,
  type Ground,
  type Model,
  runningOf,
  stepOf,
} from './start-model.ts';

let world: World;
let practitioner: string;

const personnummer = residents.approved;
const params = { unitId: units.care };
const { provider: _, ...agreement } = serviceAgreementOf(provider);
const staff = [
  'residentAdmin',
  'authorizationAdmin',
  'nationalAdmin',
  'publisher',
  'both',
  'dataAdmin',
] as const;
const tokens = new Map<StaffName | 'own', string>();
const tokenOf = (name: (typeof staff)[number] | 'own') => String(tokens.get(name));

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  practitioner = newcomer(world);
  for (const name of staff) tokens.set(name, await login(name));
  tokens.set('own', await loginResident('approved'));
});

/** One moment on one resident, and what has been started of it. */
interface Scene {
  readonly momentId: string;
  readonly started: string[];
  /** The last start that went through, as it was sent. */
  last?: Sent;
}

let keysUsed = 0;

const newScene = async (): Promise<Scene> => {
  const entry = await inCatalogue(world);
  await withVersion(world, entry, '1.0');
  await withActivation(world, entry, {});
  await world.have(entities.approval, anApproval(world, personnummer));
  await world.have(entities.serviceAgreement, serviceAgreementOf(provider));
  await haveRole(world, { staff: practitioner, role: 'practitioner', provider, unit: units.care });
  return { momentId: entry.momentId, started: [] };
};

const givingRole = (useCase: UseCase): readonly [UseCase, Sent] => [
  useCase,
  { params, body: { staff: practitioner, role: 'practitioner' }, token: tokenOf('authorizationAdmin') },
];

/** Who gives and who takes each ground of a start. */
const groundRequest = async (
  momentId: string,
  ground: Ground,
  isGiven: boolean,
): Promise<readonly [UseCase, Sent]> => {
  switch (ground) {
    case 'approval':
      return isGiven
        ? [
            approveResident,
            { params, body: { personnummer, scope: 'all-services' }, token: tokenOf('residentAdmin') },
          ]
        : [
            withdrawApproval,
            {
              ...{ params, body: { personnummer, running: { becomes: 'closed' } } },
              token: tokenOf('residentAdmin'),
            },
          ];
    case 'role':
      return givingRole(isGiven ? giveUnitRole : withdrawUnitRole);
    case 'offer':
      return [
        setOffer,
        {
          ...{ params: { momentId }, body: { offeredTo: isGiven ? [provider] : [] } },
          ...{ headers: await entryTag(world, momentId), token: tokenOf('publisher') },
        },
      ];
    case 'agreement': {
      const body = isGiven ? agreement : { ...agreement, validTo: '2021-01-01T00:00:00.000Z' };
      return [
        setServiceAgreement,
        { params: { providerId: provider }, body, token: tokenOf('nationalAdmin') },
      ];
    }
    case 'version': {
      const recalling = { momentVersion: '1.0', reason: 'Fel dos', textForResidents: 'En uppgift var fel' };
      return isGiven
        ? [
            liftRecall,
            {
              params: { momentId, momentVersion: '1.0' },
              body: { reason: 'Rätt' },
              token: tokenOf('both'),
            },
          ]
        : [recallVersion, { params: { momentId }, body: recalling, token: tokenOf('publisher') }];
    }
  }
};

const noInstance = '01936a0e-0000-7000-8000-00000000ffff';

/** The request that does it, with what the one who sends it has just read. */
const requestFor = async (
  { momentId, started, last }: Scene,
  act: Act,
): Promise<readonly [UseCase, Sent] | undefined> => {
  switch (act.do) {
    case 'start': {
      keysUsed += 1;
      const { confirmed } = act;
      return [
        startInstance,
        {
          ...{ params, body: { personnummer, momentId, major: 1, practitioner, confirmed } },
          headers: { 'Idempotency-Key': `starting-${keysUsed}` },
          token: tokenOf('residentAdmin'),
        },
      ];
    }
    case 'repeat':
      return last && [startInstance, last];
    case 'undo': {
      const path = { instanceId: started[act.at] ?? noInstance };
      return [undoStart, { params: path, body: { reason: 'wrong-person' }, token: tokenOf('residentAdmin') }];
    }
    case 'open':
      return [
        openMyInstance,
        { params: { instanceId: started[act.at] ?? noInstance }, token: tokenOf('own') },
      ];
    case 'look-up':
      return [lookUpResident, { params, body: { personnummer }, token: tokenOf('residentAdmin') }];
    case 'give':
    case 'take':
      return groundRequest(momentId, act.ground, act.do === 'give');
  }
};

const outcomeIn = (scene: Scene, act: Act, sent: Sent, received: Received): string => {
  const { status, body } = received;
  if (act.do === 'look-up')
    return `${status} ${Object(body['approval']).state} ${rows(received, 'running').length}`;
  if (act.do === 'repeat')
    return `${status} ${body['instanceId'] === scene.started.at(-1) ? 'the same' : 'another'}`;
  if (act.do === 'start' && status === 201) {
    scene.started.push(String(body['instanceId']));
    scene.last = sent;
  }
  return `${status} ${body.code ?? ''}`.trim();
};

const tried = async (scene: Scene, act: Act): Promise<string> => {
  const request = await requestFor(scene, act);
  return request ? outcomeIn(scene, act, request[1], await world.call(...request)) : '-';
};

const counted = async (momentId: string) => {
  const { body } = await succeed(world, viewUnitStatistics, { params, token: tokenOf('dataAdmin') });
  const lines = body['rows'] as { momentId: string; started: number; ended: number }[];
  const { started = 0, ended = 0 } = lines.find((line) => line.momentId === momentId) ?? {};
  return { started, ended };
};

/** What the tables hold: of the moment itself, in the approval, beside the role and in the statistics. */
const tableOf = async ({ momentId, started }: Scene) => {
  const { people, instances, organisation } = world.runtime.stores;
  const [approval, practising, statistics, ...all] = await Promise.all([
    people.approval(units.care, shownAt(world, units.care, personnummer)),
    organisation.practising(practitioner, units.care),
    counted(momentId),
    ...started.map((instanceId) => instances.instance(instanceId)),
  ]);
  const those = all.flatMap((one) => (one ? [one.value] : []));
  return {
    ...{ statistics, withPractitioner: practising?.value.running },
    running: Object.keys(approval?.value.running ?? {}).length,
    counted: approval?.value.runs[momentId] ?? 0,
    started: those
      .map(({ state, ending, openedAt }) => `${state} ${ending?.reason ?? '-'} ${openedAt !== undefined}`)
      .toSorted(),
  };
};

const ending = { running: 'active -', undone: 'ended wrong-person', ended: 'ended approval-withdrawn' };

const known = (model: Model): Awaited<ReturnType<typeof tableOf>> => {
  const running = runningOf(model).length;
  const became = (what: keyof typeof ending) => model.started.filter((one) => one.became === what).length;
  return {
    statistics: { started: model.started.length - became('undone'), ended: became('ended') },
    ...{ running, counted: running, withPractitioner: running },
    started: model.started.map((one) => `${ending[one.became]} ${one.opened}`).toSorted(),
  };
};

describe('CARE-1 ID-11 ORG-2 ORG-6 PUB-3 PUB-9 the ways of a start', () => {
  it('are those of the model and no others, in whatever order things are done', async () => {
    const anyActs = fc.array(anyAct, { minLength: 4, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(anyActs, async (acts) => {
        const scene = await newScene();
        let model = atFirst;
        for (const act of acts) {
          const expected = stepOf(model, act);
          expect(await tried(scene, act), JSON.stringify(act)).toBe(expected.outcome);
          model = expected.model;
        }
        expect(await tableOf(scene)).toEqual(known(model));
      }),
      { numRuns: everyWay.length + runs(60), examples: everyWay.map((acts) => [acts]) },
    );
  }, 240_000);

  it('are those of some order, where several people act in the same instant', async () => {
    const together = fc.array(anyChange, { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(anyChange, { maxLength: 4 }), together, async (before, acts) => {
        const scene = await newScene();
        let model = atFirst;
        for (const act of before) {
          await tried(scene, act);
          model = stepOf(model, act).model;
        }
        const outcomes = await Promise.all(
          (await Promise.all(acts.map((act) => requestFor(scene, act)))).map(async (request, at) => {
            const act = acts[at];
            return act && request ? outcomeIn(scene, act, request[1], await world.call(...request)) : '-';
          }),
        );
        const through = acts.filter((__, at) => /^20/.test(outcomes[at] ?? ''));
        expect(
          outcomesInAnyOrder(stepOf, model, through).map(known),
          JSON.stringify([acts, outcomes]),
        ).toContainEqual(await tableOf(scene));
      }),
      { numRuns: atOnce.length + runs(60), examples: atOnce.map(([before, acts]) => [before, acts]) },
    );
  }, 240_000);
});
