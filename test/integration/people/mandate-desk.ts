import { acceptMandate } from '../../../functions/people/mandates/accept-mandate.ts';
import { confirmMandate } from '../../../functions/people/mandates/confirm-mandate.ts';
import { giveMandate } from '../../../functions/people/mandates/give-mandate.ts';
import { listMyMandates } from '../../../functions/people/mandates/list-my-mandates.ts';
import { refuseMandate } from '../../../functions/people/mandates/refuse-mandate.ts';
import { registerMandate } from '../../../functions/people/mandates/register-mandate.ts';
import { resignMandate } from '../../../functions/people/mandates/resign-mandate.ts';
import { revokeMyMandate } from '../../../functions/people/mandates/revoke-my-mandate.ts';
import { withdrawMandate } from '../../../functions/people/mandates/withdraw-mandate.ts';
import { login, loginResident, residents, type StaffName, units } from '../../support/people.ts';
import type { Interference } from '../../support/recorded-client.ts';
import { succeed } from '../../support/story.ts';
import { type Received, rows, type World } from '../../support/world.ts';

type Resident = keyof typeof residents;

export const inAYear = () => new Date(Date.now() + 365 * 86_400_000).toISOString();

/** Mandates from the approved resident to the proxy, where nothing else is said. */
export class MandateDesk {
  readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  async give(
    purposes: readonly string[],
    more: object = {},
    { from = 'approved' }: { from?: Resident } = {},
  ): Promise<Received> {
    return this.world.call(giveMandate, {
      body: { proxy: residents.proxy, purposes, validTo: inAYear(), ...more },
      token: await loginResident(from),
    });
  }

  async accept(
    mandateId: unknown,
    more: object = {},
    who: Resident = 'proxy',
    interference: Interference = {},
  ): Promise<Received> {
    const body = { resident: residents.approved, mandateId, ...more };
    return this.world.call(acceptMandate, { body, token: await loginResident(who) }, interference);
  }

  async refuse(mandateId: unknown, who: Resident = 'proxy'): Promise<Received> {
    return this.world.call(refuseMandate, { body: { mandateId }, token: await loginResident(who) });
  }

  async resign(mandateId: unknown, who: Resident = 'proxy'): Promise<Received> {
    return this.world.call(resignMandate, { body: { mandateId }, token: await loginResident(who) });
  }

  async withdraw(mandateId: unknown, unitId: string = units.care): Promise<Received> {
    return this.world.call(withdrawMandate, {
      ...{ params: { unitId }, body: { mandateId } },
      token: await login('residentAdmin'),
    });
  }

  async revoke(mandateId: unknown, { from = 'approved' as Resident, proxy = residents.proxy } = {}) {
    return this.world.call(revokeMyMandate, { body: { proxy, mandateId }, token: await loginResident(from) });
  }

  /** All that the approved resident has given or had registered, page after page. */
  async mine(): Promise<Record<string, unknown>[]> {
    const token = await loginResident('approved');
    const found: Record<string, unknown>[] = [];
    for (let query: Record<string, string> = {}; ; ) {
      const page = await succeed(this.world, listMyMandates, { query, token });
      found.push(...rows(page, 'mandates'));
      if (page.body['next'] === undefined) return found;
      query = { cursor: String(page.body['next']) };
    }
  }

  async register(more: object = {}, who: StaffName = 'residentAdmin'): Promise<Received> {
    return this.world.call(registerMandate, {
      params: { unitId: units.care },
      body: {
        ...{ resident: residents.approved, proxy: residents.proxy, purposes: ['view'] },
        ...{ validTo: inAYear(), reason: 'Kan inte logga in', ...more },
      },
      token: await login(who),
    });
  }

  async confirm(mandateId: unknown, more: object = {}, who: StaffName = 'residentAdmin2'): Promise<Received> {
    return this.world.call(confirmMandate, {
      params: { unitId: units.care },
      body: { resident: residents.approved, proxy: residents.proxy, mandateId, ...more },
      token: await login(who),
    });
  }

  /** Given and accepted: in force. */
  async given(purposes: readonly string[], more: object = {}): Promise<string> {
    const { body } = await this.give(purposes, more);
    await this.accept(body['mandateId']);
    return String(body['mandateId']);
  }
}
