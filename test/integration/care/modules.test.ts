import { beforeAll, describe, expect, it } from 'vitest';
import { saveDraft } from '../../../functions/authoring/moments/save-draft.ts';
import { openMyForm } from '../../../functions/care/answers/open-my-form.ts';
import { saveAnswers } from '../../../functions/care/answers/save-answers.ts';
import { openModule } from '../../../functions/care/instances/open-module.ts';
import { openMyModule } from '../../../functions/care/instances/open-my-module.ts';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { moodProgramme, phq9 } from '../../../infra/local/demo/facts/content.ts';
import { digestOf } from '../../../shared/domain/content/content-digest.ts';
import type { Media } from '../../../shared/domain/media/media.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
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
import { type Sent, World } from '../../support/world.ts';

const image = '01936a0e-0000-7000-8000-0000000000a1';
const film = '01936a0e-0000-7000-8000-0000000000a2';
const unpublished = '01936a0e-0000-7000-8000-0000000000a3';

const fileOf = (momentId: string, mediaId: string, state: Media['state']): Media => ({
  ...{ momentId, mediaId, state, kind: 'image', contentType: 'image/png', fileName: 'Å på våren 🌻.png' },
  ...{ bytes: 1000, sha256: `${'A'.repeat(43)}=`, addedBy: 'TST5565594230-DES1' },
  addedAt: '2026-11-23T10:00:00.000Z',
});

const moduleWith = (moduleId: string, blocks: object[]) => ({
  moduleId,
  title: `Modulen ${moduleId}`,
  sections: [
    {
      sectionId: `${moduleId}-section`,
      title: 'Avsnitt',
      steps: [{ stepId: `${moduleId}-step`, title: 'Steg', blocks }],
    },
  ],
});
const pictures = moduleWith('pictures', [
  { type: 'image', mediaId: image, alternativeText: 'En å om våren' },
  { type: 'image', mediaId: film, alternativeText: 'Samma å, senare' },
]);
const programme = {
  ...moodProgramme,
  functions: { ...moodProgramme.functions, messages: false },
  modules: [...moodProgramme.modules, pictures],
  forms: [phq9],
};
const draftForm = { ...phq9, formId: 'new-form', title: 'Bara ett utkast' };
const later = {
  ...programme,
  modules: [
    ...programme.modules,
    moduleWith('new-module', [
      { type: 'image', mediaId: unpublished },
      { type: 'form', formId: 'new-form' },
    ]),
  ],
  forms: [...programme.forms, draftForm],
};

let world: World;
let running: Running;
let other: Running;
let resident: string;

const newRunning = async (): Promise<Running> => {
  const { momentId } = (await newMoment(world)).params;
  for (const mediaId of [image, film, unpublished])
    await world.have(entities.media, fileOf(momentId, mediaId, 'available'));
  expect(await publishedWith(world, momentId, programme, [provider])).toBe('1.0');
  await activatedOn(world, momentId);
  return startedInstance(world, momentId);
};

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  await approvedResident(world);
  resident = await loginResident('approved');
  running = await newRunning();
  other = await newRunning();
  const head = await world.runtime.stores.moments.moment(running.momentId);
  await succeed(world, saveDraft, {
    params: { momentId: running.momentId },
    body: { content: later },
    token: await login('designer'),
    headers: { 'If-Match': `"${head?.version}"` },
  });
});

const asked = (part: Record<string, string>, query: Record<string, string> = {}): Sent => ({
  params: { instanceId: running.instanceId, ...part },
  query: { momentId: running.momentId, momentVersion: '1.0', ...query },
  token: resident,
});
const answerTo = async (useCase: UseCase, sent: Sent) => {
  const { status, body } = await world.call(useCase, sent);
  return `${status} ${body.code ?? ''}`;
};
const moduleIn = async (useCase: UseCase, sent: Sent) => (await succeed(world, useCase, sent)).body;

describe('CARE-4 a module', () => {
  it('comes with all its steps as they were written, to the resident and the practitioner alike', async () => {
    const [written] = moodProgramme.modules;
    const shown = await moduleIn(openMyModule, asked({ moduleId: 'start' }));
    expect(shown).toEqual({ ...written, media: [] });
    const token = await login('practitioner');
    expect(await moduleIn(openModule, { ...asked({ moduleId: 'start' }), token })).toEqual(shown);
  });

  it('is in the log when staff open it, with the patient and the ids, and not when the resident does', async () => {
    await moduleIn(openMyModule, asked({ moduleId: 'pictures' }));
    await moduleIn(openModule, { ...asked({ moduleId: 'pictures' }), token: await login('practitioner') });
    const done = (await world.activities()).filter(({ resource }) => resource?.['moduleId'] === 'pictures');
    expect(done).toMatchObject([
      {
        activity: 'module-opened',
        patient: world.personOf('199005082392'),
        resource: { instanceId: running.instanceId, momentId: running.momentId },
      },
    ]);
  });
});

describe('MED-4 media in a module', () => {
  it('are links to what is available, and to nothing else', async () => {
    await world.have(entities.media, fileOf(running.momentId, film, 'rejected'));
    const { media: shown } = await moduleIn(openMyModule, asked({ moduleId: 'pictures' }));
    expect(shown).toMatchObject([{ mediaId: image, kind: 'image', fileName: 'Å på våren 🌻.png' }]);
    const [{ url } = { url: '' }] = shown as { url: string }[];
    expect(new URL(url).pathname).toContain(`moments/${running.momentId}/${image}`);
    expect(new URL(url).searchParams.has('X-Amz-Signature')).toBe(true);
    await world.have(entities.media, fileOf(running.momentId, film, 'available'));
  });
});

describe('MED-4 AUT-6 what a resident cannot reach through their own moment', () => {
  it.each([
    ['another moment’s module', '409 form-version-mismatch', { moduleId: 'pictures' }, 'other'],
    ['a module that is only in the draft', '404 not-found', { moduleId: 'new-module' }, 'own'],
    ['a module by its version before it is published', '404 not-found', { moduleId: 'start' }, 'next'],
  ] as const)('%s: %s', async (_, expected, part, moment) => {
    const query = {
      own: {},
      other: { momentId: other.momentId },
      next: { momentVersion: '1.1' },
    }[moment];
    expect(await answerTo(openMyModule, asked(part, query))).toBe(expected);
    const token = await login('practitioner');
    expect(await answerTo(openModule, { ...asked(part, query), token })).toBe(expected);
  });

  it('another moment’s form, or one that is only in the draft', async () => {
    const another = asked({ formId: 'phq-9' }, { momentId: other.momentId });
    expect(await answerTo(openMyForm, another)).toBe('409 form-version-mismatch');
    expect(await answerTo(openMyForm, asked({ formId: 'new-form' }))).toBe('404 not-found');
  });

  it('a draft’s form by its digest', async () => {
    const formVersion = digestOf(draftForm);
    const kept = await world.runtime.stores.moments.keptForm(running.momentId, formVersion);
    expect(kept?.value.form.title).toBe('Bara ett utkast');
    const body = { momentId: running.momentId, momentVersion: '1.0', formVersion, changes: {} };
    const sent = (formId: string) => ({
      params: { instanceId: running.instanceId, formId },
      ...{ body, token: resident, headers: { 'If-Match': '"0"' } },
    });
    expect(await answerTo(saveAnswers, saving(sent('new-form')))).toBe('404 not-found');
    expect(await answerTo(saveAnswers, saving(sent('phq-9')))).toBe('409 form-version-mismatch');
  });

  it('anything of it without being the resident', async () => {
    const token = await loginResident('unapproved');
    expect(await answerTo(openMyModule, { ...asked({ moduleId: 'start' }), token })).toBe('404 not-found');
    expect(await answerTo(openMyForm, { ...asked({ formId: 'phq-9' }), token })).toBe('404 not-found');
  });
});

describe('AUT-4 what a moment has switched off', () => {
  it('is shown as off, and messages are refused', async () => {
    const token = await login('practitioner');
    const params = { instanceId: running.instanceId };
    const sent = { params, body: { text: 'Hej' }, token };
    expect(await answerTo(sendMessage, sent)).toBe('409 function-switched-off');
  });
});
