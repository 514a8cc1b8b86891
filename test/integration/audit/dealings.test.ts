import { beforeAll, describe, expect, it } from 'vitest';
import { type AuditEntry, entryOf } from '../../../shared/audit/entry.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { hsaIdOf, provider, residents } from '../../support/people.ts';
import { World } from '../../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.create();
});

const entry = (at: string, outcome: 'performed' | 'denied', note = ''): AuditEntry =>
  entryOf({
    ...{
      eventId: crypto.randomUUID(),
      at,
      activity: 'instance-opened',
      outcome,
      operationId: 'openInstance',
    },
    ...{ correlationId: 'C', provider, patient: world.personOf(residents.approved) },
    actor: { kind: 'staff', hsaId: hsaIdOf('practitioner'), provider },
    resource: { note },
  });

describe('LOG-19 whether a provider has dealt with somebody', () => {
  it('is found behind megabytes of attempts that were denied', async () => {
    const { key } = world.personOf(residents.approved);
    const dealt = () => world.runtime.stores.auditLog.hasDealtWith(provider, key);
    for (let month = 1; month <= 4; month += 1) {
      const at = `2026-0${month}-01T10:00:00.000Z`;
      await world.have(entities.auditEntry, entry(at, 'denied', 'x'.repeat(380_000)));
    }
    expect(await dealt()).toBe(false);
    await world.have(entities.auditEntry, entry('2026-05-01T10:00:00.000Z', 'performed'));
    expect(await dealt()).toBe(true);
  });
});
