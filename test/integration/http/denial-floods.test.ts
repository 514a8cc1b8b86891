import { beforeAll, describe, expect, it } from 'vitest';
import { listAuditEntries } from '../../../functions/audit/list-audit-entries.ts';
import { createMoment } from '../../../functions/authoring/moments/create-moment.ts';
import { listMyInstances } from '../../../functions/care/instances/list-my-instances.ts';
import { openInstance } from '../../../functions/care/instances/open-instance.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { listApprovals } from '../../../functions/people/list-approvals.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { openLogStream } from '../../support/log-stream.ts';
import {
  given,
  hsaIdOf,
  login,
  loginResident,
  otherProvider,
  provider,
  residents,
  seedPeople,
  units,
} from '../../support/people.ts';
import { type Running, runningInstance } from '../../support/story.ts';
import { staffToken } from '../../support/tokens.ts';
import { nationalManagement, rows, World } from '../../support/world.ts';

let world: World;
let running: Running;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  running = await runningInstance(world);
});

const since = async (before: number) => (await world.activities()).slice(before);
const soFar = async () => (await world.activities()).length;
const madeUp = '01936a0e-0000-7000-8000-00000000dead';

/** Numbers of one caller that belong to nobody they may act for. */
const flood = async (times: number) => {
  const token = await loginResident('unapproved');
  const answers: unknown[] = [];
  for (let time = 0; time < times; time += 1) {
    const headers = { 'Acting-For': time % 2 === 0 ? residents.approved : residents.protected };
    const { status, body } = await world.call(listMyInstances, { token, headers });
    answers.push([status, body.code, body['detail']]);
  }
  return answers;
};

describe('LOG-21 a flood of attempts on others', () => {
  it('is answered alike to the end, names others twenty times an hour, and then counts', async () => {
    const before = await soFar();
    const answers = await flood(25);
    expect(answers).toHaveLength(25);
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    const entries = await since(before);
    expect(entries.map(({ outcome }) => outcome)).toEqual(Array(25).fill('denied'));
    const [named, counted] = [entries.slice(0, 20), entries.slice(20)];
    for (const entry of named) expect(entry.patient).toBeDefined();
    const others = [residents.approved, residents.protected];
    for (const entry of counted) for (const one of others) expect(JSON.stringify(entry)).not.toContain(one);
    expect(counted.map(({ attempts }) => attempts)).toEqual([21, 22, 23, 24, 25]);
    expect(counted[0]?.actor).toEqual({ kind: 'resident', person: world.personOf(residents.unapproved) });
  });

  it('tells an auditor who asks for somebody whether they were among those', async () => {
    await (await openLogStream(world)).drain();
    await world.have(entities.roleAssignment, {
      ...{ staff: hsaIdOf('auditor'), role: 'auditor', provider: nationalManagement, ...given },
    });
    const search = async (patient: string, at: string) =>
      world.call(listAuditEntries, {
        ...{ params: { providerId: at }, body: { patient } },
        token: await login('auditor'),
      });
    const counted = (await world.activities()).filter(({ attempts }) => attempts !== undefined);
    const home = String(counted[0]?.provider);
    const asked = [residents.approved, residents.protected, residents.guardian];
    const ids = await Promise.all(asked.map(async (one) => (await search(one, home)).body['target']));
    expect(counted.map(({ target }) => target)).toEqual([ids[0], ids[1], ids[0], ids[1], ids[0]]);
    expect(counted.map(({ target }) => target)).not.toContain(ids[2]);
    expect((await search(residents.approved, provider)).body['target']).not.toBe(ids[0]);
  });

  it('raises the alarm line, once for each entry', async () => {
    await (await openLogStream(world, { seed: 3, duplicate: 1 })).drain();
    expect(world.logLines.filter(({ event }) => event === 'denials-flooding')).toHaveLength(5);
  });

  it('has its entry before anything is answered, also where it could not be counted', async () => {
    let transactions = 0;
    let isStored = false;
    const lost = Promise.withResolvers<void>();
    const { status } = await world.call(
      listMyInstances,
      {
        token: await loginResident('unapproved'),
        headers: { 'Acting-For': residents.approved },
      },
      {
        before: async ({ command }) => {
          if (command === 'PutItemCommand') await lost.promise;
          if (command !== 'TransactWriteItemsCommand') return;
          transactions += 1;
          if (transactions === 1) return;
          lost.resolve();
          throw new Error('The count is lost');
        },
        after: ({ command }) => {
          isStored ||= command === 'PutItemCommand';
        },
      },
    );
    expect(status).toBe(500);
    expect(isStored).toBe(true);
  });

  it('begins anew with the hour, and is no other caller’s', async () => {
    const before = await soFar();
    world.now = () => new Date(Date.now() + 3_600_000);
    await flood(1);
    world.now = () => new Date();
    const headers = { 'Acting-For': residents.approved };
    await world.call(listMyInstances, { token: await loginResident('guardian'), headers });
    for (const entry of await since(before)) expect(entry.patient?.personnummer).toBe(residents.approved);
  });

  it('makes no difference between what is there and what is not', async () => {
    const token = await loginResident('teenager');
    for (let time = 0; time < 22; time += 1) {
      const made = [running.instanceId, madeUp].map((instanceId) => ({ params: { instanceId }, token }));
      const [there, nothing] = [
        await world.call(openMyInstance, made[0] ?? {}),
        await world.call(openMyInstance, made[1] ?? {}),
      ];
      const work = ({ calls }: typeof there) =>
        calls.map(({ command }) => command).filter((command) => !/^(Get|Query)/.test(command));
      expect(there.status).toBe(404);
      if (time !== 9 && time !== 10) expect(work(nothing)).toEqual(work(there));
    }
  });
});

describe('LOG-21 whose auditors find a denied attempt', () => {
  const trying = async (home: string | undefined) => {
    const before = await soFar();
    const hsaId = 'TST9999999999-STR1';
    const token = await staffToken({ hsaId, ...(home === undefined ? {} : { provider: home }) });
    await world.call(openInstance, { params: { instanceId: running.instanceId }, token });
    await world.call(createMoment, {
      params: { unitId: units.publisher },
      body: { title: 'T', kind: 'course' },
      token: await staffToken({ hsaId, ...(home === undefined ? {} : { provider: home }) }, { amr: [] }),
    });
    return since(before);
  };

  it('those of the provider in the token, where it is one of ours', async () => {
    for (const home of [provider, otherProvider])
      expect((await trying(home)).map((entry) => entry.provider)).toEqual([home, home]);
  });

  it('national management’s, where it is none of ours or none at all', async () => {
    const entries = await trying('TST9999999999-0001');
    expect(entries).toMatchObject([
      { provider: nationalManagement, actor: { provider: 'TST9999999999-0001' }, problem: 'role-missing' },
      { provider: nationalManagement, actor: { provider: 'TST9999999999-0001' }, problem: 'siths-required' },
    ]);
    expect(entries[0]).not.toHaveProperty('patient');
    for (const entry of await trying(undefined)) expect(entry.provider).toBe(nationalManagement);
  });
});

describe('LOG-15 a list of residents', () => {
  it('names in its entry everybody it shows', async () => {
    const before = await soFar();
    const { body } = await world.call(listApprovals, {
      params: { unitId: units.care },
      token: await login('residentAdmin'),
    });
    const [entry] = await since(before);
    expect(entry).toMatchObject({ outcome: 'performed', actor: { hsaId: hsaIdOf('residentAdmin') } });
    expect(entry?.patients).toEqual([world.personOf(residents.approved)]);
    expect(body['approvals']).toHaveLength(1);
    await (await openLogStream(world)).drain();
    const found = await world.call(listAuditEntries, {
      params: { providerId: provider },
      body: { activity: 'approvals-listed' },
      token: await login('auditor'),
    });
    expect(rows(found, 'entries')[0]?.['patients']).toEqual([{ personnummer: residents.approved }]);
  });
});
