import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { momentSubject } from '../../../shared/http/moment-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { dropUnread } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import type { TestData } from '../../../shared/persistence/moments/test-repository.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';
import { removeTests as contract } from './contracts.ts';

/** At a time: well under what a transaction takes. */
const mostRemoved = 90;

/** The test itself goes last, so that what could not go at once can still be named. */
const dataOf = async (moments: Stores['moments'], momentId: string, testId: string): Promise<TestData> => {
  const [run, forms] = await Promise.all([
    moments.testRun(momentId, testId),
    moments.testForms(momentId, testId),
  ]);
  const more = forms.length >= mostRemoved;
  const here = found(run);
  return { runs: more ? [] : [here], forms: forms.slice(0, mostRemoved), more };
};

export const removeTests = writeUseCase(contract, {
  async load({ moments }, { params: { momentId }, body: { testId } }) {
    const [head, data] = await Promise.all([
      moments.moment(momentId),
      testId === undefined ? moments.testData(momentId, mostRemoved) : dataOf(moments, momentId, testId),
    ]);
    return { head: found(head), data };
  },
  subject: ({ head }, { body: { testId } }) => momentSubject(head, testId === undefined ? {} : { testId }),
  decide({ data: { runs, forms, more } }) {
    const changes = [
      ...runs.map(({ value }) => dropUnread(entities.testRun, value)),
      ...forms.map(({ value }) => dropUnread(entities.testForm, value)),
    ];
    return { body: { removed: changes.length, left: more }, changes };
  },
});

export const handler = httpHandler(removeTests);
