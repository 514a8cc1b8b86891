import { found } from '../../../shared/domain/found.ts';
import { activatedVersion, assertNotBefore } from '../../../shared/domain/moment/activation.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { replace } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { minorConditions } from './activation-conditions.ts';
import { loadForActivation } from './activation-loading.ts';
import { activateMinor as contract } from './contracts.ts';
import { newActivation } from './new-activation.ts';

export const activateMinor = writeUseCase(contract, {
  async load(stores, { params: { unitId, momentId, major }, body: { minor } }) {
    const momentVersion = activatedVersion({ major, minor });
    const basis = await loadForActivation(stores, { unitId, momentId, momentVersion });
    return { ...basis, activation: found(basis.activation) };
  },
  subject: ({ unit: { hsaId, provider }, activation: { version } }, { params, body: { minor } }) => ({
    provider,
    unit: hsaId,
    resource: { momentId: params.momentId, momentVersion: activatedVersion({ major: params.major, minor }) },
    version,
  }),
  decide({ unit, version, activation: before }) {
    const published = found(version);
    // Inactivated, it stays so: what runs is mended, and nothing more is started.
    const activation = newActivation(unit, published, before.value.state);
    assertNotBefore(before.value.minor + 1, activation.minor);
    const { momentId, momentVersion } = published;
    return {
      body: { momentId, momentVersion },
      version: before.version + 1,
      changes: [
        replace(entities.activation, before, activation),
        ...minorConditions(momentId, momentVersion),
      ],
    };
  },
});

export const handler = httpHandler(activateMinor);
