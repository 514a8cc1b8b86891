import { found } from '../../shared/domain/found.ts';
import type { Auditors } from '../../shared/domain/organisation.ts';
import { assertGives, withoutAuditor } from '../../shared/domain/staffing.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { withdrawProviderRole as contract } from './contracts.ts';
import { auditorChanges } from './holder-changes.ts';
import { withdrawing } from './role-assignment-changes.ts';
import { providerKind, subjectAt } from './role-place.ts';

export const withdrawProviderRole = writeUseCase(contract, {
  async load(stores, request) {
    const { params, body } = request;
    const [held, auditors] = await Promise.all([
      stores.organisation.roleAt(body.staff, params.providerId, body.role),
      stores.organisation.auditors(params.providerId),
      providerKind(stores, request),
    ]);
    return { held, auditors };
  },
  subject: (_, { params, body }) => subjectAt({ provider: params.providerId }, body),
  decide({ held, auditors }, request) {
    const { params, body, roles } = request;
    assertGives(roles, body.role);
    const without = (had: Auditors, staff: string) => withoutAuditor(had, staff, roles);
    return {
      body: { ...body, advice: [] },
      changes: [
        ...withdrawing(found(held), request),
        ...auditorChanges(params.providerId, auditors, body, without),
      ],
    };
  },
});

export const handler = httpHandler(withdrawProviderRole);
