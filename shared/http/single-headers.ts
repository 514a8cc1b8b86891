import type { APIGatewayProxyEvent } from 'aws-lambda';
import { Problem } from '../domain/problem.ts';
import { requestSayings } from '../domain/sayings/request-sayings.ts';

/** Who asks, and for whom: of two, a proxy before us may have looked at the other one. */
const singular: readonly string[] = ['authorization', 'acting-for', 'if-match', 'idempotency-key'];

/** Throws where a header that decides something was sent more than once; the gateway itself would go on with the last. */
export const assertSingleHeaders = ({
  multiValueHeaders,
}: Pick<APIGatewayProxyEvent, 'multiValueHeaders'>): void => {
  const counts = new Map<string, number>();
  for (const [name, values] of Object.entries(multiValueHeaders ?? {})) {
    const key = name.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + (values?.length ?? 0));
  }
  const twice = singular.filter((name) => (counts.get(name) ?? 0) > 1);
  if (twice.length === 0) return;
  throw new Problem(
    'validation-failed',
    twice.map((name) => ({ pointer: `/headers/${name}`, ...requestSayings['header-repeated'] })),
  );
};
