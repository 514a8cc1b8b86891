import { found } from '../../../shared/domain/found.ts';
import {
  activatedVersion,
  assertActivated,
  assertNotBefore,
} from '../../../shared/domain/moment/activation.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { replace } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { activationDemands } from './activation-conditions.ts';
import { assertActivatable, loadForActivation } from './activation-loading.ts';
import { activateMinor as contract } from './contracts.ts';
import { activationOf } from './new-activation.ts';

export const activateMinor = writeUseCase(contract, {
  async load(stores, { params: { unitId, momentId, major }, body: { minor } }) {
    const momentVersion = activatedVersion({ major, minor });
    const ground = await loadForActivation(stores, { unitId, momentId, momentVersion });
    return { ...ground, activation: found(ground.activation) };
  },
  subject: ({ unit: { hsaId, provider }, activation: { version } }, { params, body: { minor } }) => ({
    provider,
    unit: hsaId,
    resource: { momentId: params.momentId, momentVersion: activatedVersion({ major: params.major, minor }) },
    version,
  }),
  decide(ground, { now }) {
    const { published, listed } = assertActivatable(ground);
    const { unit, activation: before } = ground;
    const activation = activationOf(unit, published);
    assertNotBefore(assertActivated(before.value).minor + 1, activation.minor);
    const { momentId, momentVersion } = published;
    return {
      body: { momentId, momentVersion },
      version: before.version + 1,
      changes: [replace(entities.activation, before, activation), ...activationDemands(unit, listed, now)],
    };
  },
});

export const handler = httpHandler(activateMinor);
