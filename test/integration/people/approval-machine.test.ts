import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import { labelResident } from '../../../functions/people/label-resident.ts';
import { lookUpResident } from '../../../functions/people/look-up-resident.ts';
import { withdrawApproval } from '../../../functions/people/withdraw-approval.ts';
import { daysAfter, swedishDate } from '../../../shared/domain/swedish-date.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { outcomesInAnyOrder } from '../../support/any-order.ts';
import {
  anApproval,
  haveRole,
  hsaIdOf,
  login,
  loginResident,
  provider,
  residents,
  seedPeople,
  shownAt,
  units,
} from '../../support/people.ts';
import { runs } from '../../support/property-runs.ts';
import { activeMoment } from '../../support/story.ts';
import { type Received, rows, type Sent, World } from '../../support/world.ts';
import {
  type Act,
  anyAct,
  anyChange,
  approving,
  atFirst,
  atOnce,
  everyWay,
  type Model,
  type Programme,
  runningOf,
  stepOf,
} from './approval-model.ts';

let world: World;
let momentIds: Record<Programme, string>;
let tokens: { staff: string; own: string };

const personnummer = residents.approved;
const params = { unitId: units.care };
const practitioner = hsaIdOf('practitioner');
const firstNoon = Date.parse('2026-11-02T11:00:00.000Z');
const atNoonOf = (day: number) => new Date(firstNoon + day * 86_400_000);

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  momentIds = { one: await activeMoment(world), other: await activeMoment(world) };
  tokens = { staff: await login('residentAdmin'), own: await loginResident('approved') };
});

afterAll(() => {
  world.now = () => new Date();
});

/** What has been started since nobody knew the resident, oldest first. */
type Scene = string[];

const newScene = async (): Promise<Scene> => {
  world.now = () => atNoonOf(0);
  await world.lose(entities.approval, anApproval(world, personnummer));
  await haveRole(world, { staff: practitioner, role: 'practitioner', provider, unit: units.care });
  return [];
};

const residentId = () => shownAt(world, units.care, personnummer);
const noInstance = '01936a0e-0000-7000-8000-00000000ffff';

const becoming = (act: Act & { do: 'withdraw' }) => {
  const today = swedishDate(world.now().toISOString());
  if (act.becomes === 'readable') return { becomes: act.becomes, until: daysAfter(today, act.until) };
  return act.becomes && { becomes: act.becomes };
};

const requestFor = (started: Scene, act: Exclude<Act, { do: 'night' }>): readonly [UseCase, Sent] => {
  const token = tokens.staff;
  switch (act.do) {
    case 'approve': {
      const { scope, label } = act;
      return [approveResident, { params, body: { personnummer, scope, label }, token }];
    }
    case 'label':
      return [
        labelResident,
        { params: { ...params, residentId: residentId() }, body: { label: act.label }, token },
      ];
    case 'withdraw':
      return [withdrawApproval, { params, body: { personnummer, running: becoming(act) }, token }];
    case 'start': {
      const { programme, confirmed } = act;
      const given = { momentId: momentIds[programme], major: 1, practitioner, confirmed };
      return [startInstance, { params, body: { personnummer, ...given }, token }];
    }
    case 'look-up':
      return [lookUpResident, { params, body: { personnummer }, token }];
    case 'read':
      return [openMyInstance, { params: { instanceId: started[act.at] ?? noInstance }, token: tokens.own }];
  }
};

const outcomeIn = (started: Scene, act: Act, received: Received): string => {
  const { status, body } = received;
  if (act.do === 'start' && status === 201) started.push(String(body['instanceId']));
  if (act.do !== 'look-up') return `${status} ${body.code ?? ''}`.trim();
  const { state = 'unknown', scope = '-' } = Object(body['approval']);
  const { label = '-' } = Object(body['resident']);
  return [status, state, scope, label, rows(received, 'running').length].join(' ');
};

const tried = async (started: Scene, act: Act): Promise<string> => {
  if (act.do !== 'night') return outcomeIn(started, act, await world.call(...requestFor(started, act)));
  const tomorrow = world.now().getTime() + 86_400_000;
  world.now = () => new Date(tomorrow);
  return '200';
};

const programmeOf = (momentId: string): Programme => (momentId === momentIds.one ? 'one' : 'other');
const dayOf = (date: string) => Math.round((Date.parse(`${date}T11:00:00Z`) - firstNoon) / 86_400_000);

/** What the tables hold; what was started in the same instant has no order. */
const tableOf = async (started: Scene) => {
  const { people, instances, organisation } = world.runtime.stores;
  const [approval, practising, ...all] = await Promise.all([
    people.approval(units.care, residentId()),
    organisation.practising(practitioner, units.care),
    ...started.map((instanceId) => instances.instance(instanceId)),
  ]);
  const { state = 'unknown', scope, label, running = {}, runs: counted = {} } = approval?.value ?? {};
  const those = all.flatMap((one) => (one ? [one.value] : []));
  return {
    ...{ state, scope, label, withPractitioner: practising?.value.running },
    running: Object.values(running)
      .map(({ momentId }) => programmeOf(momentId))
      .toSorted(),
    counted: { one: counted[momentIds.one] ?? 0, other: counted[momentIds.other] ?? 0 },
    started: those
      .map(({ momentId, state: now, ending }) => {
        const until = ending?.readableUntil;
        const ended = until === undefined ? 'closed' : dayOf(until);
        return [programmeOf(momentId), now, ...(ending ? [ended] : [])].join(' ');
      })
      .toSorted(),
  };
};

const known = (model: Model): Awaited<ReturnType<typeof tableOf>> => {
  const running = runningOf(model).map(({ programme }) => programme);
  const count = (programme: Programme) => running.filter((one) => one === programme).length;
  return {
    ...{ state: model.state, scope: model.scope, label: model.label, withPractitioner: running.length },
    ...{ running: running.toSorted(), counted: { one: count('one'), other: count('other') } },
    started: model.started
      .map(({ programme, ended }) =>
        (ended === undefined ? [programme, 'active'] : [programme, 'ended', ended]).join(' '),
      )
      .toSorted(),
  };
};

describe('ID-9 ID-11 CARE-1 the ways of an approval', () => {
  it('are those of the model and no others, in whatever order things are done', async () => {
    const seen = new Set<string>();
    const anyActs = fc.array(anyAct, { minLength: 4, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(anyActs, async (acts) => {
        const scene = await newScene();
        let model = atFirst;
        for (const act of acts) {
          const expected = stepOf(model, act);
          expect(await tried(scene, act), JSON.stringify(act)).toBe(expected.outcome);
          seen.add(`${act.do} ${expected.outcome}`);
          model = expected.model;
        }
        expect(await tableOf(scene)).toEqual(known(model));
      }),
      { numRuns: 1 + runs(60), examples: [[everyWay]] },
    );
    for (const way of [
      'approve 201',
      'start 201',
      'withdraw 201',
      'withdraw 409 moments-running',
      'read 200',
    ])
      expect([...seen]).toContain(way);
  }, 240_000);

  it('are those of some order, where several people act in the same instant', async () => {
    const together = fc.array(anyChange, { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(anyChange, { maxLength: 4 }), together, async (before, acts) => {
        const scene = await newScene();
        let model = atFirst;
        for (const act of [approving, ...before]) {
          await tried(scene, act);
          model = stepOf(model, act).model;
        }
        const requests = acts.flatMap((act) => (act.do === 'night' ? [] : [requestFor(scene, act)]));
        const received = await Promise.all(requests.map((request) => world.call(...request)));
        const outcomes = received.map((answer, at) => outcomeIn(scene, acts[at] ?? { do: 'night' }, answer));
        const done = acts.filter((_, at) => /^20/.test(outcomes[at] ?? ''));
        expect(
          outcomesInAnyOrder(stepOf, model, done).map(known),
          JSON.stringify([acts, outcomes]),
        ).toContainEqual(await tableOf(scene));
      }),
      { numRuns: atOnce.length + runs(60), examples: atOnce.map((acts) => [[], acts]) },
    );
  }, 240_000);
});
