import { beforeAll, describe, expect, it } from 'vitest';
import { readComments } from '../../../functions/care/comments/read-comments.ts';
import { writeComment } from '../../../functions/care/comments/write-comment.ts';
import { routes } from '../../../functions/routes.ts';
import { hsaIdOf, login, seedPeople } from '../../support/people.ts';
import { type Running, runningInstance, succeed } from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';

let world: World;
let running: Running;
let token: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  running = await runningInstance(world);
  token = await login('practitioner');
});

const params = () => ({ instanceId: running.instanceId });
const comment = async (text: string): Promise<string> =>
  (await succeed(world, writeComment, { params: params(), body: { text }, token })).body[
    'commentId'
  ] as string;

describe('CARE-10 LOG-2 comments among staff', () => {
  it('are read by colleagues, newest first, page by page, and each is named in the log', async () => {
    const ids = [await comment('Ett 🌱'), await comment('Två\nrader')];
    const first = await succeed(world, readComments, { params: params(), query: { limit: '1' }, token });
    expect(rows(first, 'comments')).toMatchObject([
      { commentId: ids[1], text: 'Två\nrader', author: hsaIdOf('practitioner') },
    ]);
    const query = { limit: '5', cursor: first.body['next'] as string };
    const second = await succeed(world, readComments, { params: params(), query, token });
    expect(rows(second, 'comments')).toMatchObject([{ commentId: ids[0], text: 'Ett 🌱' }]);
    expect((await world.activities()).at(-1)).toMatchObject({
      ...{ activity: 'comment-read', resource: { commentIds: ids[0] } },
    });
  });

  it('are in no message: what residents’ routes page through has none of them', async () => {
    const { items } = await world.runtime.stores.instances.messages(running.instanceId, {
      ...{ limit: 100, cursor: undefined },
    });
    expect(items).toEqual([]);
    const theirs = routes.filter(({ contract }) => JSON.stringify(contract.path).includes('comments'));
    expect(theirs.map(({ contract }) => contract.caller)).toEqual(['staff', 'staff']);
  });
});
