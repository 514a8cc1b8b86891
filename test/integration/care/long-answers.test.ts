import { beforeAll, describe, expect, it } from 'vitest';
import { checkDraft } from '../../../functions/authoring/moments/check-draft.ts';
import { openMyForm } from '../../../functions/care/answers/open-my-form.ts';
import { readForm } from '../../../functions/care/answers/read-form.ts';
import { saveAnswers } from '../../../functions/care/answers/save-answers.ts';
import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { moodProgramme } from '../../../infra/local/demo/facts/content.ts';
import { bodyLimitOf } from '../../../shared/contract/contract.ts';
import { digestOf } from '../../../shared/domain/content/content-digest.ts';
import { fullDesk } from '../../support/editing.ts';
import { login, loginResident, provider, seedPeople } from '../../support/people.ts';
import {
  activatedOn,
  approvedResident,
  newMoment,
  publishedWith,
  type Running,
  saving,
  startedInstance,
  succeed,
} from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';

const [mood] = moodProgramme.forms;
if (!mood) throw new Error('The programme has a form');

/** The programme, with a form of long texts in place of its own. */
const programme = (questions: number, maxLength: number) => {
  const { scoring: _, flags: __, ...form } = { scoring: undefined, flags: undefined, ...mood };
  const long = (at: number) => ({
    ...{ type: 'long-text' as const, questionId: `q${at}`, text: `Berätta ${at}`, required: true, maxLength },
  });
  const pages = [{ pageId: 'p', questions: Array.from({ length: questions }, (_each, at) => long(at)) }];
  return { ...moodProgramme, forms: [{ ...form, pages }] };
};

const written = programme(20, 3001);
const formVersion = digestOf(written.forms[0]);
/** As many characters as may be, of one byte, two and four. */
const text = `${'ö'.repeat(1500)}${'🌻'.repeat(1000)}${'x'.repeat(501)}`;
const answers = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`q${at}`, text]));

let world: World;
let running: Running;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  const { momentId } = (await newMoment(world)).params;
  await publishedWith(world, momentId, written, [provider]);
  await activatedOn(world, momentId);
  await approvedResident(world);
  running = await startedInstance(world, momentId);
});

const params = () => ({ instanceId: running.instanceId, formId: mood.formId });
const given = (more: object = {}) => {
  const { momentId } = running;
  return { momentId, momentVersion: '1.0', formVersion, changes: { ...answers, ...more } };
};

describe('CARE-7 a form that may be answered at length', () => {
  it('is saved, submitted and read with every letter in place, at the longest it allows', async () => {
    expect([...text]).toHaveLength(3001);
    const token = await loginResident('approved');
    const sent = { params: params(), body: given(), token, headers: { 'If-Match': '"0"' } };
    const saved = await succeed(world, saveAnswers, saving(sent));
    const query = { momentId: running.momentId, momentVersion: '1.0' };
    const opened = await succeed(world, openMyForm, { params: params(), query, token });
    expect(opened.body['draft']).toMatchObject({ answers });
    await succeed(world, submitForm, {
      ...{ params: params(), body: given(), token, headers: { 'If-Match': saved.headers['etag'] ?? '' } },
    });
    const read = await succeed(world, readForm, { params: params(), token: await login('practitioner') });
    expect(read.body['answers']).toEqual(answers);
  });

  it('is refused one character longer, at that answer', async () => {
    const sent = {
      ...{ params: params(), body: given({ q7: `${text}x` }), token: await loginResident('approved') },
      headers: { 'If-Match': '"2"' },
    };
    const { status, body } = await world.call(saveAnswers, saving(sent));
    expect([status, body.code]).toEqual([422, 'answers-invalid']);
    expect(body['errors']).toMatchObject([{ pointer: '/body/changes/q7' }]);
  });

  it('is told the limit of the route where a body is larger', async () => {
    const limit = bodyLimitOf(saveAnswers.contract);
    const { status, body } = await world.call(saveAnswers, {
      ...{ params: params(), body: { much: 'x'.repeat(limit) }, token: await loginResident('approved') },
      headers: { 'If-Match': '"2"' },
    });
    expect([status, body.code, body['limit']]).toEqual([413, 'payload-too-large', limit]);
  });
});

describe('AUT-9 what the publish check says of what would not fit', () => {
  const codes = async (content: object) => {
    const desk = await fullDesk(world, content);
    return rows(await desk.do(checkDraft), 'findings').map(({ level, code, pointer }) => [
      level,
      code,
      pointer,
    ]);
  };

  it('a form no answer to which could be kept is an error, and one that fits is none', async () => {
    expect(await codes(programme(100, 4000))).toContainEqual([
      ...['error', 'answers-too-large', `/forms/${mood.formId}/pages`],
    ]);
    expect((await codes(written)).map(([, code]) => code)).not.toContain('answers-too-large');
  });

  it('a title with more words than a search finds is advised against', async () => {
    const title = Array.from({ length: 13 }, (_, at) => `ord${at}`).join(' ');
    expect(await codes({ ...moodProgramme, title })).toContainEqual([
      ...['advice', 'title-longer-than-search', '/outline/title'],
    ]);
  });
});
