import { assertMayBecome, assertUrgentSeen } from '../../../shared/domain/care/instance-lifecycle.ts';
import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { endedFrom } from '../../../shared/persistence/instances/ending-changes.ts';
import { endedAlone } from '../../../shared/persistence/organisation/running-changes.ts';
import { instanceSubject } from '../instance-subject.ts';
import { endInstance as contract } from './contracts.ts';

export const endInstance = writeUseCase(contract, {
  load: async ({ instances }, { params }) => found(await instances.instance(params.instanceId)).value,
  subject: (instance, { body: { reason } }) => instanceSubject(instance, { reason }),
  decide(instance, { body, caller, now, shownIdFor }) {
    assertMayBecome(instance, 'ended');
    assertUrgentSeen(instance);
    const residentId = shownIdFor({ unit: instance.unit })(instance.resident);
    return {
      body: { endedAt: now },
      changes: [
        endedFrom(instance, { ...body, by: caller.hsaId, at: now }),
        ...endedAlone(instance, residentId),
      ],
    };
  },
});

export const handler = httpHandler(endInstance);
