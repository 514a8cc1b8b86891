import { units } from '../../data/demo-data.ts';
import { openForm } from '../acts/answering.ts';
import { chapter, see, take } from '../client.ts';

interface Flag {
  readonly flagId: string;
  readonly resultId: string;
  readonly acknowledged?: object;
  readonly times: number;
}

const flagsOf = (body: Readonly<Record<string, unknown>>): readonly Flag[] =>
  body['flags'] as readonly Flag[];

const list = async (says: string, instanceId: string): Promise<Flag | undefined> => {
  const request = `GET /instances/${instanceId}/flags` as const;
  const { body } = await take({ says, as: 'practitioner', request, expect: 200 });
  return flagsOf(body)[0];
};

const standsFirst = async (instanceId: string): Promise<void> => {
  const { body } = await take({
    says: 'the practitioner opens their list',
    as: 'practitioner',
    request: `GET /units/${units.care}/instances/mine?limit=100`,
    expect: 200,
  });
  const rows = body['instances'] as { readonly instanceId: string; readonly priority: string }[];
  const at = rows.findIndex((row) => row.instanceId === instanceId);
  const before = rows.slice(0, at + 1);
  see(
    'the moment stands among the urgent ones, first of all',
    before.every((row) => row.priority === 'urgent'),
    rows,
  );
};

const worsen = async (momentId: string, instanceId: string): Promise<void> => {
  const { etag, given } = await openForm({ as: 'resident', momentId, instanceId });
  const { body } = await take({
    says: 'the resident answers again, and it is worse',
    as: 'resident',
    request: `POST /me/instances/${instanceId}/forms/phq-9/submissions`,
    headers: { 'if-match': etag },
    body: given({ 'phq-9': 'nearly-every-day' }),
    expect: 201,
  });
  const { links = [] } = (body['help'] ?? {}) as { readonly links?: readonly string[] };
  see('they are told at once where help is', links.join() === 'tel:112,tel:1177', body);
};

const isSeen = async (instanceId: string): Promise<Flag | undefined> => {
  const raised = await list('what the answers have raised', instanceId);
  see(
    'thoughts of death, which nobody has seen',
    raised?.flagId === 'self-harm' && !raised.acknowledged,
    raised,
  );
  await standsFirst(instanceId);
  await take({
    says: 'the moment cannot be ended before it is seen',
    as: 'practitioner',
    request: `POST /instances/${instanceId}/endings`,
    body: { reason: 'completed' },
    expect: 'urgent-flag-unseen',
  });
  await take({
    says: 'the practitioner says that they have seen it',
    as: 'practitioner',
    request: `POST /instances/${instanceId}/forms/phq-9/flags/self-harm/acknowledgements`,
    body: { resultId: raised?.resultId },
    expect: 201,
  });
  return raised;
};

const clearing = (instanceId: string, flag: Flag | undefined) => {
  const request = `POST /instances/${instanceId}/forms/phq-9/flags/self-harm/clearings` as const;
  const body = { resultId: flag?.resultId, note: 'Ringt och pratat. Tid på måndag.' };
  return { as: 'practitioner', request, body } as const;
};

const isCleared = async (instanceId: string, flag: Flag | undefined): Promise<void> => {
  const sent = clearing(instanceId, flag);
  const { body } = await take({ ...sent, says: 'rings, and clears it with a note', expect: 201 });
  await take({
    says: 'that was too soon: it is opened again',
    as: 'practitioner',
    request: `POST /instances/${instanceId}/cleared-flags/${String(body['clearingId'])}/reopenings`,
    expect: 201,
  });
  await take({ ...sent, says: 'and cleared when it is done', expect: 201 });
  const kept = await take({
    says: 'what was done is kept',
    as: 'practitioner',
    request: `GET /instances/${instanceId}/cleared-flags`,
    expect: 200,
  });
  see('both clearings, with their notes', flagsOf(kept.body).length === 2, kept.body);
};

/** An urgent flag is seen, raised again, cleared with a note, and opened again when that was too soon. */
export const heedFlag = async (momentId: string, instanceId: string): Promise<void> => {
  chapter('An answer is flagged as urgent');
  const raised = await isSeen(instanceId);
  await worsen(momentId, instanceId);
  await take({
    ...{ ...clearing(instanceId, raised), says: 'does not clear what they have not seen' },
    expect: 'flag-raised-again',
  });
  const again = await list('sees that it has been raised again', instanceId);
  see('twice, and unseen', again?.times === 2 && !again.acknowledged, again);
  await isCleared(instanceId, again);
};
