import { assertUnopened } from '../../../shared/domain/care/instance.ts';
import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { undoneStart } from '../../../shared/persistence/instances/ending-changes.ts';
import { neverBegan } from '../../../shared/persistence/organisation/running-changes.ts';
import { instanceSubject } from '../instance-subject.ts';
import { undoStart as contract } from './contracts.ts';

export const undoStart = writeUseCase(contract, {
  load: async ({ instances }, { params }) => found(await instances.instance(params.instanceId)).value,
  subject: (instance, { body: { reason } }) => instanceSubject(instance, { reason }),
  decide(instance, { body: { reason }, caller, now, shownIdFor }) {
    assertUnopened(instance);
    const residentId = shownIdFor({ unit: instance.unit })(instance.resident);
    return {
      body: { undoneAt: now },
      changes: [
        undoneStart(instance, { reason, by: caller.hsaId, at: now }),
        ...neverBegan(instance, residentId),
      ],
    };
  },
});

export const handler = httpHandler(undoStart);
