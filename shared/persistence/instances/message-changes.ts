import type { Instance, InstanceState } from '../../domain/care/instance.ts';
import type { Message } from '../../domain/care/message.ts';
import { amend, amendUnread, type Change, create, demandUnread } from '../engine/change.ts';
import type { Stored } from '../engine/entity.ts';
import { instanceEntities } from './entities.ts';
import { lowering, raising } from './standing-changes.ts';

/** Sent, and counted on the head as not yet read by the other side. */
export const sentMessage = (instance: Instance, sent: Message, state: readonly InstanceState[]): Change[] => {
  const now = sent.sentAt;
  return [
    create(instanceEntities.message, sent),
    sent.from === 'staff'
      ? amend(instanceEntities.instance, instance, { added: { unreadFromStaff: 1 }, state })
      : raising(instance, {
          at: now,
          set: { lastResidentActivityAt: now },
          setOnce: { openedAt: now },
          added: { unreadFromResident: 1 },
          state,
        }),
  ];
};

const markRead = (one: Message, mark: Partial<Message>, version?: number): Change =>
  amendUnread(instanceEntities.message, instanceEntities.message.key(one), {
    set: mark,
    without: { attribute: 'readAt', otherwise: 'version-mismatch' },
    ...(version === undefined ? {} : { version }),
  });

/** What has been loaded to be shown has not been withdrawn since: `unavailable`, for the next try reads it as it is then. */
export const stillSent = (loaded: readonly Message[]): Change[] =>
  loaded.map((one) =>
    demandUnread(instanceEntities.message, instanceEntities.message.key(one), {
      without: { attribute: 'withdrawn', otherwise: 'unavailable' },
      otherwise: 'unavailable',
    }),
  );

interface Reading {
  readonly at: string;
  /** Those read for the first time. */
  readonly read: readonly Message[];
}

/**
 * What the unit has read of the resident’s is read, whoever of them it was. Under the version of the head that was read with the
 * messages: whatever is sent meanwhile waits for the next reading, and no count drifts.
 */
export const readByUnit = (
  head: Stored<Instance>,
  { at, read, by }: Reading & { readonly by: string },
): Change[] => {
  const isAll = head.value.unreadFromResident === read.length;
  const counted = {
    ...{ added: { unreadFromResident: -read.length }, cleared: isAll ? (['oldestUnreadAt'] as const) : [] },
    state: [head.value.state],
  };
  return [
    // What has ended keeps its place in the lists.
    head.value.state === 'ended'
      ? amend(instanceEntities.instance, head.value, { ...counted, version: head.version })
      : lowering(head, counted),
    ...read.map((one) => markRead(one, { readAt: at, readBy: by })),
  ];
};

interface ReadingByResident {
  readonly at: string;
  readonly read: readonly Stored<Message>[];
  readonly as: 'self' | 'guardian' | 'proxy';
}

/**
 * The same of what the resident reads, or who acts for them; their first look at the moment too, where it is that. It stands on the
 * messages as they were read, whatever becomes of the head: what was shown is never taken back as if nobody had seen it.
 */
export const readByResident = (head: Instance, { at, read, as }: ReadingByResident): Change[] => [
  amend(instanceEntities.instance, head, {
    setOnce: head.state === 'ended' ? {} : { openedAt: at },
    added: { unreadFromStaff: -read.length },
    state: [head.state],
  }),
  ...read.map(({ value, version }) => markRead(value, { readAt: at, readAs: as }, version)),
];
