import { found } from '../../shared/domain/found.ts';
import { assertGives } from '../../shared/domain/staffing.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { withdrawProviderRole as contract } from './contracts.ts';
import { providerKind, subjectAt } from './place.ts';
import { withdrawing } from './role-writing.ts';

export const withdrawProviderRole = writeUseCase(contract, {
  async load(stores, request) {
    const { params, body } = request;
    const [held] = await Promise.all([
      stores.organisation.roleAt(body.staff, params.providerId, body.role),
      providerKind(stores, request),
    ]);
    return held;
  },
  subject: (_, { params, body }) => subjectAt({ provider: params.providerId }, body),
  decide(held, request) {
    const { body, roles } = request;
    assertGives(roles, body.role);
    return { body: { ...body, advice: [] }, changes: withdrawing(found(held), request) };
  },
});

export const handler = httpHandler(withdrawProviderRole);
