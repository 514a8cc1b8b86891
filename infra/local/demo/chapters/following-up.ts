import { calendarSample } from '../../../../shared/domain/form/form-samples.ts';
import { daysAfter, swedishDate } from '../../../../shared/domain/swedish-date.ts';
import { openForm } from '../acts/answering.ts';
import { chapter, type Step, see, take } from '../client.ts';
import { moodAnswers } from '../facts/content.ts';

const answer = async (momentId: string, instanceId: string): Promise<void> => {
  const { etag, given } = await openForm({ as: 'resident', momentId, instanceId });
  await take({
    says: 'the resident answers PHQ-9, and nothing of it presses',
    as: 'resident',
    request: `POST /me/instances/${instanceId}/forms/phq-9/submissions`,
    headers: { 'if-match': etag },
    body: given({ ...moodAnswers, 'phq-9': 'not-at-all' }),
    expect: 201,
  });
};

const look = (says: string, request: Step['request']) =>
  take({ says, as: 'practitioner', request, expect: 200 });

interface Happening {
  readonly what: string;
  readonly withdrawnAt?: string;
}

const readTimeline = async (path: `/instances/${string}`): Promise<void> => {
  const request = `GET ${path}/timeline` as const;
  const { body } = await look('reads what has happened', request);
  const happenings = body['happenings'] as readonly Happening[];
  const order = happenings.map(({ what }) => what);
  const expected = ['submitted', 'message', 'message', 'opened', 'message', 'started'];
  see('newest first, down to the start', order.join() === expected.join(), order);
  const withdrawn = happenings.filter(({ withdrawnAt }) => withdrawnAt !== undefined);
  see('two messages were withdrawn', withdrawn.length === 2, happenings);
  see('and no word of what was written', !happenings.some((one) => 'text' in one), happenings);
  const says = 'the resident is shown no timeline';
  await take({ says, as: 'resident', request, expect: 'wrong-kind-of-caller' });
};

/** What the practitioner reads of a moment in the course of it, down to what has happened (CARE-6, CARE-8, CARE-13). */
export const readAround = async (momentId: string, instanceId: string): Promise<void> => {
  chapter('The practitioner looks at what has happened');
  const path = `/instances/${instanceId}` as const;
  const forms = `${path}/forms` as const;
  await answer(momentId, instanceId);
  await take({
    says: 'the practitioner makes an empty page for a night to come',
    as: 'practitioner',
    request: `POST ${forms}/${calendarSample.formId}/pages`,
    body: { momentId, momentVersion: '1.0', days: [daysAfter(swedishDate(new Date().toISOString()), 1)] },
    expect: 201,
  });
  await look('reads what was answered', `GET ${forms}/phq-9`);
  await look('views the results', `GET ${path}/results`);
  await readTimeline(path);
};
