import { found } from '../../shared/domain/found.ts';
import { assertActivated, assertNotBefore } from '../../shared/domain/moment/activation.ts';
import { assertAvailable } from '../../shared/domain/moment/catalogue-entry.ts';
import { assertActive } from '../../shared/domain/organisation.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { replace } from '../../shared/persistence/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { activateMinor as contract } from './activation-contracts.ts';
import { activationDemands } from './activation-demands.ts';
import { activationOf } from './activation-of.ts';

export const activateMinor = writeUseCase(contract, {
  async load({ organisation, moments }, { params: { unitId, momentId, major }, body: { minor } }) {
    const [unit, version, entry, activation] = await Promise.all([
      organisation.unit(unitId),
      moments.version(momentId, `${major}.${minor}`),
      moments.catalogueEntry(momentId),
      moments.activation(unitId, momentId, major),
    ]);
    return {
      unit: found(unit).value,
      version: version?.value,
      entry: entry?.value,
      activation: found(activation),
    };
  },
  subject: ({ unit: { hsaId, provider }, activation: { version } }, { params, body: { minor } }) => ({
    provider,
    unit: hsaId,
    resource: { momentId: params.momentId, momentVersion: `${params.major}.${minor}` },
    version,
  }),
  decide({ unit, version, entry, activation: before }, { now }) {
    assertActive(unit);
    const activation = activationOf(unit, found(version));
    const listed = found(entry);
    assertAvailable(listed, unit.provider);
    assertNotBefore(assertActivated(before.value).minor + 1, activation.minor);
    const { momentId, momentVersion } = found(version);
    return {
      body: { momentId, momentVersion },
      version: before.version + 1,
      changes: [replace(entities.activation, before, activation), ...activationDemands(unit, listed, now)],
    };
  },
});

export const handler = httpHandler(activateMinor);
