import { found } from '../../shared/domain/found.ts';
import { assertAvailable } from '../../shared/domain/moment/catalogue-entry.ts';
import { majorOf } from '../../shared/domain/moment/version.ts';
import { assertActive } from '../../shared/domain/organisation.ts';
import { Problem } from '../../shared/domain/problem.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { demand, save } from '../../shared/persistence/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { activationOf } from './activation-of.ts';
import { activateMoment as contract } from './contracts.ts';

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
  decide({ unit, version, entry, activation }, { body }) {
    assertActive(unit);
    const published = found(version);
    const listed = found(entry);
    assertAvailable(listed, unit.provider);
    if (activation?.value.state === 'active') throw new Problem('already-active');
    return {
      body,
      version: (activation?.version ?? 0) + 1,
      changes: [
        save(entities.activation, activation, activationOf(unit, published)),
        demand(entities.unit, unit, ['active']),
        demand(entities.catalogueEntry, listed, ['published']),
      ],
    };
  },
});

export const handler = httpHandler(activateMoment);
