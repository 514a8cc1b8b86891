import { found } from '../../shared/domain/found.ts';
import { assertNotBefore } from '../../shared/domain/moment/activation.ts';
import { assertAvailable } from '../../shared/domain/moment/catalogue-entry.ts';
import { majorOf, minorOf } from '../../shared/domain/moment/version.ts';
import { assertActive } from '../../shared/domain/organisation.ts';
import { Problem } from '../../shared/domain/problem.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { save } from '../../shared/persistence/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { activateMoment as contract } from './activation-contracts.ts';
import { activationDemands } from './activation-demands.ts';
import { activationOf } from './activation-of.ts';

export const activateMoment = writeUseCase(contract, {
  async load({ organisation, moments }, { params, body: { momentId, momentVersion } }) {
    const [unit, version, entry, activation] = await Promise.all([
      organisation.unit(params.unitId),
      moments.version(momentId, momentVersion),
      moments.catalogueEntry(momentId),
      moments.activation(params.unitId, momentId, majorOf(momentVersion)),
    ]);
    return { unit: found(unit).value, version: version?.value, entry: entry?.value, activation };
  },
  subject: ({ unit: { hsaId, provider } }, { body: { momentId, momentVersion } }) => ({
    provider,
    unit: hsaId,
    resource: { momentId, momentVersion },
  }),
  decide({ unit, version, entry, activation: before }, { body, now }) {
    assertActive(unit);
    const published = found(version);
    const listed = found(entry);
    assertAvailable(listed, unit.provider);
    if (before?.value.state === 'active') throw new Problem('already-active');
    if (before) assertNotBefore(before.value.minor, minorOf(body.momentVersion));
    return {
      body,
      version: (before?.version ?? 0) + 1,
      changes: [
        save(entities.activation, before, activationOf(unit, published)),
        ...activationDemands(unit, listed, now),
      ],
    };
  },
});

export const handler = httpHandler(activateMoment);
