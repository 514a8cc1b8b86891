import { assertWithoutPart, partOf, reasonedUntil } from '../../../shared/domain/care/participation.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { demand, replaceOrCreate } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { instanceSubject } from '../instance-subject.ts';
import { openWithReason as contract } from './contracts.ts';
import { loadParticipant } from './participant-loading.ts';

export const openWithReason = writeUseCase(contract, {
  load: (stores, { params, caller }) => loadParticipant(stores, params.instanceId, caller.hsaId),
  subject: ({ instance }, { body: { reason } }) => ({ ...instanceSubject(instance), statedReason: reason }),
  decide({ instance, before }, { body: { reason }, caller, now }) {
    assertWithoutPart(partOf(instance, caller.hsaId, before?.value, now));
    const { instanceId, unit, resident } = instance;
    const until = reasonedUntil(now);
    const opened = {
      ...{ instanceId, unit, resident, staff: caller.hsaId, as: 'reasoned' as const, reason },
      ...{ until, addedBy: caller.hsaId, addedAt: now },
    };
    return {
      body: { until },
      changes: [replaceOrCreate(entities.participant, before, opened), demand(entities.instance, instance)],
    };
  },
});

export const handler = httpHandler(openWithReason);
