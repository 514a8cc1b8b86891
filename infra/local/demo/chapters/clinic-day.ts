import { people, staff, units } from '../../data/demo-data.ts';
import { openForm } from '../acts/answering.ts';
import { seeAllUrgent } from '../acts/seeing-flags.ts';
import { type Answer, chapter, see, take } from '../client.ts';

const unit = `/units/${units.care}` as const;
const scope = 'support-and-treatment';

interface ShownResident {
  readonly id: string;
  readonly name?: string;
  readonly label?: string;
}
const residentIn = ({ body }: Answer) => body['resident'] as ShownResident;

interface Start {
  readonly says: string;
  readonly momentId: string;
  readonly residentId: string;
  readonly expect: number | string;
  readonly confirmed?: true;
  readonly practitioner?: string;
}

const start = ({ says, expect, ...body }: Start): Promise<Answer> =>
  take({
    ...{ says, expect, as: 'practitioner', request: `POST ${unit}/instances` },
    body: { practitioner: staff.practitioner, ...body, major: 1 },
  });

const undo = (says: string, instanceId: unknown, expect: number | string) =>
  take({
    ...{ says, expect, as: 'practitioner', request: `POST /instances/${instanceId}/start-undoings` },
    body: { reason: 'wrong-person' },
  });

const lookUp = (says: string, personnummer: string) =>
  take({
    ...{ says, as: 'residentAdmin', request: `POST ${unit}/residents/search`, expect: 200 },
    body: { personnummer },
  });

const approve = (says: string, body: object, expect: number | string = 201) =>
  take({ says, as: 'residentAdmin', request: `POST ${unit}/approvals`, body: { scope, ...body }, expect });

/** The guardian is approved as anybody, and started on by mistake. */
const startOnTheWrongPerson = async (momentId: string): Promise<void> => {
  const found = await lookUp(
    'the resident administrator looks up a number before anything is done',
    people.guardian,
  );
  see('and is shown who it is', residentIn(found).name !== undefined, found.body);
  const { id: residentId } = residentIn(
    await approve('approves them, and is shown it again', { personnummer: people.guardian }),
  );
  const says = 'the practitioner starts the moment, on the wrong person';
  const wrong = await start({ says, momentId, residentId, confirmed: true, expect: 201 });
  see('and sees by the name that it is', residentIn(wrong).name === residentIn(found).name, wrong.body);
  await undo('takes it back: nothing has been read', wrong.body['instanceId'], 201);
  await take({
    says: 'the one it was started on finds nothing',
    as: 'guardian',
    request: `GET /me/instances/${wrong.body['instanceId']}`,
    expect: 'not-found',
  });
};

const startTwice = async (momentId: string): Promise<void> => {
  const { id: residentId } = residentIn(await lookUp('the right one is looked up', people.resident));
  const again = { momentId, residentId };
  await start({
    ...again,
    says: 'the same moment runs for them: it is asked about',
    expect: 'moment-runs-already',
  });
  const says = 'one more is meant, and is started';
  const { body } = await start({ ...again, says, confirmed: true, expect: 201 });
  const { instanceId } = body;
  await take({
    says: 'the resident opens it',
    as: 'resident',
    request: `GET /me/instances/${instanceId}`,
    expect: 200,
  });
  await undo('from then on it is not undone', instanceId, 'resident-has-opened');
};

/** A label of the unit's own tells those apart whose names are hidden (ID-9). */
const labelProtectedResident = async (): Promise<void> => {
  const personnummer = people.protectedResident;
  await approve(
    'a label that has the name in it is refused',
    { personnummer, label: 'Selma' },
    'label-names-resident',
  );
  const approved = await approve('“Blå mappen” says nothing of who it is', {
    personnummer,
    label: 'Blå mappen',
  });
  const listed = await take({
    says: 'the list has the label and the id, and no name',
    as: 'residentAdmin',
    request: `GET ${unit}/approvals`,
    expect: 200,
  });
  const { id: residentId } = residentIn(approved);
  const shown = JSON.stringify({ resident: { protected: true, id: residentId, label: 'Blå mappen' } });
  see('by which the staff know them', JSON.stringify(listed.body).includes(shown.slice(1, -1)), listed.body);
  await take({
    says: 'the approval is withdrawn by that id: what becomes of their moment?',
    as: 'residentAdmin',
    request: `POST ${unit}/approval-withdrawals`,
    body: { residentId },
    expect: 'moments-running',
  });
};

/** The guardian begins, and the child will see that they did (ID-8). */
const beginForChild = async (momentId: string): Promise<void> => {
  const { id: residentId } = residentIn(await lookUp('the child is looked up', people.child));
  const says = 'and started once more';
  const { body } = await start({ says, momentId, residentId, confirmed: true, expect: 201 });
  const instanceId = String(body['instanceId']);
  const headers = { 'acting-for': people.child };
  const { changed } = await openForm({ as: 'guardian', momentId, instanceId, headers });
  await take({
    says: 'the guardian begins the form',
    as: 'guardian',
    request: `PATCH /me/instances/${instanceId}/forms/phq-9/draft`,
    headers,
    body: changed({}),
    expect: 200,
  });
  const opened = await take({
    says: 'what they began is marked as theirs, as the child will see it at thirteen',
    as: 'guardian',
    request: `GET /me/instances/${instanceId}`,
    headers,
    expect: 200,
  });
  const [form] = opened.body['forms'] as { draftBy?: string }[];
  see('by the guardian', form?.draftBy === 'guardian', form);
};

const role = (says: string, verb: 'roles' | 'role-withdrawals', of: string) =>
  take({
    ...{ says, as: 'authorizationAdmin', request: `POST ${unit}/${verb}`, expect: 201 },
    ...{ body: { staff: of, role: 'practitioner' }, orDone: 'already-exists' },
  });

const changePractitioners = async (momentId: string): Promise<void> => {
  const { id: residentId } = residentIn(await lookUp('the resident is looked up', people.resident));
  await role(
    'the designer is made a practitioner, without a commission on the unit',
    'roles',
    staff.designer,
  );
  const named = { momentId, residentId, practitioner: staff.designer, confirmed: true } as const;
  const says = 'and cannot be named at a start: they could not open it';
  await start({ ...named, says, expect: 'practitioner-without-commission' });
  const none = await role('the role is withdrawn again', 'role-withdrawals', staff.designer);
  see('and leaves no moment behind', none.body['runningMoments'] === 0, none.body);
  const left = await role('the practitioner’s own role is withdrawn', 'role-withdrawals', staff.practitioner);
  see('which says how many moments it leaves', Number(left.body['runningMoments']) > 0, left.body);
  await role('it is given back', 'roles', staff.practitioner);
};

const { resident, child, protectedResident, guardian } = people;
const approvedHere = [resident, child, protectedResident, guardian].map(
  (personnummer) => ['residentAdmin', units.care, personnummer] as const,
);
const approvedThere = ['privatePractitioner', units.privateCare, resident] as const;

/** The day ends as it began: nobody whom the demo approved has anything running, so that it can be told again and again. */
const withdrawAll = async (): Promise<void> => {
  await seeAllUrgent('practitioner', units.care);
  await seeAllUrgent('privatePractitioner', units.privateCare);
  for (const [as, place, personnummer] of [...approvedHere, approvedThere])
    await take({
      says: 'an approval is withdrawn, and what runs is closed',
      as,
      request: `POST /units/${place}/approval-withdrawals`,
      body: { personnummer, running: { becomes: 'closed' } },
      expect: 201,
    });
};

/** What a clinic meets in a day: who is who, and what was not meant (CARE-1, ID-3, ID-8, ID-9). */
export const spendDayAtClinic = async (momentId: string): Promise<void> => {
  chapter('A day at the clinic');
  await startOnTheWrongPerson(momentId);
  await startTwice(momentId);
  await labelProtectedResident();
  await beginForChild(momentId);
  await changePractitioners(momentId);
  await withdrawAll();
  const { body } = await take({
    says: 'the resident looks once more',
    as: 'resident',
    request: 'GET /me/instances?limit=1',
    expect: 200,
  });
  see('and finds nothing of it open', !JSON.stringify(body).includes(momentId), body);
};
