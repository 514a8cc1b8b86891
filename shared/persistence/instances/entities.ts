import { comment } from '../../domain/care/comment.ts';
import { contentPlan } from '../../domain/care/content-plan.ts';
import { clearedFlag, flag } from '../../domain/care/flag.ts';
import { formInstance } from '../../domain/care/form-instance.ts';
import { instance } from '../../domain/care/instance.ts';
import { message } from '../../domain/care/message.ts';
import { participant } from '../../domain/care/participation.ts';
import { result } from '../../domain/care/result.ts';
import { entity } from '../engine/entity.ts';
import { keys, participationOf } from '../keys.ts';

/** What the table of instances keeps, one row a kind: in what shape, under which key. */
export const instanceEntities = {
  instance: entity({
    type: 'Instance',
    table: 'instances',
    schema: instance,
    key: ({ instanceId }) => keys.instance(instanceId),
    indexKeys: ({ resident }) => ({ residentKey: resident.key }),
  }),
  formInstance: entity({
    type: 'FormInstance',
    table: 'instances',
    schema: formInstance,
    key: ({ instanceId, formId, page }) =>
      page === undefined ? keys.formInstance(instanceId, formId) : keys.formPage(instanceId, formId, page),
  }),
  result: entity({
    type: 'Result',
    table: 'instances',
    schema: result,
    key: (value) => keys.result(value.instanceId, value.resultId),
  }),
  message: entity({
    type: 'Message',
    table: 'instances',
    schema: message,
    key: (value) => keys.message(value.instanceId, value.messageId),
  }),
  comment: entity({
    type: 'Comment',
    table: 'instances',
    schema: comment,
    key: (value) => keys.comment(value.instanceId, value.commentId),
  }),
  flag: entity({
    type: 'Flag',
    table: 'instances',
    schema: flag,
    key: ({ instanceId, formId, page, flagId }) => keys.flag(instanceId, formId, page, flagId),
  }),
  clearedFlag: entity({
    type: 'ClearedFlag',
    table: 'instances',
    schema: clearedFlag,
    key: (value) => keys.clearedFlag(value.instanceId, value.clearingId),
  }),
  contentPlan: entity({
    type: 'ContentPlan',
    table: 'instances',
    schema: contentPlan,
    key: ({ instanceId }) => keys.contentPlan(instanceId),
  }),
  participant: entity({
    type: 'Participant',
    table: 'instances',
    schema: participant,
    key: ({ instanceId, staff }) => keys.participant(instanceId, staff),
    // Who stated a reason for today takes no part in it: it is in no list of theirs.
    indexKeys: ({ as, unit, staff }): Readonly<Record<string, string>> =>
      as === 'reasoned' ? {} : { participation: participationOf(unit, staff) },
  }),
} as const;
