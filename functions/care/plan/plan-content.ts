import { planFaults } from '../../../shared/domain/care/content-plan.ts';
import { assertSameMajor, assertWritable, writableStates } from '../../../shared/domain/care/instance.ts';
import { found } from '../../../shared/domain/found.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { demand, replaceOrCreate } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { instanceSubject } from '../instance-subject.ts';
import { planContent as contract } from './contracts.ts';

export const planContent = writeUseCase(contract, {
  async load({ instances, moments }, { params: { instanceId }, body: { momentId, momentVersion } }) {
    const [instance, before, published] = await Promise.all([
      instances.instance(instanceId),
      instances.contentPlan(instanceId),
      moments.publishedModules(momentId, momentVersion),
    ]);
    return { instance: found(instance).value, before, published };
  },
  subject: ({ instance, before }) => ({ ...instanceSubject(instance), version: before?.version ?? 0 }),
  decide({ instance, before, published }, { body, now }) {
    assertWritable(instance);
    assertSameMajor(instance, body);
    const faults = planFaults(
      body.modules,
      published.map(({ module }) => module),
    );
    if (faults.length > 0) throw new Problem('validation-failed', faults);
    const { instanceId } = instance;
    return {
      body: { savedAt: now },
      version: (before?.version ?? 0) + 1,
      changes: [
        replaceOrCreate(entities.contentPlan, before, { instanceId, modules: body.modules }),
        demand(entities.instance, instance, writableStates),
      ],
    };
  },
});

export const handler = httpHandler(planContent);
