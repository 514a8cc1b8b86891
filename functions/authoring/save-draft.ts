import { isDeepStrictEqual } from 'node:util';
import { sharedForms } from '../../shared/domain/content/content.ts';
import { found } from '../../shared/domain/found.ts';
import { assertEditable } from '../../shared/domain/moment/moment.ts';
import { Problem } from '../../shared/domain/problem.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { type Change, remove, replace, save } from '../../shared/persistence/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import type { Entity, Stored } from '../../shared/persistence/entity.ts';
import { saveDraft as contract } from './contracts.ts';
import { momentSubject } from './moment-subject.ts';

/** A DynamoDB transaction takes a hundred items; the head, the activity and the idempotency row need theirs. */
const mostChanges = 90;

/** Only what differs is written: an untouched module costs nothing. */
const changesTo = <T extends object>(
  kind: Entity<T>,
  before: readonly Stored<T>[],
  after: readonly T[],
): Change[] => {
  const sortKey = (value: T) => kind.key(value).sk;
  const earlier = new Map(before.map((item) => [sortKey(item.value), item]));
  const kept = new Set(after.map(sortKey));
  const written = after
    .map((value) => ({ value, was: earlier.get(sortKey(value)) }))
    .filter(({ value, was }) => !isDeepStrictEqual(was?.value, value))
    .map(({ value, was }) => save(kind, was, value));
  const removed = before.filter(({ value }) => !kept.has(sortKey(value))).map((item) => remove(kind, item));
  return [...written, ...removed];
};

export const saveDraft = writeUseCase(contract, {
  load: async ({ moments }, { params }) => found(await moments.draft(params.momentId)),
  subject: ({ head }) => momentSubject(head),
  decide({ head, modules, forms }, { body: { content } }) {
    assertEditable(head.value);
    const { momentId } = head.value;
    const parts = [
      ...changesTo(
        entities.draftModule,
        modules,
        content.modules.map((module) => ({ momentId, module })),
      ),
      ...changesTo(
        entities.draftForm,
        forms,
        content.forms.map((form) => ({ momentId, form })),
      ),
    ];
    if (parts.length > mostChanges)
      throw new Problem('payload-too-large', [
        {
          pointer: '/body/content',
          detail: `Changes more than ${mostChanges} modules and forms: save in two steps`,
        },
      ]);
    const moment = {
      ...head.value,
      title: content.title,
      kind: content.kind,
      welcome: content.welcome,
      moduleIds: content.modules.map(({ moduleId }) => moduleId),
      formIds: content.forms.map(({ formId }) => formId),
      verdicts: {},
    };
    return {
      body: { warnings: sharedForms(content).map((shared) => ({ code: 'form-shared' as const, ...shared })) },
      version: head.version + 1,
      changes: [replace(entities.moment, head, moment), ...parts],
    };
  },
});

export const handler = httpHandler(saveDraft);
