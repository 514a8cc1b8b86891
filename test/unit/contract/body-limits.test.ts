import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { routes } from '../../../functions/routes.ts';
import { sampleOf } from '../../../functions/samples.ts';
import { bodyLimitOf } from '../../../shared/contract/contract.ts';
import { openApiDocument } from '../../../shared/contract/open-api.ts';
import { keptContentId } from '../../../shared/domain/content/content-id.ts';
import { mostSections, mostSteps } from '../../../shared/domain/content/module-outline.ts';
import { longestTitle } from '../../../shared/domain/content/title.ts';
import { found } from '../../../shared/domain/found.ts';
import { mostIn } from '../../../shared/http/faults/overfull.ts';

type Schema = z.core.$ZodType;

const defOf = (schema: Schema) => schema._zod.def as z.core.$ZodTypes['_zod']['def'];
const largestNumber = 25;
/** Of an id, an instant, a digest. */
const longestForm = 100;
const aDate = 'YYYY-MM-DD'.length;

const longestOf = (schema: Schema): number => {
  const own = z.globalRegistry.get(schema as z.ZodType)?.['maxLength'];
  return typeof own === 'number' ? own : (mostIn(schema) ?? longestForm);
};

/** Ids and dates are ASCII, which nobody escapes; any other text may be in emoji. */
const lettersIn = (schema: Schema): number => {
  if (schema instanceof z.ZodISODate) return aDate;
  return schema === keptContentId ? longestOf(schema) : 4 * longestOf(schema);
};

/** Bytes in UTF-8, without spaces, of the largest body that a schema takes: every text as long as it may be, in emoji. */
const largest = (schema: Schema): number => {
  const def = defOf(schema);
  switch (def.type) {
    case 'string':
      return lettersIn(schema) + 3;
    case 'object':
      return Object.entries(def.shape).reduce(
        (sum, [name, field]) => sum + name.length + 4 + largest(field),
        2,
      );
    case 'array':
      return (mostIn(schema) ?? Number.NaN) * (largest(def.element) + 1) + 2;
    case 'union':
      return Math.max(...def.options.map(largest));
    case 'optional':
    case 'default':
    case 'nullable':
      return largest(def.innerType);
    case 'pipe':
      return largest(def.in);
    case 'enum':
      return Math.max(...Object.values(def.entries).map((value) => String(value).length)) + 3;
    case 'literal':
      return JSON.stringify(def.values[0]).length;
    case 'number':
    case 'boolean':
      return largestNumber;
    default:
      throw new Error(`Nobody has said how large a schema of type ${def.type} is`);
  }
};

/** What these take is bounded by what can be kept, not by the sum of all their texts; their limits say so. */
const bounded = [
  'saveAnswers',
  'submitForm',
  'saveTestAnswers',
  'submitTestForm',
  'saveDraft',
  'saveForm',
  'saveStep',
  'saveModule',
];
const taking = routes.flatMap(({ contract }) => (contract.body ? [contract] : []));
const free = taking.filter(({ operationId }) => !bounded.includes(operationId));

describe('SEC-3 the limit of a body', () => {
  it.each(free.map((contract) => [contract.operationId, contract] as const))(
    'has room in %s for all that its contract allows, in whatever letters',
    (_, contract) => {
      expect(contract.body && largest(contract.body)).toBeLessThanOrEqual(bodyLimitOf(contract));
    },
  );

  it('has room in saveModule for the largest module, with all that was in it named as removed', () => {
    const saveModule = found(taking.find(({ operationId }) => operationId === 'saveModule'));
    const title = '🌻'.repeat(longestTitle);
    const ids = (count: number) => Array.from({ length: count }, (_, at) => `${at}`.padEnd(64, 'x'));
    const sections = ids(mostSections).map((sectionId) => ({ sectionId, title, stepIds: [] as string[] }));
    sections[0]?.stepIds.push(...ids(mostSteps));
    const removed = { sectionIds: ids(mostSections), stepIds: ids(mostSteps) };
    const body = { title, sections, removed };
    expect(saveModule.body?.safeParse(body).error).toBeUndefined();
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThanOrEqual(bodyLimitOf(saveModule));
  });

  it('stands in the document for every route that takes a body', () => {
    const { paths } = openApiDocument(routes, sampleOf);
    for (const contract of taking) {
      const method = contract.method.toLowerCase() as 'post' | 'put';
      const operation = paths?.[contract.path]?.[method];
      expect(operation).toMatchObject({ 'x-body-limit-bytes': bodyLimitOf(contract) });
      expect(operation?.requestBody).toMatchObject({
        description: expect.stringContaining(String(bodyLimitOf(contract))),
      });
    }
  });
});
