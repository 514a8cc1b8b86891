import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { purposeOf } from '../auth/permissions.ts';
import { answerConflict } from '../domain/care/draft-merging.ts';
import { bodyLimitOf, type Contract, isReplayable, type RequestSample } from './contract.ts';
import { withParameterExamples } from './parameter-examples.ts';
import { problemTable } from './problem-table.ts';
import { problemsOf } from './problems-of.ts';

const fault = z.object({
  pointer: z.string().meta({ description: 'JSON Pointer (RFC 6901)', example: '/body/title' }),
  code: z.string().meta({
    description: 'Stable, for front ends that say it in their own words',
    example: 'text-length',
  }),
  detail: z.string().meta({
    description: 'In Swedish, or English where `Accept-Language` asks for it',
    example: '1 till 200 tecken',
  }),
});

const problem = z
  .object({
    type: z.string().meta({ example: '/problems/version-mismatch' }),
    code: z.string().meta({ description: 'Stable; `type` ends in it' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'How to do it right' }),
    instance: z.string().meta({ description: 'The correlation id, for support' }),
    errors: z.array(fault).optional(),
    limit: z.int().optional().meta({ description: 'Bytes of body taken here, where more were sent' }),
    conflicts: z.array(answerConflict).optional().meta({
      description: 'Of `answers-in-conflict` and `already-submitted`: the answers between which to choose',
    }),
    errorsLeft: z.int().optional().meta({
      description: 'How many more errors there are than those listed: mend these and send it again',
    }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

const headersOf = (contract: Contract) => {
  const names = {
    ...(contract.caller === 'resident' && purposeOf(contract.permission)
      ? {
          'Acting-For': z.string().optional().meta({
            description: 'Personnummer of the child, or of who gave the mandate',
            example: '201805042387',
          }),
        }
      : {}),
    ...(contract.ifMatch
      ? { 'If-Match': z.string().meta({ description: 'The ETag that was read', example: '"3"' }) }
      : {}),
    ...(isReplayable(contract)
      ? {
          'Idempotency-Key': z
            .string()
            .optional()
            .meta({ description: 'A new UUID for each new request; the same to repeat one' }),
        }
      : {}),
  };
  return Object.keys(names).length > 0 ? z.object(names) : undefined;
};

const problemResponses = (contract: Contract): ZodOpenApiOperationObject['responses'] => {
  const byStatus = Map.groupBy(problemsOf(contract), (code) => problemTable[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${problemTable[code].title.en}`).join('\n\n'),
        content: { 'application/problem+json': { schema: problem } },
      },
    ]),
  );
};

const operationOf = (
  context: string,
  contract: Contract,
  { body: example }: RequestSample,
): ZodOpenApiOperationObject => {
  const { operationId, summary, description, params, query, body, response, status } = contract;
  const header = headersOf(contract);
  return {
    operationId,
    summary,
    description,
    tags: [context],
    security: contract.caller === 'anyone' ? [] : [{ [contract.caller]: [contract.permission] }],
    requestParams: {
      ...(params ? { path: params } : {}),
      ...(query ? { query } : {}),
      ...(header ? { header } : {}),
    },
    ...(body
      ? {
          'x-body-limit-bytes': bodyLimitOf(contract),
          requestBody: {
            description: `At most ${bodyLimitOf(contract)} bytes, in UTF-8`,
            required: true,
            content: { 'application/json': { schema: body, example } },
          },
        }
      : {}),
    responses: {
      [status]: {
        description: 'Done',
        content: {
          'application/json': { schema: response },
          ...(contract.csv ? { 'text/csv': { schema: { type: 'string' as const } } } : {}),
        },
      },
      ...problemResponses(contract),
    },
  };
};

const login = (who: string) =>
  ({
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: `A token from the identity provider for ${who}`,
  }) as const;

/** The API as OpenAPI 3.1, from nothing but the contracts and a sample request of each. */
export const openApiDocument = (
  routes: readonly { context: string; contract: Contract }[],
  sampleOf: (contract: Contract) => RequestSample,
) => {
  const paths: ZodOpenApiPathsObject = {};
  for (const { context, contract } of routes) {
    const operation = operationOf(context, contract, sampleOf(contract));
    paths[contract.path] = { ...paths[contract.path], [contract.method.toLowerCase()]: operation };
  }
  const document = createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Stöd och behandling',
      version: '0.1.0',
      description: 'Support, education and treatment over the internet for Swedish care.',
    },
    servers: [{ url: '/', description: 'Where this document came from' }],
    paths,
    components: { securitySchemes: { staff: login('staff'), resident: login('residents') } },
  });
  return withParameterExamples(
    document,
    routes.map(({ contract }) => contract),
    sampleOf,
  );
};
