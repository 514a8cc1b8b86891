import { setTimeout as wait } from 'node:timers/promises';
import { nationalManagement, people, region } from '../../data/demo-data.ts';
import { chapter, see, take } from '../client.ts';

interface Entry {
  readonly at: string;
  readonly activity: string;
  readonly outcome: string;
  readonly requirement?: string;
  readonly problem?: string;
  readonly unit?: string;
  readonly actor: { readonly kind: string; readonly hsaId?: string };
  readonly patient?: { readonly personnummer: string };
  readonly resource?: Readonly<Record<string, string>>;
}

/** Milliseconds the stream is given to carry an activity to the log; it usually takes a quarter of a second. */
const patience = 10_000;

const providers = { auditor: region, nationalAuditor: nationalManagement } as const;
type Auditor = keyof typeof providers;

const search = async (who: Auditor, filter: object): Promise<Entry[]> => {
  const { body } = await take({
    says: `the ${who} searches the log`,
    as: who,
    request: `POST /providers/${providers[who]}/audit-entries/search`,
    body: { limit: 200, ...filter },
    expect: 200,
  });
  return body['entries'] as Entry[];
};

/** Searches until what must be there is, for the log follows a moment after the act. */
const searchFor = async (
  who: Auditor,
  filter: object,
  isThere: (entries: Entry[]) => boolean,
): Promise<Entry[]> => {
  const until = Date.now() + patience;
  let entries = await search(who, filter);
  while (!isThere(entries) && Date.now() < until) {
    await wait(250);
    entries = await search(who, filter);
  }
  return entries;
};

const show = ({ at, activity, unit, actor, patient, outcome, problem }: Entry): void =>
  console.log(
    `      ${at}  ${actor.hsaId ?? 'a resident'}  ${activity}  ${unit ?? '–'}  ${patient?.personnummer ?? '–'}  ${problem ?? outcome}`,
  );

const expected = ['LOG-1', 'LOG-3', 'LOG-4', 'LOG-6'];

const ofInstance = (instanceId: string, entries: readonly Entry[]): Entry[] =>
  entries.filter(({ resource }) => resource?.['instanceId'] === instanceId);

/** What the log says of this instance. */
export const readLog = async (instanceId: string): Promise<void> => {
  chapter('An auditor reads the log');
  const listed = (entries: Entry[]) =>
    ofInstance(instanceId, entries).flatMap(({ requirement, outcome }) =>
      requirement && outcome === 'performed' ? [requirement] : [],
    );
  const isThere = (entries: Entry[]) => expected.every((id) => listed(entries).includes(id));
  const entries = await searchFor('auditor', { patient: people.resident }, isThere);
  ofInstance(instanceId, entries).forEach(show);
  see(
    'LOG-1, LOG-3, LOG-4 and LOG-6 are present once each',
    listed(entries).toSorted().join() === expected.join(),
    listed(entries),
  );
  see(
    'nothing of what the resident did themselves',
    ofInstance(instanceId, entries).every(({ actor }) => actor.kind === 'staff'),
    ofInstance(instanceId, entries),
  );
};

/** What Inera asks to be logged, so far as staff have done it in the moment that is told of. */
const inMoment = {
  'LOG-1': 'instance-opened',
  'LOG-2': 'message-read',
  'LOG-3': 'message-sent',
  'LOG-4': 'form-read',
  'LOG-5': 'form-page-created',
  'LOG-6': 'results-viewed',
  'LOG-8': 'contacts-viewed',
  'LOG-9': 'timeline-read',
} as const;
/** Logged beyond that. */
const beside = [
  'comment-read',
  'comment-written',
  'message-withdrawn',
  'maintenance-entered',
  'instance-ended',
];

/** What staff have done in one moment, from its start to its end; `from` is an instant before that. */
export const readWholeLog = async (instanceId: string, from: string): Promise<void> => {
  chapter('The auditor finds all of it');
  const done = (entries: Entry[]) =>
    ofInstance(instanceId, entries).filter(({ outcome }) => outcome === 'performed');
  const missing = (entries: Entry[]) => [
    ...Object.entries(inMoment)
      .filter(([id, code]) => !done(entries).some((one) => one.requirement === id && one.activity === code))
      .map(([id]) => id),
    ...beside.filter((code) => !done(entries).some(({ activity }) => activity === code)),
  ];
  const isThere = (entries: Entry[]) => missing(entries).length === 0;
  const entries = await searchFor('auditor', { patient: people.resident, from }, isThere);
  done(entries).forEach(show);
  see(`each of ${[...Object.keys(inMoment), ...beside].join(', ')}`, isThere(entries), missing(entries));
};

const deniedAt = {
  auditor: [
    'assurance-too-low',
    'commission-expired',
    'participation-missing',
    'role-missing',
    'self-role-change',
    'siths-required',
    'sms-otp-refused',
  ],
  // A resident has no provider: an attempt of theirs on a staff route is national management's to see.
  nationalAuditor: ['guardian-age-limit', 'representation-missing', 'wrong-kind-of-caller'],
} as const;

/** The denials of the chapters before, in the log of the provider whose staff tried. */
export const readDenials = async (since: string): Promise<void> => {
  chapter('The denied attempts are in the log too');
  const deniedIn = (entries: Entry[]) => entries.flatMap(({ problem }) => (problem ? [problem] : []));
  for (const who of ['auditor', 'nationalAuditor'] as const) {
    const wanted = deniedAt[who];
    const isThere = (entries: Entry[]) => wanted.every((code) => deniedIn(entries).includes(code));
    const entries = await searchFor(who, { from: since }, isThere);
    entries.filter(({ outcome }) => outcome === 'denied').forEach(show);
    see(`each of ${wanted.join(', ')}`, isThere(entries), deniedIn(entries));
  }
};
