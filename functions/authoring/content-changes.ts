import { blocksFingerprint } from '../../shared/domain/content/block-fingerprint.ts';
import { digestOf } from '../../shared/domain/content/content-digest.ts';
import type { StepRef } from '../../shared/domain/content/module-outline.ts';
import { packed } from '../../shared/domain/content/packed.ts';
import { formIdsIn, mediaIdsIn, type Step } from '../../shared/domain/content/step.ts';
import { stepFindings } from '../../shared/domain/content/step-findings.ts';
import { formFingerprint } from '../../shared/domain/form/comparing/form-fingerprint.ts';
import { optionWordsOf } from '../../shared/domain/form/comparing/option-words.ts';
import { formSkeleton, scoringSkeleton } from '../../shared/domain/form/comparing/skeleton.ts';
import { formFindings } from '../../shared/domain/form/findings/form-findings.ts';
import type { Form } from '../../shared/domain/form/form-shape.ts';
import type { DraftFormRef } from '../../shared/domain/moment/draft.ts';
import { type Change, keep } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';

/** What a part of the draft points at, and how it points. */
export interface Kept<Ref> {
  readonly ref: Ref;
  readonly content: Change;
}

export const keptStep = (momentId: string, { stepId, ...content }: Step): Kept<StepRef> => {
  const digest = digestOf(content);
  const blocks = blocksFingerprint(content.blocks);
  const ref = {
    stepId,
    title: content.title,
    digest,
    bytes: Buffer.byteLength(JSON.stringify(content)),
    formIds: formIdsIn(content),
    mediaIds: mediaIdsIn(content),
    ...(blocks === undefined ? {} : { blocks }),
    findings: stepFindings(content),
  };
  return { ref, content: keep(entities.keptStep, { momentId, digest, step: content }) };
};

/** Characters that a form's fingerprint may take; a form of two hundred questions with five options has some ten thousand. */
const mostFingerprint = 20_000;

export const keptForm = (momentId: string, form: Form): Kept<DraftFormRef> => {
  const digest = digestOf(form);
  const scoring = scoringSkeleton(form);
  const words = optionWordsOf(form);
  const fingerprint = packed(formFingerprint(form));
  const { formId, title, kind } = form;
  const ref = {
    ...{ formId, title, kind, digest },
    structure: digestOf(formSkeleton(form)),
    ...(scoring === undefined ? {} : { scoring: digestOf(scoring) }),
    ...(words ? { words } : {}),
    ...(fingerprint.length <= mostFingerprint ? { fingerprint } : {}),
    findings: formFindings(form),
  };
  return { ref, content: keep(entities.keptForm, { momentId, digest, form }) };
};
