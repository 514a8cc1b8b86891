import { found } from '../../../shared/domain/found.ts';
import type { Practising } from '../../../shared/domain/organisation.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { listUnitPractitioners as contract } from './contracts.ts';
import { showStaff } from './shown-rows.ts';

interface Listed extends Pick<Practising, 'staff'> {
  readonly attended: boolean;
}

export const listUnitPractitioners = readUseCase(contract, {
  async load({ organisation }, { params: { unitId }, query: { limit, cursor } }) {
    const [unit, roles, left] = await Promise.all([
      organisation.unit(unitId),
      organisation.rolesAt(unitId, { limit, cursor }),
      cursor === undefined ? organisation.leftWithMoments(unitId) : [],
    ]);
    const held = roles.items.map(({ value }) => value).filter(({ role }) => role === 'practitioner');
    const listed: Listed[] = [
      ...left.map(({ staff }) => ({ staff, attended: false })),
      ...held.map(({ staff }) => ({ staff, attended: true })),
    ];
    return { unit: found(unit).value, listed, next: roles.next };
  },
  subject: ({ unit: { hsaId, provider } }) => ({ provider, unit: hsaId, resource: {} }),
  async fetch({ organisation, instances, staffDirectory }, { unit: { hsaId }, listed }) {
    const staff = listed.map((one) => one.staff);
    const [practising, pressing, names] = await Promise.all([
      organisation.practisingOf(staff, hsaId),
      Promise.all(staff.map((one) => instances.pressingWith(hsaId, one))),
      staffDirectory.named(staff),
    ]);
    const running = new Map(practising.map(({ value }) => [value.staff, value.running]));
    return listed.map(({ attended, ...one }, at) => ({
      ...{ ...showStaff(one.staff, names), attended, running: running.get(one.staff) ?? 0 },
      ...(pressing[at] ?? { urgent: 0, unread: 0 }),
    }));
  },
  answer: ({ next }, practitioners) => ({ body: { practitioners, next } }),
});

export const handler = httpHandler(listUnitPractitioners);
