import { assertMayBecome } from '../../../shared/domain/care/instance-lifecycle.ts';
import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { maintenanceFrom } from '../../../shared/persistence/instances/ending-changes.ts';
import { instanceSubject } from '../instance-subject.ts';
import { enterMaintenance as contract } from './contracts.ts';

export const enterMaintenance = writeUseCase(contract, {
  load: async ({ instances }, { params }) => found(await instances.instance(params.instanceId)).value,
  subject: (instance) => instanceSubject(instance),
  decide(instance, { now }) {
    assertMayBecome(instance, 'maintenance');
    return { body: { maintenanceSince: now }, changes: [maintenanceFrom(instance, now)] };
  },
});

export const handler = httpHandler(enterMaintenance);
