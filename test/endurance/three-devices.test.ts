import { beforeAll, describe, expect, it } from 'vitest';
import { openMyForm } from '../../functions/care/answers/open-my-form.ts';
import { saveAnswers } from '../../functions/care/answers/save-answers.ts';
import { seededRandom } from '../../infra/local/event-source/faults.ts';
import type { DraftAnswers } from '../../shared/domain/care/draft-answers.ts';
import { openConflicts } from '../../shared/domain/care/draft-merging.ts';
import { found } from '../../shared/domain/found.ts';
import { loginResident, seedPeople } from '../support/people.ts';
import { haveForm, type Running, runningInstance, succeed } from '../support/story.ts';
import { World } from '../support/world.ts';

const edits = 200;
const devices = 3;
/** Few, so that they meet. */
const questions = ['one', 'two', 'three', 'four'] as const;
const form = {
  formId: 'notes',
  kind: 'ordinary',
  title: 'Anteckningar',
  pages: [
    {
      pageId: 'page',
      questions: questions.map((questionId) => ({
        ...{ type: 'short-text', questionId, text: 'Vad hände?', required: false, maxLength: 50 },
      })),
    },
  ],
};

let world: World;
let running: Running;
let formVersion: string;
let token: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  running = await runningInstance(world);
  formVersion = await haveForm(world, running.momentId, form);
  token = await loginResident('approved', { exp: Math.floor(Date.now() / 1000) + 3000 });
});

const params = () => ({ instanceId: running.instanceId, formId: form.formId });
const version = () => ({ momentId: running.momentId, momentVersion: '1.0' });

/** An answer that was said to be saved. */
interface Acknowledged {
  readonly question: string;
  readonly text: string;
  readonly session: string;
  readonly base: number;
  readonly version: number;
  /** What its device was told is open. */
  readonly conflicts: readonly { readonly theirs: unknown; readonly yours: unknown }[];
}

const draftNow = async (): Promise<DraftAnswers> => {
  const { instanceId } = running;
  return found((await world.runtime.stores.instances.form(instanceId, form.formId))?.value.draft);
};

/** Everything typed at one device, one after the other; at times it looks at what the others have done, at times not. */
const typeAt = async (device: number): Promise<Acknowledged[]> => {
  const random = seededRandom(1_000 + device);
  const session = crypto.randomUUID();
  const acknowledged: Acknowledged[] = [];
  let base = 0;
  for (let at = device; at < edits; at += devices) {
    const question = questions[Math.floor(random() * questions.length)] ?? 'one';
    const text = `${device}-${at}`;
    const sent = {
      params: params(),
      body: { ...version(), formVersion, session, base, changes: { [question]: text } },
      token,
    };
    let answer = await world.call(saveAnswers, sent);
    while (answer.status === 503) answer = await world.call(saveAnswers, sent);
    expect([answer.status, answer.body.code]).toEqual([200, undefined]);
    const saved = Number(answer.body['version']);
    const conflicts = answer.body['conflicts'] as Acknowledged['conflicts'];
    acknowledged.push({ question, text, session, base, version: saved, conflicts });
    if (random() < 0.4) base = saved;
    // Lets the others go first a few times, or not at all: who is when differs with the seed.
    for (let turn = Math.floor(random() * 4); turn > 0; turn -= 1)
      await world.runtime.stores.instances.instance(running.instanceId);
  }
  return acknowledged;
};

/** Its own device typed on, or somebody who had seen it chose. */
const isFollowed = (one: Acknowledged, all: readonly Acknowledged[]): boolean =>
  all.some(
    (other) =>
      other.version > one.version &&
      other.question === one.question &&
      (other.session === one.session || other.base >= one.version),
  );

describe('CARE-7 two hundred edits from three devices at one form', () => {
  it('leave no acknowledged answer gone, and both sides of every conflict', async () => {
    const all = (await Promise.all(Array.from({ length: devices }, (_, device) => typeAt(device)))).flat();
    expect(all).toHaveLength(edits);
    const draft = await draftNow();
    const kept = new Set([
      ...Object.values(draft.answers),
      ...Object.values(draft.alternatives).flatMap((others) => others.map(([, answer]) => answer)),
    ]);
    const gone = all.filter((one) => !isFollowed(one, all) && !kept.has(one.text));
    expect(gone).toEqual([]);
    const texts = new Set(all.map(({ text }) => text));
    const conflicts = openConflicts(draft);
    const told = [...conflicts, ...all.flatMap((one) => one.conflicts)];
    for (const { theirs, yours } of told)
      expect([theirs, yours].every((side) => texts.has(String(side)))).toBe(true);
    const { body } = await succeed(world, openMyForm, { params: params(), query: version(), token });
    expect(body['conflicts']).toEqual(conflicts);
    // They did meet, or nothing has been tried.
    expect(all.filter((one) => one.conflicts.length > 0).length).toBeGreaterThan(edits / 10);
  }, 600_000);
});
