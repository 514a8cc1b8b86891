import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { routes } from '../../../functions/routes.ts';
import { sampleOf } from '../../../functions/samples.ts';
import { personnummer } from '../../../shared/contract/named-resident.ts';

/** What takes the place of a number, by the field that has it. */
const idOf: Readonly<Record<string, string>> = {
  personnummer: 'residentId',
  resident: 'residentId',
  proxy: 'proxyId',
};

const isNumber = (schema: z.core.$ZodType): boolean => {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return schema === personnummer || (def.type === 'optional' && isNumber(def.innerType));
};

const numbersIn = (body: z.core.$ZodType | undefined): string[] => {
  const def = body && (body as z.core.$ZodTypes)._zod.def;
  return def?.type === 'object'
    ? Object.entries(def.shape).flatMap(([name, schema]) => (isNumber(schema) ? [name] : []))
    : [];
};

/** What staff do on a unit: it knows its residents by ids of its own. */
const naming = routes.flatMap(({ contract }) =>
  contract.path.startsWith('/units/{unitId}')
    ? numbersIn(contract.body).map((field) => ({ operationId: contract.operationId, field, contract }))
    : [],
);

describe('ID-9 every act of a unit’s staff takes the id that lists show', () => {
  it('is tried of each that takes a number', () => {
    const tried = naming.map(({ operationId, field }) => `${operationId} ${field}`);
    expect(tried.toSorted()).toEqual([
      'approveResident personnummer',
      'confirmMandate proxy',
      'confirmMandate resident',
      'findResidentInstances personnummer',
      'lookUpResident personnummer',
      'registerMandate proxy',
      'registerMandate resident',
      'startInstance personnummer',
      'withdrawApproval personnummer',
    ]);
  });

  it.each(naming)('$operationId takes it in place of $field', ({ contract, field }) => {
    const { [field]: number, ...rest } = sampleOf(contract).body as Record<string, unknown>;
    const id = String(idOf[field]);
    const { [id]: shown = 'p0YCkq1mJx5Z3v8n-TbRWg', ...others } = rest;
    expect(contract.body?.safeParse({ ...others, [id]: shown }).error).toBeUndefined();
    const both = { ...others, [id]: shown, [field]: number ?? '199005082392' };
    expect(contract.body?.safeParse(both).success).toBe(false);
    expect(contract.body?.safeParse(others).success).toBe(false);
  });
});
