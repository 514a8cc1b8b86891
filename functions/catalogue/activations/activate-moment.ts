import { assertNotBefore } from '../../../shared/domain/moment/activation.ts';
import { minorOf } from '../../../shared/domain/moment/version.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { save } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { activationDemands } from './activation-conditions.ts';
import { assertActivatable, loadForActivation } from './activation-loading.ts';
import { activateMoment as contract } from './contracts.ts';
import { activationOf } from './new-activation.ts';

export const activateMoment = writeUseCase(contract, {
  load: (stores, { params: { unitId }, body }) => loadForActivation(stores, { unitId, ...body }),
  subject: ({ unit: { hsaId, provider } }, { body: { momentId, momentVersion } }) => ({
    provider,
    unit: hsaId,
    resource: { momentId, momentVersion },
  }),
  decide(ground, { body, now }) {
    const { published, listed } = assertActivatable(ground);
    const { unit, activation: before } = ground;
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
