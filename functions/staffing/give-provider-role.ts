import { Problem } from '../../shared/domain/problem.ts';
import { assertGives, assertNotOneself, assertRoleAtProvider } from '../../shared/domain/staffing.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { giveProviderRole as contract } from './contracts.ts';
import { providerKind, subjectAt } from './place.ts';
import { giving } from './role-writing.ts';

export const giveProviderRole = writeUseCase(contract, {
  async load(stores, request) {
    const [kind, person] = await Promise.all([
      providerKind(stores, request),
      stores.staffDirectory.person(request.body.staff),
    ]);
    return { kind, person };
  },
  subject: (_, { params, body }) => subjectAt({ provider: params.providerId }, body),
  decide({ kind, person }, request) {
    const { params, body, caller, roles } = request;
    assertGives(roles, body.role);
    assertNotOneself(caller.hsaId, body.staff);
    assertRoleAtProvider(body.role, kind);
    if (!person) throw new Problem('staff-unknown');
    return { body: { ...body, advice: [] }, changes: giving({ provider: params.providerId }, body, request) };
  },
});

export const handler = httpHandler(giveProviderRole);
