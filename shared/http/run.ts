import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { Principal } from '../auth/principal.ts';
import { problemTable } from '../contract/problem-table.ts';
import { Problem } from '../domain/problem.ts';
import { appendActivity } from '../persistence/engine/append-activity.ts';
import { type Attempt, findFirstAnswer } from '../persistence/engine/idempotency.ts';
import { accessOf } from './access/access-of.ts';
import { type Deed, denied } from './activity-of-request.ts';
import { admit, concealed } from './access/admit.ts';
import { authenticate } from './access/authenticate.ts';
import { carryOut, type Reply, replyOf } from './carry-out.ts';
import { type Input, parseInput } from './parse-input.ts';
import type { Runtime } from './runtime.ts';
import type { AnyRequest, ClosedUseCase, RequestSubject, UseCase } from './use-case.ts';

const requestOf = (
  runtime: Runtime,
  input: Input,
  caller: Principal | undefined,
  now: string,
): AnyRequest => ({
  params: input.params,
  query: input.query,
  body: input.body,
  caller,
  roles: [],
  representation: { as: 'self' },
  nationalManagement: runtime.nationalManagement,
  mediaLimits: runtime.mediaLimits,
  now,
  newId: runtime.newId,
  identify: runtime.personKeys.identify,
});

const attemptOf = ({ contract, principal }: Deed, input: Input): Attempt | undefined =>
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

interface Guard {
  readonly deed: Deed;
  readonly subject: RequestSubject | undefined;
  /** What the caller is told instead, where the truth is not theirs to know. */
  show(problem: Problem): Problem;
}

/** Stores a denied attempt before its problem goes out (LOG-21); where it cannot be stored, the storage's own error goes out. */
const recordingDenials = async <T>(
  runtime: Runtime,
  { deed, subject, show }: Guard,
  act: () => T | Promise<T>,
): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Problem) || problemTable[error.code].status !== 403) throw error;
    const { database, nationalManagement } = runtime;
    await appendActivity(database, denied(deed, { problem: error, subject, nationalManagement }));
    throw show(error);
  }
};

const itself = (problem: Problem): Problem => problem;

const outcomeOf = <T>(settled: PromiseSettledResult<T>): T => {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
};

const runClosed = async (
  runtime: Runtime,
  useCase: ClosedUseCase,
  deed: Deed,
  input: Input,
): Promise<Reply> => {
  const { principal, now, contract } = deed;
  const request = requestOf(runtime, input, principal, now);
  const attempt = attemptOf(deed, input);
  const [accessing, loading, finding] = await Promise.allSettled([
    accessOf(runtime, deed),
    useCase.steps.load(runtime.stores, request),
    attempt && findFirstAnswer(runtime.database, attempt),
  ]);
  // First of all, so that who may not act for the resident they name learns nothing of what was found.
  const access = await recordingDenials(runtime, { deed, subject: undefined, show: itself }, () =>
    outcomeOf(accessing),
  );
  const loaded = outcomeOf(loading);
  const earlier = outcomeOf(finding);
  const subject = useCase.steps.subject(loaded, request);
  const capacity = await recordingDenials(
    runtime,
    { deed, subject, show: (problem) => concealed(contract, problem) },
    () => admit(contract, { principal, access, now }, subject),
  );
  if (earlier) return replyOf(contract, earlier);
  if (contract.ifMatch && subject.version !== input.expectedVersion) throw new Problem('version-mismatch');
  return recordingDenials(runtime, { deed, subject, show: itself }, () =>
    carryOut(runtime, useCase, {
      ...{ deed, loaded, subject, capacity, attempt },
      request: {
        ...request,
        roles: capacity?.roles ?? [],
        representation: access.kind === 'resident' ? access.representation : request.representation,
      },
    }),
  );
};

/** Runs one request. What an access or a denial must leave in the log is stored before this returns or throws (LOG-15). */
export const run = async (
  runtime: Runtime,
  useCase: UseCase,
  { event, correlationId }: { event: APIGatewayProxyEvent; correlationId: string },
): Promise<Reply> => {
  const now = runtime.now().toISOString();
  if (useCase.kind === 'public') {
    const request = requestOf(runtime, parseInput(useCase.contract, event), undefined, now);
    return replyOf(useCase.contract, await useCase.steps.answer(runtime.stores, request));
  }
  const { contract } = useCase;
  const { principal, barred } = await authenticate(runtime, contract, event.headers);
  const deed: Deed = { eventId: runtime.newId(), now, correlationId, contract, principal };
  await recordingDenials(runtime, { deed, subject: undefined, show: itself }, () => {
    if (barred) throw barred;
  });
  return runClosed(runtime, useCase, deed, parseInput(contract, event));
};
