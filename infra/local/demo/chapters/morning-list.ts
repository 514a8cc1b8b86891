import { people, staff, units } from '../../data/demo-data.ts';
import { chapter, see, take } from '../client.ts';

const unit = `/units/${units.care}` as const;

interface Row {
  readonly instanceId: string;
  readonly priority: string;
  readonly attended?: boolean;
  readonly categories: readonly { readonly categoryId: string; readonly name: string }[];
}

const rowsOf = (body: Readonly<Record<string, unknown>>): readonly Row[] =>
  body['instances'] as readonly Row[];

/** The unit’s list, as its administrator asks for it. */
const list = async (says: string, query: string): Promise<readonly Row[]> =>
  rowsOf(
    (await take({ says, as: 'residentAdmin', request: `GET ${unit}/instances?${query}`, expect: 200 })).body,
  );

const readFirst = async (instanceId: string): Promise<void> => {
  await take({
    says: 'the resident has written during the night',
    as: 'resident',
    request: `POST /me/instances/${instanceId}/messages`,
    body: { text: 'Jag sov inte så bra i natt.' },
    expect: 201,
  });
  const own = { as: 'practitioner', request: `GET ${unit}/instances/mine?limit=100`, expect: 200 } as const;
  const { body } = await take({ ...own, says: 'the practitioner opens the list of the morning' });
  const rows = rowsOf(body);
  const pressing = rows.findIndex((row) => row.instanceId === instanceId);
  const first = rows.slice(0, pressing + 1).every(({ priority }) => ['urgent', 'unread'].includes(priority));
  see('what is unread comes first', pressing >= 0 && first, rows);
  await take({
    says: 'and reads it',
    as: 'practitioner',
    request: `GET /instances/${instanceId}/messages`,
    expect: 200,
  });
};

const categorise = async (instanceId: string): Promise<void> => {
  const categories = { as: 'residentAdmin', expect: 200 } as const;
  const before = await take({
    ...categories,
    says: 'the unit has words of its own',
    request: `GET ${unit}/categories`,
  });
  const had = before.body['categories'] as Row['categories'];
  const name = 'Väntar på samtal';
  const after = await take({
    ...categories,
    says: 'and makes one',
    request: `PUT ${unit}/categories`,
    body: { categories: [...had.filter((one) => one.name !== name), { name }] },
    headers: { 'if-match': before.etag },
  });
  const made = (after.body['categories'] as Row['categories']).find((one) => one.name === name);
  await take({
    says: 'the practitioner puts the moment in it',
    as: 'practitioner',
    request: `PUT /instances/${instanceId}/categories`,
    body: { categories: [made?.categoryId] },
    expect: 200,
  });
  const found = await list('all in it are listed', `categoryId=${made?.categoryId}&limit=100`);
  see(
    'the moment alone is',
    found.every((row) => row.instanceId === instanceId),
    found,
  );
};

const asked = { body: { staff: staff.protectedPractitioner, role: 'practitioner' }, expect: 201 } as const;

const findLeftBehind = async (momentId: string): Promise<void> => {
  const started = await take({
    says: 'a colleague has a moment too',
    as: 'residentAdmin',
    request: `POST ${unit}/instances`,
    body: {
      ...{ personnummer: people.resident, momentId, major: 1, confirmed: true },
      practitioner: staff.protectedPractitioner,
    },
    expect: 201,
  });
  const instanceId = String(started.body['instanceId']);
  await take({
    ...asked,
    says: 'and leaves the unit',
    as: 'authorizationAdmin',
    request: `POST ${unit}/role-withdrawals`,
  });
  try {
    const left = await list('what lies with nobody is seen by the unit', 'view=unattended&limit=100');
    const row = left.find((one) => one.instanceId === instanceId);
    see('the moment is among it, marked', row?.attended === false, left);
  } finally {
    const says = 'the colleague comes back';
    await take({ ...asked, says, as: 'authorizationAdmin', request: `POST ${unit}/roles` });
  }
  await take({
    says: 'and ends it',
    as: 'protectedPractitioner',
    request: `POST /instances/${instanceId}/endings`,
    body: { reason: 'completed' },
    expect: 201,
  });
};

/** What presses comes first, what lies with nobody is seen, and the unit has words of its own for its moments (CARE-14). */
export const readMorningList = async (momentId: string, instanceId: string): Promise<void> => {
  chapter('The list of the morning');
  await readFirst(instanceId);
  await categorise(instanceId);
  await findLeftBehind(momentId);
};
