import { openClient } from '../../../shared/persistence/engine/database.ts';
import { type RecordedCall, sequentialRoundTrips } from '../../support/recorded-client.ts';
import { counted } from './counted-units.ts';

type Input = Readonly<Record<string, unknown>>;

export interface Call extends RecordedCall {
  /** As the code gave it, in plain JavaScript values. */
  readonly input: Input;
}

export interface Recording {
  readonly calls: Call[];
  readUnits: number;
  writeUnits: number;
}

/** Everything is carried out and its units are counted, or reads are carried out and writes noted but not sent. */
type Mode = 'count-units' | 'hold-writes';

const writing = new Set(['PutItemCommand', 'TransactWriteItemsCommand']);

/** Calls that could begin at the same time: none of them waited for another (see `sequentialRoundTrips`). */
export const wavesOf = (calls: readonly Call[]): Call[][] => {
  const waves: Call[][] = [];
  for (const call of calls) {
    const waitedFor = sequentialRoundTrips(calls.filter(({ ended }) => ended < call.started));
    waves[waitedFor] = [...(waves[waitedFor] ?? []), call];
  }
  return waves;
};

/** A client with the functions' own settings that notes what is sent through it while `record` acts; one at a time. */
export const createRecorder = () => {
  const client = openClient();
  let current: { recording: Recording; mode: Mode } | undefined;
  let ticks = 0;
  const tick = () => {
    ticks += 1;
    return ticks;
  };

  client.middlewareStack.add(
    (next, { commandName: command = '' }) =>
      async (args) => {
        if (!current) return next(args);
        const { recording, mode } = current;
        const input = args.input as unknown as Input;
        const call: Call = { command, uses: [], input, started: tick(), ended: Number.POSITIVE_INFINITY };
        recording.calls.push(call);
        const isWrite = writing.has(command);
        try {
          if (mode === 'hold-writes')
            return isWrite ? { output: { $metadata: {} }, response: {} } : await next(args);
          const { result, units } = await counted(input, (part) =>
            next({ ...args, input: part } as typeof args),
          );
          recording[isWrite ? 'writeUnits' : 'readUnits'] += units;
          return result;
        } finally {
          call.ended = tick();
        }
      },
    { step: 'initialize', name: 'recorder' },
  );

  return {
    client,
    async record(mode: Mode, act: () => Promise<unknown>): Promise<Recording> {
      const recording: Recording = { calls: [], readUnits: 0, writeUnits: 0 };
      current = { recording, mode };
      try {
        await act();
      } finally {
        current = undefined;
      }
      return recording;
    },
  };
};
export type Recorder = ReturnType<typeof createRecorder>;
