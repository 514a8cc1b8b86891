import { randomUUID } from 'node:crypto';
import { calendarSample } from '../../../../shared/domain/form/form-samples.ts';
import { swedishDate } from '../../../../shared/domain/swedish-date.ts';
import { openForm } from '../acts/answering.ts';
import { type InstancePath, messageFrom, readMessages } from '../acts/messages.ts';
import { chapter, type Step, see, take } from '../client.ts';

const { formId } = calendarSample;

/** All that is written in a moment, by either side; each is tried as the moment closes, step by step. */
interface Writings {
  readonly message: Attempt;
  readonly reply: Attempt;
  readonly mood: Attempt;
  readonly diary: Attempt;
  readonly comment: Attempt;
}
type Attempt = Omit<Step, 'says' | 'expect'>;

const writingsIn = async (momentId: string, instanceId: string): Promise<Writings> => {
  const path: InstancePath = `/instances/${instanceId}`;
  const mine = `/me${path}` as const;
  const { changed } = await openForm({ as: 'resident', momentId, instanceId });
  const page = swedishDate(new Date().toISOString());
  const diary = `${mine}/forms/${formId}` as const;
  const inVersion = { momentId, momentVersion: '1.0' };
  const query = new URLSearchParams({ ...inVersion, page });
  const opened = { says: 'the resident opens tonight’s page', request: `GET ${diary}?${query}` } as const;
  const { body } = await take({ ...opened, as: 'resident', expect: 200 });
  const { formVersion } = body;
  const changes = { bedtime: '22:15' };
  return {
    message: messageFrom('resident', path, 'En fråga till …'),
    reply: messageFrom('practitioner', path, 'Hör av dig till mottagningen.'),
    mood: { as: 'resident', request: `PATCH ${mine}/forms/phq-9/draft`, body: changed({}) },
    diary: {
      ...{ as: 'resident', request: `PATCH ${diary}/draft?page=${page}` },
      body: { ...inVersion, formVersion, session: randomUUID(), base: 0, changes },
    },
    comment: { as: 'practitioner', request: `POST ${path}/comments`, body: { text: 'Internt: glesare nu.' } },
  };
};

const rest = async (
  path: InstancePath,
  { message, reply, mood, diary, comment }: Writings,
): Promise<void> => {
  const resting = { as: 'practitioner', request: `POST ${path}/maintenance` } as const;
  await take({ ...resting, says: 'the practitioner takes it into maintenance', expect: 201 });
  await take({ ...resting, says: 'and not twice', expect: 'illegal-state' });
  const closed = 'closed-in-maintenance';
  await take({ ...message, says: 'the resident does not write', expect: closed });
  await take({ ...reply, says: 'nor does the practitioner', expect: closed });
  await take({ ...mood, says: 'PHQ-9 is not answered any more', expect: closed });
  await take({ ...diary, says: 'the diary is: the designer has left it open', expect: 200 });
  await take({ ...comment, says: 'and colleagues go on commenting', expect: 201 });
};

const note = 'Klar enligt plan.';

const end = async (path: InstancePath, writings: Writings): Promise<void> => {
  const ending = {
    as: 'practitioner',
    request: `POST ${path}/endings`,
    body: { reason: 'completed', note },
  } as const;
  await take({ ...ending, says: 'the practitioner ends it', expect: 201 });
  await take({ ...ending, says: 'and not twice', expect: 'illegal-state' });
  await take({
    says: 'it does not come back to maintenance',
    as: 'practitioner',
    request: `POST ${path}/maintenance`,
    expect: 'illegal-state',
  });
  for (const [what, writing] of Object.entries(writings))
    await take({ ...writing, says: `nobody writes in it: ${what}`, expect: 'illegal-state' });
};

const readOn = async (path: InstancePath): Promise<void> => {
  const reading = { as: 'resident', request: `GET /me${path}`, expect: 200 } as const;
  const mine = await take({ ...reading, says: 'the resident reads on' });
  see('that it has ended', mine.body['endedAt'] !== undefined, mine.body);
  see('and nothing of the note, which is for staff', !JSON.stringify(mine.body).includes(note), mine.body);
  const messages = await readMessages('resident', path, 'and what was written');
  see('all that they were shown before', messages.length === 2, messages);
  const looking = { as: 'practitioner', request: `GET ${path}`, expect: 200 } as const;
  const theirs = await take({ ...looking, says: 'the practitioner looks back' });
  see('the note is there', JSON.stringify(theirs.body['ending']).includes(note), theirs.body);
};

/** Into maintenance, where the designer says what stays open, and to its end, after which it is only read (CARE-2). */
export const windUp = async (momentId: string, instanceId: string): Promise<void> => {
  chapter('The moment is wound up');
  const path: InstancePath = `/instances/${instanceId}`;
  const writings = await writingsIn(momentId, instanceId);
  await rest(path, writings);
  await end(path, writings);
  await readOn(path);
};
