import { randomUUID } from 'node:crypto';
import { calendarSample } from '../../../../shared/domain/form/form-samples.ts';
import { daysAfter, swedishDate } from '../../../../shared/domain/swedish-date.ts';
import { people, region, staff, units } from '../../data/demo-data.ts';
import { draftOf, type MomentPath, publish, testAndExport } from '../acts/editing.ts';
import { type Answer, chapter, see, take, takeSilently } from '../client.ts';
import { sleepProgramme } from '../facts/sleep-programme.ts';

const { formId } = calendarSample;
const today = swedishDate(new Date().toISOString());

/** A programme with a diary, all the way to the unit. Gives its id. */
const makeProgramme = async (): Promise<string> => {
  const created = await takeSilently({
    says: 'a programme with a sleep diary is created',
    as: 'designer',
    request: `POST /units/${units.publisher}/moments`,
    body: { title: sleepProgramme.title, kind: sleepProgramme.kind },
    expect: 201,
  });
  const momentId = String(created.body['momentId']);
  const path: MomentPath = `/moments/${momentId}`;
  await take({
    says: 'the designer saves a programme with a sleep diary, a calendar form',
    as: 'designer',
    request: `PUT ${path}/draft`,
    headers: { 'if-match': (await draftOf(path)).etag },
    body: { content: sleepProgramme },
    expect: 200,
  });
  await testAndExport(path);
  await publish(path, { offeredTo: [region] }, { says: 'the publisher publishes it', expect: 201 });
  await take({
    says: 'it is activated on the unit',
    as: 'careProviderAdmin',
    request: `POST /units/${units.care}/activations`,
    body: { momentId, momentVersion: '1.0' },
    expect: 201,
  });
  return momentId;
};

const startProgramme = async (momentId: string): Promise<string> => {
  await take({
    says: 'the resident is approved, if they are not',
    as: 'residentAdmin',
    request: `POST /units/${units.care}/approvals`,
    body: { personnummer: people.resident, scope: 'support-and-treatment' },
    expect: 201,
  });
  const started = await take({
    says: 'the practitioner starts it on the resident',
    as: 'practitioner',
    request: `POST /units/${units.care}/instances`,
    body: { personnummer: people.resident, momentId, major: 1, practitioner: staff.practitioner },
    headers: { 'idempotency-key': `diary-${momentId}` },
    expect: 201,
  });
  return String(started.body['instanceId']);
};

interface Diary {
  readonly instanceId: string;
  readonly version: { readonly momentId: string; readonly momentVersion: '1.0' };
  readonly formVersion: unknown;
}

interface Screen {
  readonly session: string;
  readonly base: number;
}

type Saying = { readonly says: string; readonly page?: string; readonly expect?: number | string };

const save = (
  { instanceId, version, formVersion }: Diary,
  screen: Screen,
  changes: object,
  { says, page = today, expect = 200 }: Saying,
): Promise<Answer> =>
  take({
    ...{ says, as: 'resident', expect },
    request: `PATCH /me/instances/${instanceId}/forms/${formId}/draft?page=${page}`,
    body: { ...version, formVersion, ...screen, changes },
  });

const submit = (
  { instanceId, version, formVersion }: Diary,
  etag: string,
  { says, page = today, expect = 201 }: Saying,
): Promise<Answer> =>
  take({
    ...{ says, as: 'resident', expect },
    request: `POST /me/instances/${instanceId}/forms/${formId}/submissions?page=${page}`,
    headers: { 'if-match': etag },
    body: { ...version, formVersion },
  });

const conflictsIn = ({ body }: Answer) => body['conflicts'] as { theirs: unknown; yours: unknown }[];

const keepDiary = async (diary: Diary): Promise<void> => {
  const yesterday = { page: daysAfter(today, -1) };
  const screen = { session: randomUUID(), base: 0 };
  const night = { bedtime: '23:15', 'hours-slept': 6 };
  const saved = await save(diary, screen, night, { ...yesterday, says: 'the resident writes up last night' });
  await submit(diary, saved.etag, { ...yesterday, says: 'and sends it in' });
  await save(diary, screen, night, {
    // The night after next: told over midnight, tomorrow would have come.
    ...{ says: 'a night that has not come cannot be written', page: daysAfter(today, 2) },
    expect: 'validation-failed',
  });
  await save(diary, screen, night, { says: 'nor a page by number', page: '1', expect: 'page-unfit' });
};

/** Two screens with the same page on them, neither of which has seen the other. */
const meetInConflict = async (diary: Diary): Promise<void> => {
  const telephone = { session: randomUUID(), base: 0 };
  const computer = { session: randomUUID(), base: 0 };
  await save(diary, telephone, { bedtime: '22:30' }, { says: 'on the telephone: to bed at half past ten' });
  const later = { bedtime: '22:45' };
  const again = await save(diary, telephone, later, {
    says: 'a quarter later; it is no conflict with itself',
  });
  see('nothing to choose between', conflictsIn(again).length === 0, again.body);
  const changes = { bedtime: '23:00', 'hours-slept': 7 };
  const met = await save(diary, computer, changes, { says: 'on the computer: at eleven, seven hours' });
  const [conflict] = conflictsIn(met);
  see('both bedtimes are kept', conflict?.theirs === '22:45' && conflict.yours === '23:00', met.body);
  const waiting = { says: 'it is not sent in before one is chosen', expect: 'answers-in-conflict' };
  await submit(diary, met.etag, waiting);
  const seen = { ...computer, base: Number(met.body['version']) };
  const chosen = await save(
    diary,
    seen,
    { bedtime: '22:45' },
    { says: 'the resident chooses the telephone’s' },
  );
  see('and nothing is left to choose', conflictsIn(chosen).length === 0, chosen.body);
  await submit(diary, chosen.etag, { says: 'sends it in' });
  const late = { says: 'the telephone, late, overwrites nothing', expect: 'already-submitted' };
  const refused = await save(diary, telephone, { 'hours-slept': 5 }, late);
  see('and has what was typed back', conflictsIn(refused)[0]?.yours === 5, refused.body);
};

const followDiary = async ({ instanceId, version }: Diary): Promise<void> => {
  const path = `/instances/${instanceId}/forms/${formId}` as const;
  const days = [daysAfter(today, 1), daysAfter(today, 2)];
  await take({
    says: 'the practitioner makes empty pages for the two nights to come',
    as: 'practitioner',
    request: `POST ${path}/pages`,
    body: { ...version, days },
    expect: 201,
  });
  const looking = { as: 'practitioner', expect: 200 } as const;
  const listed = await take({ ...looking, says: 'lists the pages', request: `GET ${path}/pages` });
  see('four of them', (listed.body['pages'] as unknown[]).length === 4, listed.body);
  const read = await take({ ...looking, says: 'reads tonight’s', request: `GET ${path}?page=${today}` });
  see('as it was chosen', (read.body['answers'] as { bedtime?: string }).bedtime === '22:45', read.body);
};

/** A calendar form kept from day to day, at two screens that meet in conflict (CARE-6, CARE-7). Gives the moment's id. */
export const keepCalendar = async (): Promise<string> => {
  chapter('A diary is kept, on a telephone and a computer');
  const momentId = await makeProgramme();
  const instanceId = await startProgramme(momentId);
  const version = { momentId, momentVersion: '1.0' as const };
  const { body } = await takeSilently({
    says: 'opens the diary',
    as: 'resident',
    request: `GET /me/instances/${instanceId}/forms/${formId}?momentId=${momentId}&momentVersion=1.0`,
    expect: 200,
  });
  const diary = { instanceId, version, formVersion: body['formVersion'] };
  await keepDiary(diary);
  await meetInConflict(diary);
  await followDiary(diary);
  return momentId;
};
