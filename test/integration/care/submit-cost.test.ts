import { beforeAll, describe, expect, it } from 'vitest';
import { saveAnswers } from '../../../functions/care/answers/save-answers.ts';
import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { loginResident, seedPeople } from '../../support/people.ts';
import { haveForm, type Running, runningInstance } from '../../support/story.ts';
import { unitsWrittenBy } from '../../support/units-written.ts';
import { World } from '../../support/world.ts';

const options = ['not-at-all', 'several-days', 'more-than-half', 'nearly-every-day'];
const questionIds = Array.from({ length: 9 }, (_, at) => `phq-9-item-${at + 1}`);
/** As long as self-ratings are. */
const nine = {
  ...{ formId: 'phq-9', kind: 'ordinary', title: 'PHQ-9' },
  pages: [
    {
      pageId: 'page-1',
      questions: questionIds.map((questionId, at) => ({
        ...{
          type: 'single-choice',
          questionId,
          text: `Hur ofta har du besvärats av punkt ${at + 1}?`,
          required: true,
        },
        options: options.map((optionId, score) => ({ optionId, label: optionId, score })),
      })),
    },
  ],
  scoring: {
    ...{ method: 'sum', questionIds },
    bands: [
      { from: 0, to: 9, label: 'Lindriga besvär' },
      { from: 10, to: 27, label: 'Måttliga till svåra besvär' },
    ],
  },
};

let world: World;
let running: Running;
let formVersion: string;
let token: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  running = await runningInstance(world);
  formVersion = await haveForm(world, running.momentId, nine);
  token = await loginResident('approved');
});

const given = () => ({ momentId: running.momentId, momentVersion: '1.0', formVersion });
const params = () => ({ instanceId: running.instanceId, formId: nine.formId });

describe('CARE-7 a form of nine questions writes so much and no more, by DynamoDB’s own account', () => {
  it('twelve units with the first answer of an hour, six with each of the others, ten when it is submitted', async () => {
    const session = crypto.randomUUID();
    const written: number[] = [];
    for (const [base, questionId] of questionIds.entries()) {
      const body = { ...given(), session, base, changes: { [questionId]: 'more-than-half' } };
      written.push(await unitsWrittenBy(world, saveAnswers, { params: params(), body, token }));
    }
    expect(written).toEqual([12, ...Array.from({ length: 8 }, () => 6)]);
    const headers = { 'If-Match': `"${questionIds.length}"`, 'Idempotency-Key': crypto.randomUUID() };
    expect(await unitsWrittenBy(world, submitForm, { params: params(), body: given(), headers, token })).toBe(
      10,
    );
  });
});
