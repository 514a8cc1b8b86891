import { draftFindings } from '../../../shared/domain/moment/draft-findings.ts';
import { assertEditable } from '../../../shared/domain/moment/moment.ts';
import { assertTested } from '../../../shared/domain/moment/verdict.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { momentSubject } from '../../../shared/http/moment-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { replace } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { momentEventChange } from '../../../shared/persistence/moments/moment-event-change.ts';
import { checkedOf, loadForCheck } from './check-loading.ts';
import { exportToPublisher as contract } from './contracts.ts';

export const exportToPublisher = writeUseCase(contract, {
  load: ({ moments }, { params }) => loadForCheck(moments, params.momentId),
  subject: ({ draft }) => momentSubject(draft.head),
  decide(loaded, request) {
    const { head } = loaded.draft;
    assertEditable(head.value);
    const wrong = draftFindings(checkedOf(loaded)).filter(({ level }) => level === 'error');
    if (wrong.length > 0) throw new Problem('moment-incomplete', wrong);
    assertTested(head.value);
    const { review: _, ...kept } = head.value;
    return {
      body: { state: 'exported' as const },
      version: head.version + 1,
      changes: [
        replace(entities.moment, head, { ...kept, state: 'exported', exportedBy: request.caller.hsaId }),
        momentEventChange({ momentId: kept.momentId, act: 'exported' }, request),
      ],
    };
  },
});

export const handler = httpHandler(exportToPublisher);
