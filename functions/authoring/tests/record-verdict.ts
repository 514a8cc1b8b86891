import { found } from '../../../shared/domain/found.ts';
import { assertEditable } from '../../../shared/domain/moment/moment.ts';
import { assertTestedBy } from '../../../shared/domain/moment/test-run.ts';
import { assertNotBoth, verdictRole } from '../../../shared/domain/moment/verdict.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { momentSubject } from '../../../shared/http/moment-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { amend } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { recordVerdict as contract } from './contracts.ts';

export const recordVerdict = writeUseCase(contract, {
  async load({ moments }, { params: { momentId }, body: { testId } }) {
    const [head, run] = await Promise.all([moments.moment(momentId), moments.testRun(momentId, testId)]);
    return { head: found(head), run: run?.value };
  },
  subject: ({ head }, { body: { testId } }) => momentSubject(head, { testId }),
  decide({ head, run }, { body, caller, now, roles }) {
    // The permission lets in whoever holds either role; a verdict is given in a role one has.
    if (!roles.includes(body.as)) throw new Problem('role-missing');
    assertEditable(head.value);
    assertTestedBy(run, caller.hsaId, head.value);
    assertNotBoth(head.value.verdicts, body.as, caller.hsaId);
    const { as, testId: _, ...given } = body;
    const verdict = { ...given, by: caller.hsaId, at: now };
    const verdicts = { ...head.value.verdicts, [as]: verdict };
    return {
      body: { approvedBy: verdictRole.options.filter((role) => verdicts[role]?.approved) },
      version: head.version + 1,
      // The content alone must be what was tested: the other's verdict, given in the same instant, is no hindrance.
      changes: [
        amend(entities.moment, head.value, {
          inMaps: [{ map: 'verdicts', entry: as, act: 'set', value: verdict }],
          state: ['draft'],
          revision: head.value.revision,
          otherwise: 'version-mismatch',
        }),
      ],
    };
  },
});

export const handler = httpHandler(recordVerdict);
