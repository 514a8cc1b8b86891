import { startTest } from '../../../functions/authoring/tests/start-test.ts';
import { moodAnswers } from '../../../infra/local/demo/facts/content.ts';
import { moodFormVersion, savedMoment, startedTest, succeed } from '../../support/story.ts';
import type { Sent } from '../../support/world.ts';
import type { Sample } from './samples.ts';
import { formId, type Scene } from './scene.ts';

const inTest =
  (part: Record<string, string> = {}, sent: Sent = {}): Sample =>
  async ({ world }) => {
    const { momentId } = (await savedMoment(world)).params;
    const testId = await startedTest(world, 'designer', momentId);
    return { ...sent, params: { momentId, testId, ...part } };
  };
const answering = inTest(
  { formId },
  { body: { formVersion: moodFormVersion, answers: moodAnswers }, headers: { 'If-Match': '"0"' } },
);

/** Trying a draft out, and saying what one thinks of it. */
export const testSamples: Record<string, Sample> = {
  startTest: async ({ world }) => ({ params: (await savedMoment(world)).params }),
  viewTestAsResident: inTest(),
  viewTestAsStaff: inTest(),
  viewTestModule: inTest({ moduleId: 'start' }),
  viewTestForm: inTest({ formId }),
  saveTestAnswers: answering,
  submitTestForm: answering,
  removeTests: async ({ world }) => ({ params: (await savedMoment(world)).params, body: {} }),
  recordVerdict: async ({ world }, who) => {
    const { params, etag } = await savedMoment(world);
    const testId = await startedTest(world, 'designer', params.momentId);
    return {
      params,
      body: { as: who.split('@')[0], testId, approved: true },
      headers: { 'If-Match': etag },
    };
  },
};

/** The request as someone who is let in must send it: a verdict rests on a test of one’s own. */
export const sentByThemselves = async ({ world }: Scene, operationId: string, sent: Sent): Promise<Sent> => {
  if (operationId !== 'recordVerdict') return sent;
  const { params, token } = sent;
  const { body } = await succeed(world, startTest, { params: { ...params }, token });
  return { ...sent, body: { ...(sent.body as object), testId: body['testId'] } };
};
