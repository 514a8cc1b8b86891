import { Problem } from '../../shared/domain/problem.ts';
import {
  assertGives,
  assertNotOneself,
  assertRoleAtProvider,
  withHolder,
} from '../../shared/domain/staffing.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { giveProviderRole as contract } from './contracts.ts';
import { auditorChanges } from './holder-changes.ts';
import { giving } from './role-assignment-changes.ts';
import { providerKind, subjectAt } from './role-place.ts';

export const giveProviderRole = writeUseCase(contract, {
  async load(stores, request) {
    const [kind, auditors] = await Promise.all([
      providerKind(stores, request),
      stores.organisation.auditors(request.params.providerId),
    ]);
    return { kind, auditors };
  },
  subject: (_, { params, body }) => subjectAt({ provider: params.providerId }, body),
  ask({ staffDirectory }, { kind }, { body, caller, roles }) {
    assertGives(roles, body.role);
    assertNotOneself(caller.hsaId, body.staff);
    assertRoleAtProvider(body.role, kind);
    return staffDirectory.person(body.staff);
  },
  decide({ auditors }, request, person) {
    const { params, body } = request;
    if (!person) throw new Problem('staff-unknown');
    const provider = params.providerId;
    return {
      body: { ...body, advice: [] },
      changes: [
        ...giving({ provider }, body, request),
        ...auditorChanges(provider, auditors, body, withHolder),
      ],
    };
  },
});

export const handler = httpHandler(giveProviderRole);
