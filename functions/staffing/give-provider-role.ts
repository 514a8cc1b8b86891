import { Problem } from '../../shared/domain/problem.ts';
import { assertGives, assertNotOneself, assertRoleAtProvider } from '../../shared/domain/staffing.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { giveProviderRole as contract } from './contracts.ts';
import { providerKind, subjectAt } from './place.ts';
import { giving } from './role-writing.ts';

export const giveProviderRole = writeUseCase(contract, {
  load: (stores, request) => providerKind(stores, request),
  subject: (_, { params, body }) => subjectAt({ provider: params.providerId }, body),
  ask({ staffDirectory }, kind, { body, caller, roles }) {
    assertGives(roles, body.role);
    assertNotOneself(caller.hsaId, body.staff);
    assertRoleAtProvider(body.role, kind);
    return staffDirectory.person(body.staff);
  },
  decide(_, request, person) {
    const { params, body } = request;
    if (!person) throw new Problem('staff-unknown');
    return { body: { ...body, advice: [] }, changes: giving({ provider: params.providerId }, body, request) };
  },
});

export const handler = httpHandler(giveProviderRole);
