import type { ResidentPrincipal } from '../../shared/auth/principal.ts';
import type { Representation } from '../../shared/auth/represent.ts';
import { type AnswerStage, type Answers, answerFaults } from '../../shared/domain/form/answers.ts';
import { found } from '../../shared/domain/found.ts';
import {
  assertSameMajor,
  assertWritable,
  type FormInstance,
  type Instance,
} from '../../shared/domain/instance.ts';
import type { PublishedForm } from '../../shared/domain/moment/moment.ts';
import { Problem } from '../../shared/domain/problem.ts';
import type { Stored } from '../../shared/persistence/entity.ts';
import type { Stores } from '../../shared/persistence/stores.ts';
import { instanceSubject } from './instance-subject.ts';

interface Given {
  readonly params: { readonly instanceId: string; readonly formId: string };
  readonly body: { readonly momentId: string; readonly momentVersion: string; readonly answers: Answers };
}

interface Ground {
  readonly instance: Instance;
  readonly before: Stored<FormInstance> | undefined;
  readonly definition: PublishedForm | undefined;
}

/** All that saving or submitting answers rests on, in one round trip: the body names the version, so nothing waits for the instance. */
export const loadForAnswering = async (
  { instances, moments }: Stores,
  { params: { instanceId, formId }, body }: Given,
): Promise<Ground> => {
  const [instance, before, definition] = await Promise.all([
    instances.instance(instanceId),
    instances.form(instanceId, formId),
    moments.publishedForm(body.momentId, body.momentVersion, formId),
  ]);
  return { instance: found(instance).value, before, definition: definition?.value };
};

export const answeringSubject = ({ instance, before }: Ground, { params: { formId } }: Given) => ({
  ...instanceSubject(instance, { formId }),
  version: before?.version ?? 0,
});

interface Writing {
  readonly caller: ResidentPrincipal;
  readonly representation: Representation;
}

/** What a guardian or proxy writes is recorded as theirs (ID-8). */
export const writerOf = ({ caller: { person }, representation: { as } }: Writing) => ({ as, person });

/** The form the answers fit, or a problem that lists every answer that does not. */
export const assertAnswerable = ({ instance, definition }: Ground, { body }: Given, stage: AnswerStage) => {
  assertWritable(instance);
  assertSameMajor(instance, body);
  const { form } = found(definition);
  const faults = answerFaults(form, body.answers, stage);
  if (faults.length > 0) throw new Problem('answers-invalid', faults);
  return form;
};
