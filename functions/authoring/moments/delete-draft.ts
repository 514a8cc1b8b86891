import { found } from '../../../shared/domain/found.ts';
import { assertEditable } from '../../../shared/domain/moment/moment.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { momentSubject } from '../../../shared/http/moment-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { remove, replace } from '../../../shared/persistence/engine/change.ts';
import { mostItems } from '../../../shared/persistence/engine/transaction-limits.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { deleteDraft as contract } from './contracts.ts';

/** The head and the activity are written in the same transaction. */
const mostTestData = mostItems - 2;

export const deleteDraft = writeUseCase(contract, {
  async load({ moments }, { params: { momentId } }) {
    const [head, tests] = await Promise.all([
      moments.moment(momentId),
      moments.testData(momentId, mostTestData + 1),
    ]);
    return { head: found(head), tests };
  },
  subject: ({ head }) => momentSubject(head),
  decide({ head, tests }) {
    assertEditable(head.value);
    if (head.value.latest !== undefined) throw new Problem('moment-published');
    if (tests.runs.length + tests.forms.length > mostTestData) throw new Problem('tests-left');
    return {
      body: { state: 'deleted' as const },
      changes: [
        replace(entities.moment, head, { ...head.value, state: 'deleted' }),
        ...tests.runs.map((run) => remove(entities.testRun, run)),
        ...tests.forms.map((form) => remove(entities.testForm, form)),
      ],
    };
  },
});

export const handler = httpHandler(deleteDraft);
