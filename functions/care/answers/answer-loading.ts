import type { ResidentPrincipal } from '../../../shared/auth/principal.ts';
import type { Representation } from '../../../shared/auth/represent.ts';
import type { FormInstance } from '../../../shared/domain/care/form-instance.ts';
import { assertSameMajor, assertWritable, type Instance } from '../../../shared/domain/care/instance.ts';
import { writersAfter } from '../../../shared/domain/care/writers.ts';
import type { AnswerStage, Answers } from '../../../shared/domain/form/answers/answers.ts';
import { keptAnswers } from '../../../shared/domain/form/answers/kept-answers.ts';
import type { Form } from '../../../shared/domain/form/form-shape.ts';
import { found } from '../../../shared/domain/found.ts';
import { assertFit, assertShown } from '../../../shared/domain/moment/answerable-form.ts';
import type { PublishedVersion } from '../../../shared/domain/moment/published-version.ts';
import { majorOf, minorOf } from '../../../shared/domain/moment/version.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { type Change, demandUnread } from '../../../shared/persistence/engine/change.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { keys } from '../../../shared/persistence/keys.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';
import { instanceSubject } from '../instance-subject.ts';

interface Given {
  readonly params: { readonly instanceId: string; readonly formId: string };
  readonly body: {
    readonly momentId: string;
    readonly momentVersion: string;
    readonly formVersion: string;
    readonly answers: Answers;
  };
}

interface AnswerBasis {
  readonly instance: Instance;
  readonly before: Stored<FormInstance> | undefined;
  readonly version: PublishedVersion | undefined;
  readonly form: Form | undefined;
}

/**
 * All that saving or submitting answers rests on, in one round trip: the body names the version and the form, so nothing waits for the
 * instance, and `assertAnswerable` sees whether they belong together.
 */
export const loadForAnswering = async (
  { instances, moments }: Stores,
  { params: { instanceId, formId }, body: { momentId, momentVersion, formVersion } }: Given,
): Promise<AnswerBasis> => {
  const [instance, before, version, kept] = await Promise.all([
    instances.instance(instanceId),
    instances.form(instanceId, formId),
    moments.version(momentId, momentVersion),
    moments.keptForm(momentId, formVersion),
  ]);
  return { instance: found(instance).value, before, version: version?.value, form: kept?.value.form };
};

export const answeringSubject = ({ instance, before }: AnswerBasis, { params: { formId } }: Given) => ({
  ...instanceSubject(instance, { formId }),
  version: before?.version ?? 0,
});

interface Writing extends Given {
  readonly caller: ResidentPrincipal;
  readonly representation: Representation;
}

/** The answers as they are kept. What a guardian or proxy writes is recorded as theirs (ID-8). */
export const givenIn = (
  form: Form,
  before: Stored<FormInstance> | undefined,
  { body, caller: { person }, representation: { as } }: Writing,
) => ({
  momentVersion: body.momentVersion,
  formVersion: body.formVersion,
  answers: keptAnswers(form, body.answers),
  ...writersAfter(before?.value.draft, { as, person }),
});

/**
 * Answers are given in a minor that the unit has activated (PUB-5, PUB-7): `form-version-mismatch`. The unit has gone past the one the
 * instance was started in, and never goes back, so only a later one is asked for.
 */
export const reachedDemand = (
  { unit, momentId, momentVersion }: Instance,
  { body }: Given,
): readonly Change[] =>
  minorOf(body.momentVersion) <= minorOf(momentVersion)
    ? []
    : [
        demandUnread(entities.activation, keys.activation(unit, momentId, majorOf(momentVersion)), {
          minorAtLeast: minorOf(body.momentVersion),
          otherwise: 'form-version-mismatch',
        }),
      ];

/** The form the answers fit, or a problem that lists every answer that does not. */
export const assertAnswerable = (
  { instance, version, form }: AnswerBasis,
  { params: { formId }, body }: Given,
  stage: AnswerStage,
): Form => {
  assertWritable(instance);
  assertSameMajor(instance, body);
  if (!version) throw new Problem('form-version-mismatch');
  assertShown(version.forms, { formId, formVersion: body.formVersion });
  const answered = found(form);
  assertFit(answered, body.answers, stage);
  return answered;
};
