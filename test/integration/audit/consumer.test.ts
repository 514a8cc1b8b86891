import { beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../../shared/audit/activity.ts';
import { entryOf } from '../../../shared/audit/entry.ts';
import { openAuditLog } from '../../../shared/persistence/audit-log/append-audit-entry.ts';
import { appendActivity } from '../../../shared/persistence/engine/append-activity.ts';
import { consumerOf, openLogStream } from '../../support/log-stream.ts';
import { provider, units } from '../../support/people.ts';
import { World } from '../../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.create();
});

const anActivity = (overrides: Partial<Activity> = {}): Activity => ({
  eventId: world.runtime.newId(),
  at: new Date().toISOString(),
  activity: 'instance-opened',
  outcome: 'performed',
  operationId: 'openInstance',
  correlationId: 'e5b2b0c0-0000-4000-8000-000000000000',
  actor: { kind: 'staff', hsaId: 'TST5565594230-PRA1', provider, role: 'practitioner' },
  provider,
  unit: units.care,
  patient: world.personOf('199005082392'),
  resource: { instanceId: 'i-1' },
  ...overrides,
});

const logged = async () => (await world.all('auditLog')).map(({ eventId }) => eventId);
const contextOf = () => ({ awsRequestId: 'test' }) as Parameters<ReturnType<typeof consumerOf>>[1];

describe('LOG-16 the log’s consumer', () => {
  it('writes an entry once however often the stream is read', async () => {
    const done = anActivity();
    await appendActivity(world.database, done);
    for (const seed of [1, 2, 3]) await (await openLogStream(world, { seed, duplicate: 1 })).drain();
    expect((await logged()).filter((eventId) => eventId === done.eventId)).toHaveLength(1);
  });

  it('keeps the first of two entries with one id, and raises the alarm line', async () => {
    const done = anActivity();
    const log = openAuditLog(world.database.tables.auditLog, world.database.client);
    expect(await log.append(entryOf(done))).toBe('appended');
    expect(await log.append(entryOf(done))).toBe('already-there');
    await appendActivity(world.database, { ...done, activity: 'form-read' });
    await (await openLogStream(world)).drain();
    expect((await world.all('auditLog')).find(({ eventId }) => eventId === done.eventId)).toMatchObject({
      activity: 'instance-opened',
    });
    expect(world.logLines).toContainEqual({
      event: 'audit-entry-differs',
      fields: { eventId: done.eventId },
    });
  });

  it('leaves residents’ own acts out but takes their denied attempts (LOG-21)', async () => {
    const resident = { kind: 'resident', person: world.personOf('199005082392') } as const;
    const own = anActivity({ actor: resident, activity: 'form-submitted' });
    const denied = anActivity({ actor: resident, outcome: 'denied', problem: 'role-missing' });
    await appendActivity(world.database, own);
    await appendActivity(world.database, denied);
    await (await openLogStream(world)).drain();
    expect(await logged()).toContain(denied.eventId);
    expect(await logged()).not.toContain(own.eventId);
  });

  it('names exactly the records that failed, by sequence number', async () => {
    const image = (value: object) => ({ NewImage: value, SequenceNumber: '17' });
    const event = { Records: [{ eventID: 'x', dynamodb: image({ type: { S: 'Activity' } }) }] };
    const answer = await consumerOf(world)(event as never, contextOf());
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '17' }] });
  });

  it('reports nothing failed when all went well', async () => {
    expect(await consumerOf(world)({ Records: [] }, contextOf())).toEqual({ batchItemFailures: [] });
  });
});
