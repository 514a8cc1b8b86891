import type { APIGatewayProxyEvent } from 'aws-lambda';
import { Problem } from '../domain/problem.ts';
import { type Attempt, type FirstAnswer, findFirstAnswer } from '../persistence/engine/idempotency.ts';
import { unpackedOnceLetIn } from '../persistence/engine/unpacking.ts';
import { authenticate } from './access/authenticate.ts';
import { settleAccess, settleSubject } from './access/settle.ts';
import { type Admitted, answerAgain, type Reply, read, replyOf, write } from './carry-out.ts';
import { type Held, hold, outcomeOf } from './held.ts';
import { type Input, parseInput } from './parse-input.ts';
import { homeOf, type Matter, recordingDenials, recordingRefusals } from './recording.ts';
import { attemptOf, requestOf } from './request-of.ts';
import type { Runtime } from './runtime.ts';
import { sharingReads } from './shared-reads.ts';
import { assertSingleHeaders } from './single-headers.ts';
import type { ClosedUseCase, ReadUseCase, UseCase, WriteUseCase } from './use-case.ts';

const reading = async (matter: Matter, useCase: ReadUseCase, admitted: Admitted): Promise<Reply> => {
  await recordingRefusals(matter, admitted, () => outcomeOf(admitted.loading));
  // From here on the activity itself says that it was asked for.
  return read(matter, useCase, admitted);
};

interface Sending {
  readonly attempt: Attempt | undefined;
  readonly earlier: Held<FirstAnswer | undefined>;
  readonly expectedVersion: number | undefined;
}

const writing = (
  matter: Matter,
  useCase: WriteUseCase,
  admitted: Admitted,
  { attempt, earlier, expectedVersion }: Sending,
): Promise<Reply> =>
  recordingRefusals(matter, admitted, async () => {
    const first = outcomeOf(earlier);
    if (first) return answerAgain(matter.runtime, useCase, admitted, first);
    outcomeOf(admitted.loading);
    if (useCase.contract.ifMatch && admitted.subject.version !== expectedVersion)
      throw new Problem('version-mismatch');
    return write(matter.runtime, useCase, admitted, attempt);
  });

const runClosed = async (matter: Matter, useCase: ClosedUseCase, input: Input): Promise<Reply> => {
  const { runtime, deed } = matter;
  const { request, named } = requestOf(runtime, input, deed.principal, deed.now);
  const attempt = attemptOf(deed, input);
  const settling = settleAccess(matter, request, named);
  const letIn = settling.then(
    () => true,
    () => false,
  );
  // Begun beside what access is decided by, for there are two round trips; looked at by nobody before that is decided.
  const held = unpackedOnceLetIn(letIn, () =>
    Promise.all([
      hold(() => useCase.steps.load(runtime.stores, request)),
      hold(() => attempt && findFirstAnswer(runtime.database, attempt)),
    ]),
  );
  const atPlace = await settling;
  const [loading, earlier] = await held;
  const { access, subject, capacity } =
    'error' in loading
      ? atPlace
      : await settleSubject(matter, atPlace, useCase.steps.subject(loading.value, request));
  const representation = access.kind === 'resident' ? access.representation : request.representation;
  const admitted: Admitted = {
    ...{ deed, subject, loading },
    acting: { capacity, representation },
    request: { ...request, roles: capacity?.roles ?? [], representation },
  };
  const { expectedVersion } = input;
  return useCase.kind === 'read'
    ? reading(matter, useCase, admitted)
    : writing(matter, useCase, admitted, { attempt, earlier, expectedVersion });
};

/** Runs one request. What an access or a denial must leave in the log is stored before this returns or throws (LOG-15). */
export const run = async (
  serving: Runtime,
  useCase: UseCase,
  { event, correlationId }: { event: APIGatewayProxyEvent; correlationId: string },
): Promise<Reply> => {
  const runtime = { ...serving, stores: sharingReads(serving.stores) };
  const now = runtime.now().toISOString();
  if (useCase.kind === 'public') {
    const { request } = requestOf(runtime, parseInput(useCase.contract, event), undefined, now);
    return replyOf(useCase.contract, await useCase.steps.answer(runtime.stores, request));
  }
  const { contract } = useCase;
  assertSingleHeaders(event);
  const { principal, barred } = await authenticate(runtime, contract, event.headers);
  const deed = { eventId: runtime.newId(), now, correlationId, contract, principal };
  const matter: Matter = { runtime, deed, home: hold(() => homeOf(runtime, principal)) };
  await recordingDenials(matter, { subject: undefined, show: (problem) => problem }, () => {
    if (barred) throw barred;
  });
  return runClosed(matter, useCase, parseInput(contract, event));
};
