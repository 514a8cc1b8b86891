import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMyForm } from '../../../../functions/care/answers/open-my-form.ts';
import { saveAnswers } from '../../../../functions/care/answers/save-answers.ts';
import { submitForm } from '../../../../functions/care/answers/submit-form.ts';
import { moodAnswers } from '../../../../infra/local/demo/facts/content.ts';
import { mostAlternatives } from '../../../../shared/domain/care/draft-answers.ts';
import { found } from '../../../../shared/domain/found.ts';
import { loginResident, residents, seedPeople } from '../../../support/people.ts';
import {
  activeMoment,
  approvedResident,
  moodGiven,
  startedInstance,
  succeed,
} from '../../../support/story.ts';
import { type Received, rows, World } from '../../../support/world.ts';

const { child } = residents;
const [telephone, computer, tablet] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];

let world: World;
let momentId: string;
let instanceId: string;
let tokens: Readonly<Record<'child' | 'guardian', string>>;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  momentId = await activeMoment(world);
  await approvedResident(world, child);
  tokens = { child: await loginResident('child'), guardian: await loginResident('guardian') };
});

beforeEach(async () => {
  ({ instanceId } = await startedInstance(world, momentId, child));
});

const as = (who: 'child' | 'guardian') => ({
  params: { instanceId, formId: 'phq-9' },
  token: tokens[who],
  headers: who === 'guardian' ? { 'Acting-For': child } : {},
});

interface Screen {
  readonly session: string;
  readonly base: number;
}

const sent = ({ session, base }: Screen, changes: object) => ({
  ...as('guardian'),
  body: { ...moodGiven(momentId, changes), session, base },
});
const save = (screen: Screen, changes: object): Promise<Received> =>
  world.call(saveAnswers, sent(screen, changes));
const submit = (version: number, changes: object = {}) => {
  const { headers, ...guardian } = as('guardian');
  return world.call(submitForm, {
    ...guardian,
    body: moodGiven(momentId, changes),
    headers: { ...headers, 'If-Match': `"${version}"` },
  });
};
const opened = async () => {
  const query = { momentId, momentVersion: '1.0' };
  return (await succeed(world, openMyForm, { ...as('guardian'), query })).body;
};
const [none, some, often] = ['not-at-all', 'several-days', 'more-than-half'];

describe('CARE-7 two screens at one form', () => {
  it('both are saved where they change different questions, whoever is first', async () => {
    await save({ session: telephone, base: 0 }, { 'phq-1': none });
    const second = await save({ session: computer, base: 0 }, { 'phq-2': some });
    expect(second).toMatchObject({ status: 200, body: { version: 2, conflicts: [] } });
    expect(second.headers['etag']).toBe('"2"');
    expect(await opened()).toMatchObject({ draft: { answers: { 'phq-1': none, 'phq-2': some } } });
  });

  it('are told what the other has answered since, before anything is written over it', async () => {
    await save({ session: telephone, base: 0 }, { 'phq-1': none, 'phq-2': none });
    await save({ session: computer, base: 1 }, { 'phq-2': often });
    const next = await save({ session: telephone, base: 1 }, { 'phq-1': some });
    expect(next.body).toMatchObject({
      ...{ version: 3, conflicts: [] },
      changed: [{ questionId: 'phq-2', answer: often, by: 'guardian' }],
    });
    const seen = await save({ session: telephone, base: 3 }, { 'phq-1': often });
    expect(seen.body).toMatchObject({ changed: [] });
    await save({ session: computer, base: 4 }, { 'phq-2': null });
    expect((await save({ session: telephone, base: 4 }, { 'phq-1': none })).body['changed']).toMatchObject([
      { questionId: 'phq-2', answer: null },
    ]);
  });

  it('keep both answers to a question that both changed unseen, and everything else', async () => {
    await save({ session: telephone, base: 0 }, { 'phq-1': none });
    const { body } = await save({ session: computer, base: 0 }, { 'phq-1': some, 'phq-2': some });
    const theirsAt = expect.any(String);
    expect(body['conflicts']).toEqual([
      { questionId: 'phq-1', theirs: none, yours: some, theirsAt, by: 'guardian' },
    ]);
    expect(await opened()).toMatchObject({
      draft: { answers: { 'phq-1': none, 'phq-2': some } },
      conflicts: [{ questionId: 'phq-1', theirs: some, yours: none }],
    });
  });

  it('are told of a conflict on the other side too, with the next save', async () => {
    await save({ session: telephone, base: 0 }, { 'phq-1': none });
    await save({ session: computer, base: 0 }, { 'phq-1': some });
    const { body } = await save({ session: telephone, base: 1 }, { 'phq-3': often });
    expect(body['conflicts']).toMatchObject([{ questionId: 'phq-1', theirs: some, yours: none }]);
  });

  it.each([
    ['theirs', none],
    ['one’s own', some],
    ['a third', often],
  ])('choose by saving once more: %s', async (_, chosen) => {
    await save({ session: telephone, base: 0 }, { 'phq-1': none });
    await save({ session: computer, base: 0 }, { 'phq-1': some });
    const { body } = await save({ session: computer, base: 2 }, { 'phq-1': chosen });
    expect(body).toMatchObject({ version: 3, conflicts: [] });
    expect(await opened()).toMatchObject({ draft: { answers: { 'phq-1': chosen } }, conflicts: [] });
  });

  it('are in no conflict where they answer alike', async () => {
    await save({ session: telephone, base: 0 }, { 'phq-1': none });
    expect((await save({ session: computer, base: 0 }, { 'phq-1': none })).body['conflicts']).toEqual([]);
  });

  it('do not take away each other’s answers unseen', async () => {
    await save({ session: telephone, base: 0 }, { 'phq-1': none });
    await save({ session: telephone, base: 1 }, { 'phq-1': null });
    const { body } = await save({ session: computer, base: 1 }, { 'phq-1': some });
    expect(body['conflicts']).toMatchObject([{ questionId: 'phq-1', theirs: null, yours: some }]);
  });

  it('ask for a choice once there is no room for more', async () => {
    await save({ session: telephone, base: 0 }, { 'phq-1': none });
    const other = () => save({ session: crypto.randomUUID(), base: 0 }, { 'phq-1': some });
    for (let at = 0; at < mostAlternatives; at += 1) expect((await other()).status).toBe(200);
    const refused = await other();
    expect(refused).toMatchObject({ status: 409, body: { code: 'answers-in-conflict' } });
    expect(refused.body['conflicts']).toHaveLength(mostAlternatives);
    await save({ session: tablet, base: 1 + mostAlternatives }, { 'phq-1': often });
    expect((await other()).status).toBe(200);
  });
});

describe('CARE-7 one screen', () => {
  it('never meets a conflict with itself, however late its answers come', async () => {
    for (const answer of [none, some, often])
      expect(await save({ session: telephone, base: 0 }, { 'phq-1': answer })).toMatchObject({
        status: 200,
        body: { conflicts: [] },
      });
    expect(await opened()).toMatchObject({ draft: { answers: { 'phq-1': often } } });
  });

  it('is another where another person sits at it, whatever session they say (ID-8)', async () => {
    await save({ session: telephone, base: 0 }, { 'phq-1': none });
    const young = found(world.registers.persons.get(child));
    // Thirteen: they log in themselves from then on.
    world.registers.persons.set(child, { ...young, birthDate: '2013-01-01' });
    const byChild = { ...as('child'), body: sent({ session: telephone, base: 0 }, { 'phq-1': some }).body };
    const { body } = await world.call(saveAnswers, byChild);
    world.registers.persons.set(child, young);
    expect(body['conflicts']).toMatchObject([{ theirs: none, yours: some, by: 'guardian' }]);
  });

  it('cannot have seen what is not there yet', async () => {
    expect(await save({ session: telephone, base: 1 }, {})).toMatchObject({
      status: 412,
      body: { code: 'version-mismatch' },
    });
  });
});

describe('CARE-7 saves at the same moment', () => {
  it('are all merged, and nobody notices', async () => {
    const questions = Array.from({ length: 9 }, (_, which) => `phq-${which + 1}`);
    const saves = await Promise.all(
      questions.map((question) => save({ session: crypto.randomUUID(), base: 0 }, { [question]: none })),
    );
    const saved = questions.filter((_, at) => saves[at]?.status === 200);
    // What lost three times in a row is to be sent again, and was not said to be saved.
    for (const { status, headers } of saves.filter((one) => one.status !== 200))
      expect([status, headers['retry-after']]).toEqual([503, '1']);
    const { draft } = (await opened()) as { draft: { answers: object } };
    expect(Object.keys(draft.answers).toSorted()).toEqual(saved.toSorted());
  });

  it('are merged where the other comes between reading and writing', async () => {
    let others = 0;
    const slow = await world.call(saveAnswers, sent({ session: computer, base: 0 }, { 'phq-1': some }), {
      before: async ({ command }) => {
        if (command !== 'TransactWriteItemsCommand' || others === 3) return;
        others += 1;
        await save({ session: telephone, base: others - 1 }, { 'phq-1': none, [`phq-${others + 1}`]: none });
      },
    });
    expect(slow).toMatchObject({
      status: 200,
      body: { version: 4, conflicts: [{ questionId: 'phq-1', theirs: none, yours: some }] },
    });
  });

  it('are said to be sent again, after a while, where others are quicker each time', async () => {
    let others = 0;
    const slow = await world.call(saveAnswers, sent({ session: computer, base: 0 }, { 'phq-1': some }), {
      before: async ({ command }) => {
        if (command !== 'TransactWriteItemsCommand') return;
        others += 1;
        await save({ session: telephone, base: others - 1 }, { 'phq-2': none });
      },
    });
    expect(slow).toMatchObject({
      status: 503,
      body: { code: 'unavailable' },
      headers: { 'retry-after': '1' },
    });
    expect(others).toBe(4);
    expect(rows({ ...slow, body: await opened() }, 'conflicts')).toEqual([]);
  });
});

describe('CARE-7 a submission', () => {
  it('waits until somebody has chosen, and says between what', async () => {
    await save({ session: telephone, base: 0 }, moodAnswers);
    await save({ session: computer, base: 0 }, { 'phq-1': often });
    const refused = await submit(2);
    expect(refused).toMatchObject({ status: 409, body: { code: 'answers-in-conflict' } });
    expect(refused.body['conflicts']).toMatchObject([
      { questionId: 'phq-1', theirs: often, yours: moodAnswers['phq-1'] },
    ]);
    expect((await submit(2, { 'phq-1': often })).status).toBe(201);
    expect(await opened()).toMatchObject({ submitted: { answers: { ...moodAnswers, 'phq-1': often } } });
  });

  it('from elsewhere is not written over: what was typed meanwhile comes back', async () => {
    await save({ session: telephone, base: 0 }, moodAnswers);
    await submit(1);
    const late = await save({ session: computer, base: 1 }, { 'phq-1': often, 'phq-2': null });
    expect(late).toMatchObject({ status: 409, body: { code: 'already-submitted' } });
    expect(late.body['conflicts']).toMatchObject([
      { questionId: 'phq-1', theirs: moodAnswers['phq-1'], yours: often, by: 'guardian' },
      { questionId: 'phq-2', theirs: moodAnswers['phq-2'], yours: null },
    ]);
    expect(await opened()).not.toHaveProperty('draft');
    const anew = await save({ session: computer, base: 2 }, { 'phq-1': often });
    expect(anew).toMatchObject({ status: 200, body: { conflicts: [] } });
    expect(await opened()).toMatchObject({ draft: { answers: { ...moodAnswers, 'phq-1': often } } });
  });
});
