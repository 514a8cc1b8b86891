import { beforeAll, describe, expect, it } from 'vitest';
import { openInstance } from '../../../functions/care/instances/open-instance.ts';
import { routes } from '../../../functions/routes.ts';
import type { SampleScene } from '../../../functions/sample-scene.ts';
import { sampleOf } from '../../../functions/samples.ts';
import type { Contract } from '../../../shared/contract/contract.ts';
import { found } from '../../../shared/domain/found.ts';
import { providerRole, unitRole } from '../../../shared/domain/staffing.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  anApproval,
  given,
  login,
  otherProvider,
  residents,
  seedPeople,
  shownAt,
  units,
} from '../../support/people.ts';
import { residentToken, staffToken } from '../../support/tokens.ts';
import { allUseCases } from '../../support/use-cases.ts';
import { type Received, type Sent, World } from '../../support/world.ts';
import { completed } from '../../unit/domain/identity-numbers.ts';
import { matrix } from './outcomes.ts';
import { sampleFor } from './samples.ts';
import { programmeScene, type Scene, setScene } from './scene.ts';

const hidden = residents.protected;
const name = 'Selma Skyddad';
/** Well-formed, and nobody’s. */
const madeUp = completed('19700101123');
const stranger = residents.unapproved;
const staff = 'TST5560000167-ALL1';

let world: World;
let scene: Scene;
let useCases: ReadonlyMap<string, UseCase>;
const said: string[] = [];

/** One member of staff of the other provider with every role, on its unit and on itself. */
const employOutsider = async (): Promise<void> => {
  const at = { provider: otherProvider, unit: units.elsewhere };
  const commission = { ...at, hsaId: `${staff}C1`, purpose: 'Vård och behandling' };
  world.registers.staff.set(staff, {
    hsaId: staff,
    name: 'Alla Roller',
    protected: false,
    commissions: [commission],
  });
  for (const role of unitRole.options)
    await world.have(entities.roleAssignment, { staff, role, ...at, ...given });
  for (const role of providerRole.options)
    await world.have(entities.roleAssignment, { staff, role, provider: otherProvider, ...given });
};

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  useCases = await allUseCases();
  scene = await setScene(world, hidden);
  await employOutsider();
  for (const number of [residents.approved, residents.guardian, residents.proxy])
    await world.have(entities.approval, anApproval(world, number, { unit: units.elsewhere }));
  world.startAnew();
});

const closed = routes.map(({ contract }) => contract).filter(({ caller }) => caller !== 'anyone');

const tokenOf = ({ caller }: Contract): Promise<string> =>
  caller === 'resident'
    ? residentToken(stranger)
    : staffToken({ hsaId: staff, provider: otherProvider, commission: `${staff}C1` });

const ask = async (
  contract: Contract,
  sample: Sent,
  headers: Record<string, string> = {},
): Promise<Received> => {
  const received = await world.call(found(useCases.get(contract.operationId)), {
    ...sample,
    token: await tokenOf(contract),
    headers: { ...sample.headers, ...headers },
  });
  said.push(received.text, JSON.stringify(received.headers));
  return received;
};

/** Pages of every length, so that a cursor stands after everybody there is. */
const askPages = async (contract: Contract, home: SampleScene): Promise<void> => {
  const { query, ...sample } = sampleOf(contract, home);
  for (const limit of ['1', '2', '3', '4']) await ask(contract, { ...sample, query: { ...query, limit } });
};

/** The same of somebody who is not there, with nothing of what is. */
const nobodys: Partial<SampleScene> = {
  ...{ resident: madeUp, proxy: madeUp, momentId: crypto.randomUUID(), instanceId: crypto.randomUUID() },
  ...{ mandateId: crypto.randomUUID(), testId: crypto.randomUUID(), mediaId: crypto.randomUUID() },
};

const whatIsSeen = ({ status, headers, text, body }: Received) => ({
  ...{ status, code: body.code, length: text.length, headers: Object.keys(headers).toSorted() },
});

/** As the scene has them; what a resident names themselves is whom the scene is about. */
const ofHidden = async (contract: Contract): Promise<Sent> => {
  const { operationId, caller } = contract;
  const about = { ...programmeScene, ...scene, proxy: hidden } as SampleScene;
  const who = matrix.find((row) => row.operationId === operationId)?.who;
  return caller === 'resident' ? sampleOf(contract, about) : sampleFor(scene, operationId, who);
};
const ofNobody = (contract: Contract): Sent => sampleOf(contract, { ...programmeScene, ...nobodys });

const contents = (words: readonly string[]): string[] => {
  const sealed = said.flatMap((text) => text.match(/[A-Za-z0-9_-]{24,}/g) ?? []);
  const read = [...said, ...sealed.map((one) => Buffer.from(one, 'base64url').toString('latin1'))].join('\n');
  return words.filter((word) => read.includes(word));
};

describe('ID-9 ORG-1 an outsider with every role elsewhere', () => {
  it.each(closed.map((contract) => [contract.operationId, contract] as const))(
    'is told by %s the same of a protected resident and of somebody made up',
    async (_, contract) => {
      const [one, other] = [
        await ask(contract, await ofHidden(contract)),
        await ask(contract, ofNobody(contract)),
      ];
      expect(whatIsSeen(one)).toEqual(whatIsSeen(other));
    },
  );

  it.each(closed.filter(({ caller }) => caller === 'resident').map((one) => [one.operationId, one] as const))(
    'is told by %s the same where they would act for them',
    async (_, contract) => {
      const [one, other] = [
        await ask(contract, await ofHidden(contract), { 'acting-for': hidden }),
        await ask(contract, ofNobody(contract), { 'acting-for': madeUp }),
      ];
      expect(one.status).toBe(403);
      expect(whatIsSeen(one)).toEqual(whatIsSeen(other));
    },
  );

  it('finds neither key nor name nor another’s id in anything they were told, at home either', async () => {
    for (const contract of closed) {
      const at = { ...programmeScene, ...scene, proxy: hidden };
      const home = { ...at, providerId: otherProvider, unitId: units.elsewhere } as SampleScene;
      await ask(contract, sampleOf(contract, home));
      if (contract.query && 'limit' in contract.query.shape) await askPages(contract, home);
    }
    const { key } = world.personOf(hidden);
    expect(contents([key, shownAt(world, units.care, hidden), name, 'Selma'])).toEqual([]);
  });

  it('finds the number nowhere but where they wrote it themselves, or the law has their own log name it', () => {
    const own = said.filter((text) => !/"entries"|"mandates":\[\{/.test(text)).join('\n');
    expect(own).not.toContain(hidden);
  });

  it('would find it: the resident’s own practitioner is shown the id', async () => {
    const params = { instanceId: scene.instanceId };
    const own = await world.call(openInstance, { params, token: await login('practitioner') });
    said.push(own.text);
    expect(contents([shownAt(world, units.care, hidden)])).toHaveLength(1);
    said.pop();
  });

  it('leaves nothing of them in a log line', () => {
    const lines = JSON.stringify(world.logLines);
    for (const word of [hidden, name, world.personOf(hidden).key, shownAt(world, units.care, hidden)])
      expect(lines).not.toContain(word);
  });
});
