import { describe, expect, it } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { sampleOf } from '../../../functions/samples.ts';
import { isReplayable } from '../../../shared/contract/contract.ts';
import { openApiDocument } from '../../../shared/contract/open-api.ts';
import { problemTable } from '../../../shared/contract/problem-table.ts';
import { problemsOf } from '../../../shared/contract/problems-of.ts';

interface Media {
  readonly content?: Record<string, { readonly schema?: unknown; readonly example?: unknown }>;
  readonly description?: string;
  readonly required?: boolean;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: unknown;
  readonly example?: unknown;
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: string[];
  readonly security: Record<string, string[]>[];
  readonly parameters?: Parameter[];
  readonly requestBody?: Media;
  readonly responses: Record<string, Media>;
}
interface Document {
  readonly openapi: string;
  readonly info: Record<string, string>;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: {
    readonly schemas: Record<string, unknown>;
    readonly securitySchemes: Record<string, unknown>;
  };
}

// As a reader gets it: through JSON.
const document = JSON.parse(JSON.stringify(openApiDocument(routes, sampleOf))) as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
const operationOf = (operationId: string): Operation => {
  const found = operations.find(({ operation }) => operation.operationId === operationId);
  if (!found) throw new Error(`${operationId} is not in the document`);
  return found.operation;
};
const each = routes.map(({ context, contract }) => ({
  operationId: contract.operationId,
  context,
  contract,
}));

const refsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = '$ref' in value && typeof value.$ref === 'string' ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(refsIn)];
};
const resolve = (ref: string): unknown =>
  ref
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], document);

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1 and says what it describes', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({
      title: 'Stöd och behandling',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
    expect(Object.keys(document.components.securitySchemes).toSorted()).toEqual(['resident', 'staff']);
  });

  it('has every contract once, at its path and method, and nothing else', () => {
    const described = operations.map(
      ({ path, method, operation }) => `${operation.operationId} ${method} ${path}`,
    );
    const contracts = each.map(
      ({ operationId, contract: { method, path } }) => `${operationId} ${method.toLowerCase()} ${path}`,
    );
    expect(described.toSorted()).toEqual(contracts.toSorted());
  });

  it('has no reference that leads nowhere', () => {
    const refs = refsIn(document);
    expect(refs.length).toBeGreaterThan(10);
    expect(refs.filter((ref) => !ref.startsWith('#/') || resolve(ref) === undefined)).toEqual([]);
  });

  it('names the schemas that front ends share', () => {
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['Answers', 'Form', 'HsaId', 'Module', 'MomentVersion', 'Problem']),
    );
  });
});

describe('every operation in the OpenAPI document', () => {
  it.each(each)('$operationId says what it is and who may call it', ({ operationId, context, contract }) => {
    const operation = operationOf(operationId);
    expect(operation).toMatchObject({
      summary: contract.summary,
      description: contract.description,
      tags: [context],
    });
    const login = contract.caller === 'anyone' ? [] : [{ [contract.caller]: [contract.permission] }];
    expect(operation.security).toEqual(login);
    for (const scheme of operation.security.flatMap((one) => Object.keys(one)))
      expect(document.components.securitySchemes).toHaveProperty(scheme);
  });

  it.each(each)('$operationId describes its answer', ({ operationId, contract }) => {
    const answer = operationOf(operationId).responses[contract.status];
    expect(answer?.description).toBeTruthy();
    expect(answer?.content?.['application/json']?.schema).toBeTypeOf('object');
  });

  it.each(each)('$operationId describes every problem under its status', ({ operationId, contract }) => {
    const { responses } = operationOf(operationId);
    const problems = problemsOf(contract);
    for (const code of problems) {
      const response = responses[problemTable[code].status];
      expect(response?.description).toContain(`\`${code}\``);
      expect(response?.content?.['application/problem+json']?.schema).toEqual({
        $ref: '#/components/schemas/Problem',
      });
    }
    const statuses = [contract.status, ...problems.map((code) => problemTable[code].status)].map(String);
    expect(Object.keys(responses).toSorted()).toEqual([...new Set(statuses)].toSorted());
  });

  it.each(each)(
    '$operationId describes what it takes, and what of it must be there',
    ({ operationId, contract }) => {
      const { parameters = [], requestBody } = operationOf(operationId);
      const taken = (place: string) => parameters.filter((one) => one.in === place).map(({ name }) => name);
      expect(taken('path').toSorted()).toEqual(Object.keys(contract.params?.shape ?? {}).toSorted());
      expect(taken('query').toSorted()).toEqual(Object.keys(contract.query?.shape ?? {}).toSorted());
      const represented = contract.caller === 'resident' && contract.permission !== 'own-data:self';
      expect(taken('header')).toEqual([
        ...(represented ? ['Acting-For'] : []),
        ...(contract.ifMatch ? ['If-Match'] : []),
        ...(isReplayable(contract) ? ['Idempotency-Key'] : []),
      ]);
      for (const { in: place, name, required, schema } of parameters) {
        const asked =
          place === 'query' && contract.query?.shape[name]?.safeParse(undefined).success === false;
        expect(required === true).toBe(place === 'path' || name === 'If-Match' || asked);
        expect(schema).toBeTypeOf('object');
      }
      expect(requestBody?.required).toBe(contract.body ? true : undefined);
      expect(requestBody?.content?.['application/json']?.schema !== undefined).toBe(
        contract.body !== undefined,
      );
    },
  );

  it.each(each)('$operationId shows a request that fits it', ({ operationId, contract }) => {
    const { parameters = [], requestBody } = operationOf(operationId);
    const shown = (place: string) =>
      Object.fromEntries(
        parameters.flatMap(({ in: where, name, example }) =>
          where === place && example !== undefined ? [[name, example]] : [],
        ),
      );
    const { params, query, body } = contract;
    expect(params?.safeParse(shown('path')).error).toBeUndefined();
    expect(query?.safeParse(shown('query')).error).toBeUndefined();
    const example = requestBody?.content?.['application/json']?.example;
    expect(body?.safeParse(example).error).toBeUndefined();
    expect(example).toEqual(sampleOf(contract).body);
  });
});
