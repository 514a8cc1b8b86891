import { people, staff } from '../../data/demo-data.ts';
import { type InstancePath, messageFrom, pathOf, readMessages, type Side, send } from '../acts/messages.ts';
import { startOneMore } from '../acts/starting.ts';
import { chapter, see, take, takeSilently } from '../client.ts';

const open = async (as: Side, path: InstancePath, says: string) =>
  (await take({ says, as, request: `GET ${pathOf(as, path)}`, expect: 200 })).body;

/** The resident reads what staff wrote, and staff see that they did. Gives the message's id. */
const greet = async (path: InstancePath): Promise<string> => {
  const text = 'Välkommen! Jag läser dina svar varje vardag 🌙';
  const greeting = messageFrom('practitioner', path, text);
  const messageId = await send(greeting, 'the practitioner writes');
  const again = await send(greeting, 'sends it again when the answer was lost');
  see('and it is the same message', again === messageId, again);
  const waiting = await open('resident', path, 'the resident opens the moment');
  see('one message waits for them', waiting['unreadFromStaff'] === 1, waiting);
  const [shown, ...others] = await readMessages('resident', path, 'they read it');
  see('once, as it was written', shown?.text === text && others.length === 0, shown);
  see(
    'by name, and not by HSA-id',
    shown?.author !== undefined && shown.author !== staff.practitioner,
    shown,
  );
  const after = await open('resident', path, 'they open the moment again');
  see('nothing waits any more', !after['unreadFromStaff'], after);
  const [read] = await readMessages('practitioner', path, 'the practitioner looks');
  see('and sees when it was read, and by whom', read?.readAt !== undefined && read.readAs === 'self', read);
  return messageId;
};

/** Staff read what the resident wrote. Gives the message's id. */
const answer = async (path: InstancePath): Promise<string> => {
  const question = messageFrom('resident', path, 'Tack! Ska jag skriva varje kväll?');
  const messageId = await send(question, 'the resident answers');
  const waiting = await open('practitioner', path, 'the practitioner opens the moment');
  see(
    'one message waits, since when',
    waiting['unreadFromResident'] === 1 && 'oldestUnreadAt' in waiting,
    waiting,
  );
  await readMessages('practitioner', path, 'reads it');
  const [shown] = await readMessages('practitioner', path, 'whoever of the unit reads it after that');
  see('sees who was first', shown?.readBy === staff.practitioner, shown);
  return messageId;
};

const withdrawing = (path: InstancePath, messageId: string) =>
  ({
    as: 'practitioner',
    request: `POST ${path}/messages/${messageId}/withdrawals`,
    body: { reason: 'wrong-recipient' },
  }) as const;

const withdraw = async (path: InstancePath, read: string, own: string): Promise<void> => {
  const text = 'Hej Kerstin! Din tid är flyttad till onsdag.';
  const unread = await send(messageFrom('practitioner', path, text), 'a message goes to the wrong person');
  const taking = withdrawing(path, unread);
  await take({ ...taking, says: 'it is withdrawn before they have read it', expect: 201 });
  await take({ ...withdrawing(path, read), says: 'and the one they have read is too', expect: 201 });
  await take({ ...taking, says: 'what is withdrawn is not withdrawn again', expect: 'illegal-state' });
  const theirs = { ...withdrawing(path, own), says: 'nor do staff withdraw what the resident wrote' };
  await take({ ...theirs, expect: 'not-found' });
  const shown = await readMessages('resident', path, 'the resident reads');
  see('the one unread never was', shown.map(({ messageId }) => messageId).join() === `${own},${read}`, shown);
  const told = shown.at(-1);
  see('the other is withdrawn, without its text', !told?.text && told?.withdrawnAt !== undefined, told);
  const kept = await readMessages('practitioner', path, 'the practitioner reads');
  const withdrawn = kept.filter((one) => one.withdrawn && one.text);
  see('both are kept, for staff alone', withdrawn.length === 2, kept);
};

/** Each comment begins so: to be looked for where it must not be. */
const internal = 'Internt';
const remark = `${internal}: prata om sömnen på ronden.`;
const agreement = `${internal}: ja, på måndag.`;

const comment = async (path: InstancePath): Promise<void> => {
  const writing = { as: 'practitioner', request: `POST ${path}/comments` } as const;
  const reply = {
    ...writing,
    as: 'protectedPractitioner',
    body: { text: agreement },
  } as const;
  await take({
    ...writing,
    says: 'the practitioner comments to colleagues',
    body: { text: remark },
    expect: 201,
  });
  const outside = 'a colleague without a part in the moment does not';
  await take({ ...reply, says: outside, expect: 'participation-missing' });
  await take({
    says: 'the colleague is added as a stand-in',
    as: 'practitioner',
    request: `POST ${path}/participants`,
    body: { staff: staff.protectedPractitioner, as: 'stand-in' },
    expect: 201,
  });
  await take({ ...reply, says: 'and replies', expect: 201 });
  const reading = { as: 'practitioner', request: `GET ${path}/comments` } as const;
  const { body } = await take({ ...reading, says: 'the practitioner reads both', expect: 200 });
  const [newest, oldest] = body['comments'] as { author: string; text: string }[];
  see('newest first', newest?.author === staff.protectedPractitioner && oldest?.text === remark, body);
  const asked = 'the resident does not reach them';
  await take({ ...reading, as: 'resident', says: asked, expect: 'wrong-kind-of-caller' });
};

const lookForComments = async (path: InstancePath, momentId: string): Promise<void> => {
  const mine = `/me${path}` as const;
  const { momentVersion } = await open('resident', path, 'and looks through all that is theirs');
  const inVersion = `momentId=${momentId}&momentVersion=${momentVersion}`;
  const others = ['', '/messages', '/contacts', `/modules/start?${inVersion}`, `/forms/phq-9?${inVersion}`];
  for (const request of ['/me/instances' as const, ...others.map((rest) => `${mine}${rest}` as const)]) {
    const looking = { says: 'the resident looks', as: 'resident', request: `GET ${request}` } as const;
    const { body } = await takeSilently({ ...looking, expect: 200 });
    const what = request.replace(mine, '…').replace(inVersion, '…');
    see(`no comment in ${what}`, !JSON.stringify(body).includes(internal), body);
  }
};

/** Both sides write, and see what has been read; what went wrong is withdrawn; colleagues comment (CARE-10). Gives the instance's id. */
export const converse = async (momentId: string): Promise<string> => {
  chapter('Resident and staff write to each other');
  const instanceId = await startOneMore(people.resident, momentId);
  const path: InstancePath = `/instances/${instanceId}`;
  const greeting = await greet(path);
  await withdraw(path, greeting, await answer(path));
  await comment(path);
  await lookForComments(path, momentId);
  return instanceId;
};
