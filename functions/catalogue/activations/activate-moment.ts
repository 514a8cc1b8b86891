import { assertNotBefore } from '../../../shared/domain/moment/activation.ts';
import { minorOf } from '../../../shared/domain/moment/version.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { replaceOrCreate } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { activationConditions } from './activation-conditions.ts';
import { assertActivatable, loadForActivation } from './activation-loading.ts';
import { activateMoment as contract } from './contracts.ts';
import { newActivation } from './new-activation.ts';

export const activateMoment = writeUseCase(contract, {
  load: (stores, { params: { unitId }, body }) => loadForActivation(stores, { unitId, ...body }),
  subject: ({ unit: { hsaId, provider } }, { body: { momentId, momentVersion } }) => ({
    provider,
    unit: hsaId,
    resource: { momentId, momentVersion },
  }),
  decide(basis, { body, now }) {
    const { published, listed } = assertActivatable(basis);
    const { unit, activation: before } = basis;
    if (before?.value.state === 'active') throw new Problem('already-active');
    if (before) assertNotBefore(before.value.minor, minorOf(body.momentVersion));
    return {
      body,
      version: (before?.version ?? 0) + 1,
      changes: [
        replaceOrCreate(entities.activation, before, newActivation(unit, published)),
        ...activationConditions(unit, listed, published.momentVersion, now),
      ],
    };
  },
});

export const handler = httpHandler(activateMoment);
