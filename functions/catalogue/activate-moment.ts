import { found } from '../../shared/domain/found.ts';
import { assertOffered } from '../../shared/domain/moment/moment.ts';
import { majorOf, minorOf } from '../../shared/domain/moment/version.ts';
import { assertActive } from '../../shared/domain/organisation.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { demand, save } from '../../shared/persistence/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { activateMoment as contract } from './contracts.ts';

export const activateMoment = writeUseCase(contract, {
  async load({ organisation, moments }, { params, body: { momentId, momentVersion } }) {
    const [unit, version, activation] = await Promise.all([
      organisation.unit(params.unitId),
      moments.version(momentId, momentVersion),
      moments.activation(params.unitId, momentId, majorOf(momentVersion)),
    ]);
    return { unit: found(unit).value, version: version?.value, activation };
  },
  subject: ({ unit: { hsaId, provider } }, { body: { momentId, momentVersion } }) => ({
    provider,
    unit: hsaId,
    resource: { momentId, momentVersion },
  }),
  decide({ unit, version, activation }, { body }) {
    assertActive(unit);
    const published = found(version);
    assertOffered(published, unit.provider);
    const active = {
      unit: unit.hsaId,
      momentId: body.momentId,
      major: majorOf(body.momentVersion),
      minor: minorOf(body.momentVersion),
      title: published.title,
      state: 'active' as const,
    };
    return {
      body,
      changes: [save(entities.activation, activation, active), demand(entities.unit, unit, ['active'])],
    };
  },
});

export const handler = httpHandler(activateMoment);
