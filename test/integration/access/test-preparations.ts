import { startTest } from '../../../functions/authoring/tests/start-test.ts';
import { savedMoment, startedTest, succeed } from '../../support/story.ts';
import type { Sent } from '../../support/world.ts';
import { once, type Preparation, type Scene } from './scene.ts';

const saved: Preparation = async ({ world }) => (await savedMoment(world)).params;
/** Nothing answered yet. */
const inTest: Preparation = async ({ world }) => {
  const { momentId } = (await savedMoment(world)).params;
  return { momentId, testId: await startedTest(world, 'designer', momentId), etag: '"0"' };
};

const forReading = once(inTest);

/** Trying a draft out, and saying what one thinks of it. */
export const testPreparations: Record<string, Preparation> = {
  startTest: saved,
  viewTestAsResident: forReading,
  viewTestAsStaff: forReading,
  viewTestModule: forReading,
  viewTestForm: forReading,
  saveTestAnswers: inTest,
  submitTestForm: inTest,
  removeTests: saved,
  recordVerdict: async ({ world }, who) => {
    const { params, etag } = await savedMoment(world);
    const testId = await startedTest(world, 'designer', params.momentId);
    return { ...params, testId, etag, verdictRole: String(who.split('@')[0]) };
  },
};

/** The request as someone who is let in must send it: a verdict rests on a test of one’s own. */
export const sentByThemselves = async ({ world }: Scene, operationId: string, sent: Sent): Promise<Sent> => {
  if (operationId !== 'recordVerdict') return sent;
  const { params, token } = sent;
  const { body } = await succeed(world, startTest, { params: { ...params }, token });
  return { ...sent, body: { ...(sent.body as object), testId: body['testId'] } };
};
