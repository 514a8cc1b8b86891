import { acknowledge } from '../../../shared/domain/care/flag.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { acknowledgedFlag } from '../../../shared/persistence/instances/flag-changes.ts';
import { acknowledgeFlag as contract } from './contracts.ts';
import { flagSubject, loadFlag, openFlag } from './flag-loading.ts';

export const acknowledgeFlag = writeUseCase(contract, {
  load: loadFlag,
  subject: flagSubject,
  merges: true,
  decide(basis, { body: { resultId }, caller, now }) {
    const before = openFlag(basis);
    const after = acknowledge(before.value, resultId, { by: caller.hsaId, at: now });
    return { body: { acknowledgedAt: now }, changes: acknowledgedFlag({ ...basis, before, after }) };
  },
});

export const handler = httpHandler(acknowledgeFlag);
