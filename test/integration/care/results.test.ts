import { beforeAll, describe, expect, it } from 'vitest';
import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { viewResults } from '../../../functions/care/results/view-results.ts';
import { readTimeline } from '../../../functions/care/timeline/read-timeline.ts';
import { moodAnswers, phq9 } from '../../../infra/local/demo/facts/content.ts';
import type { Answers } from '../../../shared/domain/form/answers/answers.ts';
import { form } from '../../../shared/domain/form/form.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { login, loginResident, residents, seedPeople } from '../../support/people.ts';
import { haveForm, type Running, runningInstance, succeed } from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';

let world: World;
let running: Running;
let staff: string;
let resident: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  running = await runningInstance(world);
  [staff, resident] = [await login('practitioner'), await loginResident('approved')];
});

const anotherInstance = async (): Promise<string> => {
  const { instanceId } = await runningInstance(world);
  return instanceId;
};

const submit = async (formId: string, formVersion: string, version: number, changes: Answers) => {
  const { instanceId, momentId } = running;
  await succeed(world, submitForm, {
    ...{ params: { instanceId, formId }, token: resident, headers: { 'If-Match': `"${version}"` } },
    body: { momentId, momentVersion: '1.0', formVersion, changes },
  });
};

const results = (instanceId: string, query: Record<string, string> = {}) =>
  succeed(world, viewResults, { params: { instanceId }, query, token: staff });

const plain = {
  ...{ formId: 'week', kind: 'ordinary', title: 'Veckan' },
  pages: [
    {
      pageId: 'p',
      questions: [
        { type: 'long-text', questionId: 'how', text: 'Hur var den?', required: true, maxLength: 200 },
      ],
    },
  ],
};
/** PHQ-9 by another title. */
const titled = (title: string) => form.parse({ ...phq9, title });

/** As so many submissions would have left them, an hour apart, each with so many long texts, in these versions of PHQ-9. */
const haveResults = async (instanceId: string, versions: readonly string[], texts: number) => {
  for (const [at, formVersion] of versions.entries()) {
    const submittedAt = new Date(Date.UTC(2026, 0, 1, at)).toISOString();
    await world.have(entities.result, {
      ...{ instanceId, resultId: `019b7${at.toString(16).padStart(3, '0')}-0000-7000-8000-000000000000` },
      ...{ formId: phq9.formId, formVersion, submittedAt },
      answers: Object.fromEntries(
        Array.from({ length: texts }, (_, which) => [`q${which}`, 'x'.repeat(4000)]),
      ),
      outcome: { score: at, band: null, flags: [] },
      writtenBy: { as: 'self', person: world.personOf(residents.approved) },
    });
  }
};

describe('CARE-8 results', () => {
  it('have every submission with its single answers and who wrote, each in the words it was given in', async () => {
    const week = await haveForm(world, running.momentId, plain);
    const [first, second] = [
      await haveForm(world, running.momentId, titled('PHQ-9')),
      await haveForm(world, running.momentId, titled('Måendet')),
    ];
    const later = { ...moodAnswers, 'phq-9': 'not-at-all' };
    await haveForm(world, running.momentId, titled('PHQ-9'));
    await submit(phq9.formId, first, 0, moodAnswers);
    await submit('week', week, 0, { how: 'Lugn' });
    await haveForm(world, running.momentId, titled('Måendet'));
    await submit(phq9.formId, second, 1, later);
    const { body } = await results(running.instanceId);
    const self = { writtenBy: { as: 'self' } };
    expect(body['results']).toMatchObject([
      { formId: 'phq-9', formVersion: second, answers: later, ...self },
      {
        formId: 'week',
        formVersion: week,
        answers: { how: 'Lugn' },
        score: null,
        band: null,
        flags: [],
        ...self,
      },
      {
        formId: 'phq-9',
        formVersion: first,
        answers: moodAnswers,
        score: 11,
        band: 'Måttlig depression',
        ...self,
      },
    ]);
    const shown = new Map(rows({ body } as never, 'forms').map((one) => [one['formVersion'], one['form']]));
    expect(shown.get(second)).toEqual(titled('Måendet'));
    expect(shown.get(first)).toEqual(titled('PHQ-9'));
    expect(shown.get(week)).toMatchObject({ title: 'Veckan' });
  });

  it('are the series of one form, over its versions, where one is asked for', async () => {
    const series = await results(running.instanceId, { formId: 'phq-9' });
    expect(rows(series, 'results').map(({ score }) => score)).toEqual([10, 11]);
    expect(rows(series, 'forms')).toHaveLength(2);
    const first = await results(running.instanceId, { formId: 'week', limit: '1' });
    const next = await results(running.instanceId, {
      formId: 'week',
      limit: '1',
      cursor: String(first.body['next']),
    });
    expect([...rows(first, 'results'), ...rows(next, 'results')]).toMatchObject([{ formId: 'week' }]);
    const none = await results(running.instanceId, { formId: 'diary' });
    expect(none.body).toEqual({ results: [], forms: [] });
  });

  it('end a page before there are more versions of forms beside it than one answer holds', async () => {
    const instanceId = await anotherInstance();
    const { momentId } = (await world.runtime.stores.instances.instance(instanceId))?.value ?? running;
    const versions: string[] = [];
    for (const title of ['1', '2', '3', '4', '5', '6', '7'])
      versions.push(await haveForm(world, momentId, titled(title)));
    await haveResults(instanceId, versions, 1);
    const first = await results(instanceId);
    expect([rows(first, 'results').length, rows(first, 'forms').length]).toEqual([5, 5]);
    const next = await results(instanceId, { cursor: String(first.body['next']) });
    expect(rows(next, 'results').map(({ score }) => score)).toEqual([1, 0]);
    expect(next.body['next']).toBeUndefined();
  });

  it('come in pages of a megabyte, and each once, in the timeline too, however long the answers are', async () => {
    const instanceId = await anotherInstance();
    const { momentId } = (await world.runtime.stores.instances.instance(instanceId))?.value ?? running;
    const version = await haveForm(world, momentId, titled('Långt'));
    await haveResults(
      instanceId,
      Array.from({ length: 9 }, () => version),
      72,
    );
    const walk = async (useCase: typeof viewResults | typeof readTimeline, field: string) => {
      const [all, lengths]: [Record<string, unknown>[], number[]] = [[], []];
      let cursor: string | undefined;
      do {
        const query = cursor === undefined ? {} : { cursor };
        const answer = await succeed(world, useCase, { params: { instanceId }, query, token: staff });
        all.push(...rows(answer, field));
        lengths.push(answer.text.length);
        cursor = answer.body['next'] as string | undefined;
      } while (cursor !== undefined);
      return { all, longest: Math.max(...lengths) };
    };
    const { all, longest } = await walk(viewResults, 'results');
    expect(all.map(({ score }) => score)).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(longest).toBeLessThan(1_500_000);
    const told = (await walk(readTimeline, 'happenings')).all;
    const times = told.map(({ at }) => String(at));
    expect(times).toEqual(times.toSorted().reverse());
    expect(told.filter(({ what }) => what === 'submitted')).toHaveLength(9);
  });
});
