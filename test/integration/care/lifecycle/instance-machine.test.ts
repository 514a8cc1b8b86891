import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { saveAnswers } from '../../../../functions/care/answers/save-answers.ts';
import { endInstance } from '../../../../functions/care/instances/end-instance.ts';
import { enterMaintenance } from '../../../../functions/care/instances/enter-maintenance.ts';
import { openMyInstance } from '../../../../functions/care/instances/open-my-instance.ts';
import { undoStart } from '../../../../functions/care/instances/undo-start.ts';
import { sendMessage } from '../../../../functions/care/messages/send-message.ts';
import { viewUnitStatistics } from '../../../../functions/organisation/view-unit-statistics.ts';
import { moodProgramme, phq9 } from '../../../../infra/local/demo/facts/content.ts';
import { undoReason } from '../../../../shared/domain/care/instance.ts';
import { found } from '../../../../shared/domain/found.ts';
import type { UseCase } from '../../../../shared/http/use-case.ts';
import { outcomesInAnyOrder } from '../../../support/any-order.ts';
import {
  hsaIdOf,
  login,
  loginResident,
  provider,
  residents,
  seedPeople,
  shownAt,
  units,
} from '../../../support/people.ts';
import { runs } from '../../../support/property-runs.ts';
import {
  activatedOn,
  approvedResident,
  moodGiven,
  newMoment,
  publishedWith,
  saving,
  startedInstance,
  succeed,
} from '../../../support/story.ts';
import { rows, type Sent, World } from '../../../support/world.ts';
import { outcomeOf } from '../../organisation/outcome.ts';
import { type Act, anyAct, atFirst, type Model, stepOf } from './instance-model.ts';

let world: World;
let momentId: string;
let staff: string;
let own: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  await approvedResident(world);
  staff = await login('practitioner');
  own = await loginResident('approved');
  ({ momentId } = (await newMoment(world)).params);
  const maintenance = { messages: false, formIds: [phq9.formId] };
  await publishedWith(world, momentId, { ...moodProgramme, maintenance }, [provider]);
  await activatedOn(world, momentId);
});

const started = async (): Promise<string> => (await startedInstance(world, momentId)).instanceId;

/** So that a resident never has more running than may. */
const endWhatRuns = async (instanceId: string, { state }: Model): Promise<void> => {
  if (state === 'ended') return;
  const sent = { params: { instanceId }, body: { reason: 'completed' }, token: staff };
  await succeed(world, endInstance, sent);
};

const formVersion = async (instanceId: string): Promise<number> =>
  (await world.runtime.stores.instances.form(instanceId, phq9.formId))?.version ?? 0;

/** The request that does it, with what the one who sends it has just read. */
const requestFor = async (instanceId: string, act: Act): Promise<readonly [UseCase, Sent]> => {
  const params = { instanceId };
  switch (act.do) {
    case 'open':
      return [openMyInstance, { params, token: own }];
    case 'maintain':
      return [enterMaintenance, { params, token: staff }];
    case 'end':
      return [endInstance, { params, body: { reason: 'completed' }, token: staff }];
    case 'undo':
      return [undoStart, { params, body: { reason: 'wrong-person' }, token: staff }];
    case 'send':
      return [sendMessage, { params, body: { text: 'Hej' }, token: staff }];
    case 'save': {
      const form = { ...params, formId: phq9.formId };
      const headers = { 'If-Match': `"${await formVersion(instanceId)}"` };
      return [saveAnswers, saving({ params: form, body: moodGiven(momentId, {}), token: own, headers })];
    }
  }
};

/** What the table holds, in the model’s words. */
const tableOf = async (instanceId: string): Promise<Model> => {
  const { instances } = world.runtime.stores;
  const { value } = found(await instances.instance(instanceId));
  const { items } = await instances.messages(instanceId, { limit: 100, cursor: undefined });
  return {
    state: value.state,
    isOpened: value.openedAt !== undefined,
    isUndone: undoReason.safeParse(value.ending?.reason).success,
    saves: await formVersion(instanceId),
    messages: items.length,
  };
};

interface Counted {
  readonly started: number;
  readonly ended: number;
  /** Beside the practitioner’s role. */
  readonly practising: number;
  /** In the resident’s approval, by moment. */
  readonly runs: number;
}

const countedNow = async (): Promise<Counted> => {
  const sent = { params: { unitId: units.care }, token: await login('dataAdmin') };
  const shown = rows(await succeed(world, viewUnitStatistics, sent), 'rows');
  const { organisation, people } = world.runtime.stores;
  const residentId = shownAt(world, units.care, residents.approved);
  return {
    ...{ started: 0, ended: 0 },
    ...(shown.find((row) => row['momentId'] === momentId) as Partial<Counted>),
    practising: (await organisation.practising(hsaIdOf('practitioner'), units.care))?.value.running ?? 0,
    runs: (await people.approval(units.care, residentId))?.value.runs[momentId] ?? 0,
  };
};

/** What a moment adds to what is counted, as it stands. */
const addedBy = ({ state, isUndone }: Model): Counted => {
  const runs = Number(state !== 'ended');
  return {
    started: Number(!isUndone),
    ended: Number(state === 'ended' && !isUndone),
    practising: runs,
    runs,
  };
};
const differenceOf = (before: Counted, after: Counted): Counted => ({
  started: after.started - before.started,
  ended: after.ended - before.ended,
  practising: after.practising - before.practising,
  runs: after.runs - before.runs,
});

describe('CARE-1 CARE-2 ORG-8 the ways of an instance', () => {
  it('are those of the model and no others, in whatever order things are done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 2, maxLength: 10 }), async (acts) => {
        const before = await countedNow();
        const instanceId = await started();
        let model = atFirst;
        for (const act of acts) {
          const expected = stepOf(model, act);
          const came = await outcomeOf(world, ...(await requestFor(instanceId, act)));
          expect(came, JSON.stringify([acts, act])).toBe(expected.outcome);
          model = expected.model;
        }
        expect(await tableOf(instanceId)).toEqual(model);
        expect(differenceOf(before, await countedNow())).toEqual(addedBy(model));
        await endWhatRuns(instanceId, model);
      }),
      { numRuns: runs(60) },
    );
  }, 120_000);

  it('are those of some order, where several act in the same instant, and each end is counted once', async () => {
    const together = fc.array(anyAct, { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { maxLength: 2 }), together, async (first, acts) => {
        const before = await countedNow();
        const instanceId = await started();
        for (const act of first) await outcomeOf(world, ...(await requestFor(instanceId, act)));
        const start = await tableOf(instanceId);
        const requests = await Promise.all(acts.map((act) => requestFor(instanceId, act)));
        const outcomes = await Promise.all(requests.map((request) => outcomeOf(world, ...request)));
        const done = acts.filter((_, at) => /^20/.test(outcomes[at] ?? ''));
        const table = await tableOf(instanceId);
        expect(
          outcomesInAnyOrder(stepOf, start, done),
          JSON.stringify([first, acts, outcomes]),
        ).toContainEqual(table);
        expect(differenceOf(before, await countedNow())).toEqual(addedBy(table));
        await endWhatRuns(instanceId, table);
      }),
      { numRuns: runs(60) },
    );
  }, 120_000);
});
