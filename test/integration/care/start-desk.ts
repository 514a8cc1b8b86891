import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { undoStart } from '../../../functions/care/instances/undo-start.ts';
import { lookUpResident } from '../../../functions/people/look-up-resident.ts';
import { monthOf } from '../../../shared/domain/statistics.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  anApproval,
  haveRole,
  login,
  loginResident,
  provider,
  residents,
  seedPeople,
  serviceAgreementOf,
  shownAt,
  units,
} from '../../support/people.ts';
import type { Interference } from '../../support/recorded-client.ts';
import { type Received, rows, type Sent, World } from '../../support/world.ts';
import { inCatalogue, withActivation, withVersion } from '../catalogue/catalogue-world.ts';
import { newcomer } from '../staffing/newcomers.ts';
import { groundRequest } from './start-grounds.ts';
import type { Act } from './start-model.ts';

const personnummer = residents.approved;
const params = { unitId: units.care };
const noInstance = '01936a0e-0000-7000-8000-00000000ffff';
/** More statistics than any run makes. */
const limit = 2000;

let keysUsed = 0;

/** One moment and one resident on a unit, and what has been started of it; all a start rests on is there. */
export class StartDesk {
  readonly world: World;
  readonly practitioner: string;
  readonly momentId: string;
  private readonly started: string[] = [];
  /** The last start that went through, as it was sent. */
  private last?: Sent;

  private constructor(world: World, practitioner: string, momentId: string) {
    this.world = world;
    this.practitioner = practitioner;
    this.momentId = momentId;
  }

  /** In a world of its own. */
  static async open(): Promise<StartDesk> {
    const world = await World.create();
    await seedPeople(world);
    return new StartDesk(world, newcomer(world), noInstance);
  }

  /** The same people with another moment, as if nothing had been done yet. */
  async anew(): Promise<StartDesk> {
    const { world, practitioner } = this;
    const entry = await inCatalogue(world);
    await withVersion(world, entry, '1.0');
    await withActivation(world, entry, {});
    await world.have(entities.approval, anApproval(world, personnummer));
    await world.have(entities.serviceAgreement, serviceAgreementOf(provider));
    await haveRole(world, { staff: practitioner, role: 'practitioner', provider, unit: units.care });
    return new StartDesk(world, practitioner, entry.momentId);
  }

  /** The request that does it, with what the one who sends it has just read; undefined where there is nothing to repeat. */
  async requestFor(act: Act): Promise<readonly [UseCase, Sent] | undefined> {
    const token = await login('residentAdmin');
    switch (act.do) {
      case 'start': {
        keysUsed += 1;
        const { momentId, practitioner } = this;
        const body = { ...{ personnummer, momentId, practitioner, major: 1 }, confirmed: act.confirmed };
        const headers = { 'Idempotency-Key': `starting-${keysUsed}` };
        return [startInstance, { params, body, headers, token }];
      }
      case 'repeat':
        return this.last && [startInstance, this.last];
      case 'undo':
        return [undoStart, { params: this.instanceAt(act.at), body: { reason: 'wrong-person' }, token }];
      case 'open':
        return [openMyInstance, { params: this.instanceAt(act.at), token: await loginResident('approved') }];
      case 'look-up':
        return [lookUpResident, { params, body: { personnummer }, token }];
      case 'give':
      case 'take':
        return groundRequest(this.world, this, act.ground, act.do === 'give');
    }
  }

  /** Status and code, with what is said of how much runs; what was started is kept in mind. */
  outcomeIn(act: Act, sent: Sent, received: Received): string {
    const { status, body } = received;
    if (act.do === 'look-up')
      return `${status} ${Object(body['approval']).state} ${rows(received, 'running').length}`;
    if (act.do === 'repeat')
      return `${status} ${body['instanceId'] === this.started.at(-1) ? 'the same' : 'another'}`;
    if (status !== 201) return `${status} ${body.code ?? ''}`.trim();
    if (act.do === 'take' && act.ground === 'role') return `201 ${body['runningMoments']}`;
    if (act.do === 'take' && act.ground === 'approval') return `201 ${rows(received, 'ended').length}`;
    if (act.do === 'start') {
      this.started.push(String(body['instanceId']));
      this.last = sent;
    }
    return '201';
  }

  async tried(act: Act, interference?: Interference): Promise<string> {
    const request = await this.requestFor(act);
    if (!request) return '-';
    return this.outcomeIn(act, request[1], await this.world.call(...request, interference));
  }

  /** What the tables hold: of the moment itself, in the approval, beside the role and in the statistics. */
  async table() {
    const { people, instances, organisation } = this.world.runtime.stores;
    const [approval, practising, statistics, ...all] = await Promise.all([
      people.approval(units.care, shownAt(this.world, units.care, personnummer)),
      organisation.practising(this.practitioner, units.care),
      this.counted(),
      ...this.started.map((instanceId) => instances.instance(instanceId)),
    ]);
    const those = all.flatMap((one) => (one ? [one.value] : []));
    return {
      ...{ statistics, withPractitioner: practising?.value.running },
      running: Object.keys(approval?.value.running ?? {}).length,
      counted: approval?.value.runs[this.momentId] ?? 0,
      started: those
        .map(({ state, ending, openedAt }) => `${state} ${ending?.reason ?? '-'} ${openedAt !== undefined}`)
        .toSorted(),
    };
  }

  private instanceAt(at: number) {
    return { instanceId: this.started[at] ?? noInstance };
  }

  private async counted() {
    const month = monthOf(new Date().toISOString());
    const asked = { provider, unit: units.care, from: month, to: month };
    const { organisation } = this.world.runtime.stores;
    const { items } = await organisation.unitStatistics(asked, { limit, cursor: undefined });
    const counted = items.find(({ value }) => value.momentId === this.momentId)?.value;
    return { started: counted?.started ?? 0, ended: counted?.ended ?? 0 };
  }
}
