import { clear } from '../../../shared/domain/care/flag.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { clearedFlagChanges } from '../../../shared/persistence/instances/flag-changes.ts';
import { clearFlag as contract } from './contracts.ts';
import { flagSubject, loadFlag, openFlag } from './flag-loading.ts';

export const clearFlag = writeUseCase(contract, {
  load: loadFlag,
  subject: flagSubject,
  merges: true,
  decide(basis, { body: { resultId: seen, note }, caller, now, newId }) {
    const before = openFlag(basis);
    const clearingId = newId();
    const cleared = { by: caller.hsaId, at: now, note };
    const closed = clear(before.value, { clearingId, seen, cleared });
    return {
      body: { clearingId, clearedAt: now },
      resource: { clearingId },
      changes: clearedFlagChanges({ ...basis, before, after: undefined }, closed),
    };
  },
});

export const handler = httpHandler(clearFlag);
