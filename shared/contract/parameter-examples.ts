import type { createDocument } from 'zod-openapi';
import type { Contract, RequestSample } from './contract.ts';

type Document = ReturnType<typeof createDocument>;
type Operation = NonNullable<NonNullable<Document['paths']>[string]['get']>;

/** As the schemas read them: `major` stands as text in a path and is a number. */
const valuesOf = ({ params, query }: Contract, sample: RequestSample) => ({
  path: params?.parse(sample.params),
  query: sample.query && query?.parse(sample.query),
});

const exemplified = (operation: Operation, values: ReturnType<typeof valuesOf>): Operation => ({
  ...operation,
  ...(operation.parameters
    ? {
        parameters: operation.parameters.map((parameter) => {
          if ('$ref' in parameter || (parameter.in !== 'path' && parameter.in !== 'query')) return parameter;
          const example = values[parameter.in]?.[parameter.name];
          return example === undefined ? parameter : { ...parameter, example };
        }),
      }
    : {}),
});

/** Gives each parameter the value it has in the sample: the library that makes the document takes examples of bodies alone. */
export const withParameterExamples = (
  document: Document,
  contracts: readonly Contract[],
  sampleOf: (contract: Contract) => RequestSample,
): Document => {
  const paths = { ...document.paths };
  for (const contract of contracts) {
    const method = contract.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
    const operation = paths[contract.path]?.[method];
    if (operation)
      paths[contract.path] = {
        ...paths[contract.path],
        [method]: exemplified(operation, valuesOf(contract, sampleOf(contract))),
      };
  }
  return { ...document, paths };
};
