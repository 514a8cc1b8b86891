import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { outcomesInAnyOrder } from '../../support/any-order.ts';
import { runs } from '../../support/property-runs.ts';
import type { Use } from '../../support/recorded-client.ts';
import { StartDesk } from './start-desk.ts';
import {
  type Act,
  anyAct,
  anyChange,
  atFirst,
  atOnce,
  everyWay,
  grounds,
  type Model,
  runningOf,
  stepOf,
} from './start-model.ts';

let opened: StartDesk;

beforeAll(async () => {
  opened = await StartDesk.open();
});

const ending = { running: 'active -', undone: 'ended wrong-person', ended: 'ended approval-withdrawn' };

const known = (model: Model): Awaited<ReturnType<StartDesk['table']>> => {
  const running = runningOf(model).length;
  const became = (what: keyof typeof ending) => model.started.filter((one) => one.became === what).length;
  return {
    statistics: { started: model.started.length - became('undone'), ended: became('ended') },
    ...{ running, counted: running, withPractitioner: running },
    started: model.started.map((one) => `${ending[one.became]} ${one.opened}`).toSorted(),
  };
};

/** What is done before the last act, and what between its reading and its writing. */
interface Between {
  readonly before: Act[];
  readonly act: Act;
  readonly last: Act;
}

const opening: Act = { do: 'open', at: 0 };
const undoing: Act = { do: 'undo', at: 0 };
const starting: Act = { do: 'start', confirmed: false };
const lastActs = [starting, starting, { ...starting, confirmed: true }, opening, undoing];

const takenBetween: readonly [Between][] = [
  ...grounds.map((ground): [Between] => [{ before: [], act: { do: 'take', ground }, last: starting }]),
  [{ before: [starting], act: undoing, last: opening }],
  [{ before: [starting], act: opening, last: undoing }],
  [{ before: [starting], act: { do: 'take', ground: 'approval' }, last: undoing }],
];

const writesInstance = ({ table, action }: Use): boolean =>
  table === 'instances' && (action === 'PutItem' || action === 'UpdateItem');

interface Answered {
  readonly act: Act;
  readonly outcome: string;
}

/** The act, in an order in which it is answered so. */
const stepAnswered = (model: Model, { act, outcome }: Answered) => {
  const step = stepOf(model, act);
  return step.outcome === outcome ? step : { outcome: 'answered otherwise', model };
};

describe('CARE-1 ID-11 ORG-2 ORG-6 PUB-3 PUB-9 the ways of a start', () => {
  it('are those of the model and no others, in whatever order things are done', async () => {
    const anyActs = fc.array(anyAct, { minLength: 4, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(anyActs, async (acts) => {
        const desk = await opened.anew();
        let model = atFirst;
        for (const act of acts) {
          const expected = stepOf(model, act);
          expect(await desk.tried(act), JSON.stringify(act)).toBe(expected.outcome);
          model = expected.model;
        }
        expect(await desk.table()).toEqual(known(model));
      }),
      { numRuns: everyWay.length + runs(60), examples: everyWay.map((acts) => [acts]) },
    );
  }, 240_000);

  it('are those of some order, where several people act in the same instant', async () => {
    const together = fc.array(anyChange, { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(anyChange, { maxLength: 4 }), together, async (before, acts) => {
        const desk = await opened.anew();
        let model = atFirst;
        for (const act of before) {
          await desk.tried(act);
          model = stepOf(model, act).model;
        }
        const outcomes = await Promise.all(
          (await Promise.all(acts.map((act) => desk.requestFor(act)))).map(async (request, at) => {
            const act = acts[at];
            return act && request ? desk.outcomeIn(act, request[1], await desk.world.call(...request)) : '-';
          }),
        );
        const answered = acts.map((act, at) => ({ act, outcome: outcomes[at] ?? '-' }));
        const through = answered.filter(({ outcome }) => /^20/.test(outcome));
        expect(
          outcomesInAnyOrder(stepAnswered, model, through).map(known),
          JSON.stringify(answered),
        ).toContainEqual(await desk.table());
      }),
      { numRuns: atOnce.length + runs(60), examples: atOnce.map(([before, acts]) => [before, acts]) },
    );
  }, 240_000);

  it('are those of what holds when it is written, whatever is done after it was read', async () => {
    const before = fc.array(anyChange, { maxLength: 3 });
    const between = fc.record({ before, act: anyChange, last: fc.constantFrom(...lastActs) });
    await fc.assert(
      fc.asyncProperty(between, async ({ before, act, last }) => {
        const desk = await opened.anew();
        let model = atFirst;
        for (const one of before) {
          await desk.tried(one);
          model = stepOf(model, one).model;
        }
        const met = { isDone: false };
        const told = await desk.tried(last, {
          before: async ({ uses }) => {
            if (met.isDone || !uses.some(writesInstance)) return;
            met.isDone = true;
            await desk.tried(act);
            model = stepOf(model, act).model;
          },
        });
        const { outcome, model: after } = stepOf(model, last);
        // Whoever had opened the way to it is told that it ended meanwhile, not that it never was.
        const late = met.isDone && outcome === '404 not-found' ? '409 illegal-state' : outcome;
        expect(told, JSON.stringify([before, act, last])).toBe(late);
        expect(await desk.table()).toEqual(known(after));
      }),
      {
        numRuns: takenBetween.length + runs(60),
        examples: takenBetween.map(([one]) => [one]),
      },
    );
  }, 240_000);
});
