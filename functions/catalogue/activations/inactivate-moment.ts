import { found } from '../../../shared/domain/found.ts';
import { assertActivated } from '../../../shared/domain/moment/activation.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { amend } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { inactivateMoment as contract } from './contracts.ts';

export const inactivateMoment = writeUseCase(contract, {
  async load({ organisation, moments }, { params: { unitId }, body: { momentId, major } }) {
    const [unit, activation] = await Promise.all([
      organisation.unit(unitId),
      moments.activation(unitId, momentId, major),
    ]);
    return { unit: found(unit).value, activation: activation?.value };
  },
  subject: ({ unit: { hsaId, provider } }, { body: { momentId } }) => ({
    provider,
    unit: hsaId,
    resource: { momentId },
  }),
  // Demands nothing else: what must stop can be stopped, whatever has become of the unit and the moment.
  decide({ activation }, { body }) {
    const active = assertActivated(found(activation));
    return {
      body: { ...body, state: 'inactive' as const },
      changes: [
        amend(entities.activation, active, {
          set: { state: 'inactive' },
          state: ['active'],
          otherwise: 'moment-not-active',
        }),
      ],
    };
  },
});

export const handler = httpHandler(inactivateMoment);
