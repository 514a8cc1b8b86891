import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { saveAnswers } from '../../../../functions/care/answers/save-answers.ts';
import { submitForm } from '../../../../functions/care/answers/submit-form.ts';
import { endInstance } from '../../../../functions/care/instances/end-instance.ts';
import { createMyPage } from '../../../../functions/care/pages/create-my-page.ts';
import { calendarSample } from '../../../../shared/domain/form/form-samples.ts';
import { swedishDate } from '../../../../shared/domain/swedish-date.ts';
import type { UseCase } from '../../../../shared/http/use-case.ts';
import { login, loginResident, seedPeople } from '../../../support/people.ts';
import { runs } from '../../../support/property-runs.ts';
import {
  activeMoment,
  approvedResident,
  haveForm,
  startedInstance,
  succeed,
} from '../../../support/story.ts';
import { type Received, type Sent, World } from '../../../support/world.ts';

const { formId } = calendarSample;
const page = swedishDate(new Date().toISOString());
const questions = ['bedtime', 'hours-slept'] as const;
type Question = (typeof questions)[number];

type Act =
  | { readonly do: 'begin' }
  | { readonly do: 'look' | 'submit'; readonly at: number }
  | { readonly do: 'save'; readonly at: number; readonly question: Question };

const at = fc.nat(2);
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Act>({ do: 'begin' }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('look' as const), at }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('submit' as const), at }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('save' as const), at, question: fc.constantFrom(...questions) }),
  },
);

interface Given {
  readonly value: unknown;
  readonly screen: number;
  readonly version: number;
}

/** The page as the rule says it is, told otherwise than the code tells it: what stands and what waits, question by question. */
class Model {
  version = 0;
  submittedAt = 0;
  readonly seen = [0, 0, 0];
  readonly stands = new Map<Question, Given>();
  waits: (Given & { readonly question: Question })[] = [];

  begin(): string {
    this.version = Math.max(1, this.version);
    return '201';
  }

  save(screen: number, question: Question, value: unknown): string {
    const seen = this.seen[screen] ?? 0;
    if (seen < this.submittedAt) return '409 already-submitted';
    this.version += 1;
    const given = { value, screen, version: this.version };
    const standing = this.stands.get(question);
    const isSeen = !standing || standing.version <= seen || standing.screen === screen;
    this.waits = this.waits.filter(
      (one) => one.question !== question || (one.screen !== screen && !(isSeen && one.version <= seen)),
    );
    if (isSeen) this.stands.set(question, given);
    else this.waits.push({ ...given, question });
    return '200';
  }

  submit(screen: number): string {
    if (this.seen[screen] !== this.version) return '412 version-mismatch';
    if (this.waits.length > 0) return '409 answers-in-conflict';
    if (this.stands.size < questions.length) return '422 answers-invalid';
    this.version += 1;
    this.submittedAt = this.version;
    for (const [question, given] of this.stands) this.stands.set(question, { ...given, version: 0 });
    return '201';
  }
}

let world: World;
let momentId: string;
let formVersion: string;
let token: string;
let staff: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  await approvedResident(world);
  momentId = await activeMoment(world);
  formVersion = await haveForm(world, momentId, calendarSample);
  token = await loginResident('approved');
  staff = await login('practitioner');
});

const outcomeOf = ({ status, body }: Received): string => [status, body.code].filter(Boolean).join(' ');
const sessions = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];

/** An answer that no other act gives, so that it is known again. */
const typedAt = (question: Question, turn: number): unknown =>
  question === 'bedtime' ? `22:${String(turn).padStart(2, '0')}` : turn / 2;

const requestFor = (act: Act, turn: number, instanceId: string, seen: number): readonly [UseCase, Sent] => {
  const version = { momentId, momentVersion: '1.0' };
  const params = { instanceId, formId };
  if (act.do === 'begin') return [createMyPage, { params, body: version, token }];
  const answering = { ...version, formVersion };
  const headers = { 'If-Match': `"${seen}"` };
  if (act.do !== 'save') return [submitForm, { params, query: { page }, body: answering, token, headers }];
  const changes = { [act.question]: typedAt(act.question, turn) };
  const body = { ...answering, session: sessions[act.at], base: seen, changes };
  return [saveAnswers, { params, query: { page }, body, token }];
};

const inModel = (model: Model, act: Act, turn: number): string => {
  if (act.do === 'begin') return model.begin();
  if (act.do === 'save') return model.save(act.at, act.question, typedAt(act.question, turn));
  return model.submit(act.at);
};

/** Does it, and demands what the model says comes of it. */
const carryOut = async (model: Model, act: Act, turn: number, instanceId: string): Promise<void> => {
  if (act.do === 'look') {
    model.seen[act.at] = model.version;
    return;
  }
  const seen = act.do === 'begin' ? 0 : (model.seen[act.at] ?? 0);
  const [useCase, sent] = requestFor(act, turn, instanceId, seen);
  const expected = inModel(model, act, turn);
  expect(outcomeOf(await world.call(useCase, sent))).toBe(expected);
};

/** What the table holds, as far as the model speaks of it. */
const tableOf = async (instanceId: string) => {
  const kept = await world.runtime.stores.instances.form(instanceId, formId, page);
  const { draft, submitted } = kept?.value ?? {};
  return {
    version: kept?.version ?? 0,
    stands: draft?.answers ?? submitted?.answers ?? {},
    waits: Object.values(draft?.alternatives ?? {})
      .flat()
      .map(([, answer]) => answer)
      .toSorted(),
  };
};

describe('CARE-6 CARE-7 the ways of a page', () => {
  it('are those of the model and no others, in whatever order three screens act', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 12, maxLength: 24 }), async (acts) => {
        const { instanceId } = await startedInstance(world, momentId);
        const model = new Model();
        for (const [turn, act] of acts.entries()) await carryOut(model, act, turn, instanceId);
        expect(await tableOf(instanceId)).toEqual({
          version: model.version,
          stands: Object.fromEntries([...model.stands].map(([question, { value }]) => [question, value])),
          waits: model.waits.map(({ value }) => value).toSorted(),
        });
        // Only so many run for one resident at a time.
        const body = { reason: 'completed' };
        await succeed(world, endInstance, { params: { instanceId }, body, token: staff });
      }),
      { numRuns: runs(60) },
    );
  });
});
