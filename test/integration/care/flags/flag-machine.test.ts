import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { daysAfter, swedishDate } from '../../../../shared/domain/swedish-date.ts';
import { runs } from '../../../support/property-runs.ts';
import type { Received } from '../../../support/world.ts';
import { FlagDesk } from './flag-desk.ts';

type Act =
  | { readonly do: 'submit'; readonly q: number }
  | { readonly do: 'acknowledge' | 'clear'; readonly flagId: string; readonly seen: 'latest' | 'earlier' }
  | { readonly do: 'reopen'; readonly which: number };

const flagId = fc.constantFrom('high', 'worse', 'sent');
const handling = (act: 'acknowledge' | 'clear') =>
  fc.record({
    do: fc.constant(act),
    flagId,
    seen: fc.constantFrom<('latest' | 'earlier')[]>('latest', 'latest', 'latest', 'earlier'),
  });
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('submit' as const), q: fc.nat(10) }) },
  { weight: 3, arbitrary: handling('acknowledge') },
  { weight: 3, arbitrary: handling('clear') },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reopen' as const), which: fc.nat(3) }) },
);

interface Open {
  seen: boolean;
  times: number;
  /** Which submission raised it last. */
  turn: number;
}

/** The flags as the rules say they are, told otherwise than the code tells them. */
class Model {
  readonly open = new Map<string, Open>();
  readonly cleared: { readonly flagId: string; readonly was: Open; reopened: boolean }[] = [];
  #before: number | undefined;
  turn = 0;

  submit(q: number): string {
    this.turn += 1;
    const raised = [
      ...(q >= 8 ? ['high'] : []),
      ...(this.#before !== undefined && q - this.#before >= 3 ? ['worse'] : []),
      'sent',
    ];
    for (const id of raised)
      this.open.set(id, { seen: false, times: (this.open.get(id)?.times ?? 0) + 1, turn: this.turn });
    this.#before = q;
    return '201';
  }

  acknowledge(id: string, turn: number): string {
    const open = this.open.get(id);
    if (!open) return '404 not-found';
    if (open.turn !== turn) return '409 flag-raised-again';
    if (open.seen) return '409 illegal-state';
    open.seen = true;
    return '201';
  }

  clear(id: string, turn: number): string {
    const open = this.open.get(id);
    if (!open) return '404 not-found';
    if (open.turn !== turn) return '409 flag-raised-again';
    this.open.delete(id);
    this.cleared.push({ flagId: id, was: open, reopened: false });
    return '201';
  }

  reopen(which: number): string {
    const closed = this.cleared[which];
    if (!closed) return '404 not-found';
    if (closed.reopened) return '409 illegal-state';
    if (this.open.has(closed.flagId)) return '409 already-exists';
    closed.reopened = true;
    this.open.set(closed.flagId, { ...closed.was, seen: true });
    return '201';
  }

  told() {
    const urgent = this.open.get('high');
    const urgentFlags = urgent && !urgent.seen ? 1 : 0;
    const quiet = this.open.size === 0 ? '9' : '2';
    return {
      open: [...this.open].map(([id, { seen, times }]) => `${id} ${seen} ${times}`).toSorted(),
      head: { openFlags: this.open.size, urgentFlags, priority: urgentFlags > 0 ? '0' : quiet },
    };
  }
}

let desk: FlagDesk;

beforeAll(async () => {
  desk = await FlagDesk.open();
});

const outcomeOf = ({ status, body }: Received): string => [status, body.code].filter(Boolean).join(' ');

/** What the staff member at the screen has: the submissions that raised flags, by turn, and the clearings in their order. */
interface Screen {
  readonly resultIds: string[];
  readonly clearingIds: string[];
}

const nobodys = '019f0000-0000-7000-8000-000000000000';

const handle = async (act: Extract<Act, { flagId: string }>, model: Model, screen: Screen) => {
  const open = model.open.get(act.flagId);
  const turn = act.seen === 'latest' ? (open?.turn ?? 0) : (open?.turn ?? 0) - 1;
  const expected = model[act.do](act.flagId, turn);
  const flag = { flagId: act.flagId, resultId: screen.resultIds[turn] ?? nobodys };
  const received = await (act.do === 'clear' ? desk.clear(flag) : desk.acknowledge(flag));
  expect(outcomeOf(received)).toBe(expected);
  if (act.do === 'clear' && received.status === 201)
    screen.clearingIds.push(String(received.body['clearingId']));
};

const carryOut = async (act: Act, model: Model, screen: Screen): Promise<void> => {
  if (act.do === 'submit') {
    const expected = model.submit(act.q);
    expect(outcomeOf(await desk.submit(act.q))).toBe(expected);
    const sent = (await desk.flags()).find((flag) => flag.flagId === 'sent');
    screen.resultIds[model.turn] = String(sent?.resultId);
    return;
  }
  if (act.do !== 'reopen') return handle(act, model, screen);
  const expected = model.reopen(act.which);
  expect(outcomeOf(await desk.reopen(screen.clearingIds[act.which] ?? nobodys))).toBe(expected);
};

const tableOf = async () => {
  const { openFlags, urgentFlags, priority } = await desk.head();
  const open = await desk.flags();
  return {
    open: open.map((one) => `${one.flagId} ${one.acknowledged !== undefined} ${one.times}`).toSorted(),
    head: { openFlags, urgentFlags, priority },
  };
};

describe('CARE-9 the ways of flags', () => {
  it('are those of the model and no others, in whatever order resident and staff act', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 5, maxLength: 14 }), async (acts) => {
        await desk.start();
        const [model, screen] = [new Model(), { resultIds: [], clearingIds: [] }];
        for (const act of acts) {
          await carryOut(act, model, screen);
          expect(await tableOf()).toEqual(model.told());
        }
      }),
      { numRuns: runs(20) },
    );
  });

  it('leave no count adrift where staff and resident act at once', async () => {
    await desk.start();
    const days = [-3, -2, -1, 0].map((ahead) => daysAfter(swedishDate(new Date().toISOString()), ahead));
    await desk.submit(9);
    const [high] = await desk.flags();
    await Promise.all([
      ...days.map((day) => desk.submit(9, day)),
      ...(high ? [desk.acknowledge(high), desk.clear(high)] : []),
    ]);
    const open = await desk.flags();
    const unseen = open.filter(({ level, acknowledged }) => level === 'urgent' && !acknowledged);
    const { openFlags, urgentFlags, priority } = await desk.head();
    expect({ openFlags, urgentFlags }).toEqual({ openFlags: open.length, urgentFlags: unseen.length });
    expect(priority).toBe('0');
  });
});
