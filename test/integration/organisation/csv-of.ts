import type { APIGatewayProxyResult, Context } from 'aws-lambda';
import { createPipeline } from '../../../shared/http/pipeline.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import type { Sent, World } from '../../support/world.ts';
import { anEvent } from '../../unit/http/an-event.ts';

/** The whole answer to someone who asks for CSV, through the real pipeline; `world.call` reads JSON. */
export const csvOf = async (
  world: World,
  useCase: UseCase,
  { params, query, token = '' }: Sent,
): Promise<APIGatewayProxyResult> => {
  const handler = createPipeline(useCase, () => world.runtime);
  const event = anEvent({
    ...{ httpMethod: 'GET', pathParameters: params ?? null, queryStringParameters: query ?? null },
    headers: { accept: 'text/csv', authorization: `Bearer ${token}` },
  });
  const result = await handler(event, { awsRequestId: 'test' } as Context, () => undefined);
  if (!result) throw new Error('The pipeline gave no response');
  return result;
};
