import type { Principal } from '../auth/principal.ts';
import type { Person } from '../domain/person.ts';
import type { Attempt } from '../persistence/engine/idempotency.ts';
import type { Deed } from './activity-of-request.ts';
import type { Input } from './parse-input.ts';
import type { Runtime } from './runtime.ts';
import type { AnyRequest } from './use-case.ts';

interface Identifying {
  readonly request: AnyRequest;
  /** Whom the use case has read out of the body so far, in that order. */
  readonly named: readonly Person[];
}

/** What a use case is told, as far as it is known before the caller is let in. */
export const requestOf = (
  runtime: Runtime,
  input: Input,
  caller: Principal | undefined,
  now: string,
): Identifying => {
  const named: Person[] = [];
  const request: AnyRequest = {
    params: input.params,
    query: input.query,
    body: input.body,
    language: input.language,
    caller,
    roles: [],
    representation: { as: 'self' },
    nationalManagement: runtime.nationalManagement,
    mediaLimits: runtime.mediaLimits,
    now,
    newId: runtime.newId,
    shownIdFor: runtime.personKeys.shownIdFor,
    identify(text) {
      const person = runtime.personKeys.identify(text);
      named.push(person);
      return person;
    },
  };
  return { request, named };
};

export const attemptOf = ({ contract, principal }: Deed, input: Input): Attempt | undefined =>
  input.idempotencyKey === undefined
    ? undefined
    : {
        caller:
          principal.kind === 'staff'
            ? principal.hsaId
            : JSON.stringify([principal.person.key, principal.resident.key]),
        operationId: contract.operationId,
        key: input.idempotencyKey,
        input: [input.params, input.body, input.expectedVersion],
      };
