import { found } from '../../../shared/domain/found.ts';
import { assertExported } from '../../../shared/domain/moment/moment.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { momentSubject } from '../../../shared/http/moment-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { replace } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { momentEventChange } from '../../../shared/persistence/moments/moment-event-change.ts';
import { recallExport as contract } from './contracts.ts';

export const recallExport = writeUseCase(contract, {
  load: async ({ moments }, { params }) => found(await moments.moment(params.momentId)),
  subject: (head) => momentSubject(head),
  decide(head, request) {
    assertExported(head.value);
    const { exportedBy: _, ...kept } = head.value;
    return {
      body: { state: 'draft' as const },
      version: head.version + 1,
      changes: [
        replace(entities.moment, head, { ...kept, state: 'draft' }),
        momentEventChange({ momentId: kept.momentId, act: 'export-recalled' }, request),
      ],
    };
  },
});

export const handler = httpHandler(recallExport);
