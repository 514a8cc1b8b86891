import {
  ConsecutiveBreaker,
  ConstantBackoff,
  circuitBreaker,
  handleAll,
  handleWhen,
  retry,
  wrap,
} from 'cockatiel';
import * as z from 'zod';
import { Problem } from '../domain/problem.ts';

/** Where a register answers, and the key it knows us by. */
export interface RegisterAddress {
  readonly url: string;
  readonly key: string;
  /** Milliseconds it is waited for; the register’s own usual patience where nothing is said. */
  readonly answerWithin?: number;
}

/** Looks people up by their ids. Whom the register does not know is left out. Throws `register-unavailable`. */
export type Lookup<T> = (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>;

interface Register<T> {
  /** What the ids are called in the request. */
  readonly ids: 'numbers' | 'hsaIds';
  readonly schema: z.ZodType<T>;
  idOf(one: T): string;
  /** Milliseconds it is waited for where its address says nothing else. */
  readonly patience: number;
}

/** Failed lookups in a row after which it is left alone, and for how many milliseconds. */
export const brokenAfter = 5;
export const leftAloneFor = 10_000;

/** The registers’ own limit of ids in one lookup (shared/registers/README.md). */
export const maxIds = 100;

const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError';

/** One more try at once for a lost connection or a restart; who hangs is not asked again, for the caller is waiting. */
const policy = () =>
  wrap(
    circuitBreaker(handleAll, { halfOpenAfter: leftAloneFor, breaker: new ConsecutiveBreaker(brokenAfter) }),
    retry(
      handleWhen((error: unknown) => !isTimeout(error)),
      { maxAttempts: 1, backoff: new ConstantBackoff(50) },
    ),
  );

const ask = async ({ url, key, answerWithin }: Required<RegisterAddress>, body: object): Promise<unknown> => {
  const answer = await fetch(`${url}/lookup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
    // An answer from elsewhere than the configured address is no answer.
    redirect: 'error',
    signal: AbortSignal.timeout(answerWithin),
  });
  if (!answer.ok) throw new Error(`The register answered ${answer.status}`);
  // What cannot be read must not be quoted: the parser's own message would carry it to the log.
  return answer.json().catch((error: unknown) => {
    throw isTimeout(error) ? error : new Error('The register’s answer is not JSON');
  });
};

/**
 * A register behind HTTP, with time-out, one retry and a circuit breaker. Fails closed: an answer late, broken, of another
 * shape or about people who were not asked for is no answer. Errors carry nothing of what was sent or received.
 */
export const createLookup = <T>(
  { answerWithin, ...address }: RegisterAddress,
  { ids, schema, idOf, patience }: Register<T>,
): Lookup<T> => {
  const people = z.object({ people: z.array(schema) });
  const guarded = policy();

  const lookUp = async (wanted: readonly string[]): Promise<ReadonlyMap<string, T>> => {
    const answer = people.safeParse(
      await ask({ ...address, answerWithin: answerWithin ?? patience }, { [ids]: wanted }),
    );
    if (!answer.success) throw new Error('The register’s answer does not fit its contract');
    const found = new Map(answer.data.people.map((one) => [idOf(one), one]));
    if (found.size < answer.data.people.length) throw new Error('The register answered twice about someone');
    if ([...found.keys()].some((id) => !wanted.includes(id)))
      throw new Error('The register answered about someone else');
    return found;
  };

  return async (asked) => {
    const wanted = [...new Set(asked)];
    if (wanted.length === 0) return new Map();
    if (wanted.length > maxIds) throw new Error(`At most ${maxIds} ids in one lookup`);
    return guarded
      .execute(() => lookUp(wanted))
      .catch((error: unknown) => {
        throw new Problem('register-unavailable', [], { cause: error });
      });
  };
};
