import { v7 as uuidv7 } from 'uuid';
import type { PersonaName } from '../../infra/local/identity/personas.ts';
import { createStopping } from '../../infra/local/process/stopping.ts';
import type { Kind } from './measuring/asks.ts';
import type { Stage } from './measuring/series.ts';
import { openStages } from './measuring/stages.ts';
import { median } from './reporting/statistics.ts';
import { type Ask, openHttp } from './serving/http-client.ts';
import { loginAs } from './serving/logins.ts';

/** Of each route, so that a difference of a tenth is seen through what else the machine does. */
const pairs = 200;
const warmUp = 50;

/** Routes that conceal, each with somebody to whom what is asked for is another's. */
const strangers = {
  openInstance: 'privatePractitioner',
  readForm: 'privatePractitioner',
  saveAnswers: 'resident',
  openDraft: 'privatePractitioner',
  checkDraft: 'privatePractitioner',
  saveStep: 'privatePractitioner',
} as const satisfies Partial<Record<Kind, PersonaName>>;

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

type Http = ReturnType<typeof openHttp>;

const timed = async (http: Http, ask: Ask): Promise<number> => {
  const began = performance.now();
  await http.send(ask);
  return performance.now() - began;
};

/** Taken in turn, each first as often as the other: what makes the machine slow makes both slow. */
const measure = async (http: Http, { asks }: Stage, kind: keyof typeof strangers) => {
  const token = await loginAs(strangers[kind]);
  const there: number[] = [];
  const madeUp: number[] = [];
  for (let at = 0; at < warmUp + pairs; at += 1) {
    const existing: Ask = { ...(await asks.next(kind)), token, status: 404 };
    const nowhere = { ...existing, path: existing.path.replace(uuid, uuidv7()) };
    const both = [() => timed(http, existing), () => timed(http, nowhere)] as const;
    const [first, second] = at % 2 === 0 ? both : ([both[1], both[0]] as const);
    const times = [await first(), await second()] as const;
    if (at < warmUp) continue;
    there.push(times[at % 2 === 0 ? 0 : 1]);
    madeUp.push(times[at % 2 === 0 ? 1 : 0]);
  }
  return { there: median(there), madeUp: median(madeUp) };
};

const stopping = createStopping((name, error) => console.error(`${name} did not stop:`, error));
try {
  const [stage] = await openStages({ sizes: [100], stopping, say: console.error });
  if (!stage) throw new Error('No stage was opened');
  const http = openHttp(stage.port, 1);
  console.log(
    '| route | p50 of another’s, ms | p50 of a made-up one, ms | ratio |\n| --- | --- | --- | --- |',
  );
  for (const kind of Object.keys(strangers) as (keyof typeof strangers)[]) {
    const { there, madeUp } = await measure(http, stage, kind);
    console.log(`| ${kind} | ${there.toFixed(2)} | ${madeUp.toFixed(2)} | ${(there / madeUp).toFixed(3)} |`);
  }
  http.close();
} finally {
  await stopping.stopAll();
}
