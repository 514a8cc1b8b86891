import { reopen } from '../../../shared/domain/care/flag.ts';
import { assertWritable } from '../../../shared/domain/care/instance.ts';
import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { reopenedFlag } from '../../../shared/persistence/instances/flag-changes.ts';
import { instanceSubject } from '../instance-subject.ts';
import { reopenFlag as contract } from './contracts.ts';

export const reopenFlag = writeUseCase(contract, {
  async load({ instances }, { params: { instanceId, clearingId } }) {
    const [instance, closed] = await Promise.all([
      instances.instance(instanceId),
      instances.clearedFlag(instanceId, clearingId),
    ]);
    return { instance: found(instance).value, closed };
  },
  subject: ({ instance }, { params: { clearingId } }) => instanceSubject(instance, { clearingId }),
  merges: true,
  decide({ instance, closed: before }, { caller, now }) {
    const closed = found(before);
    assertWritable(instance);
    const after = reopen(closed.value, { by: caller.hsaId, at: now });
    return {
      body: { reopenedAt: now },
      changes: reopenedFlag({ instance, before: closed, ...after }),
    };
  },
});

export const handler = httpHandler(reopenFlag);
