import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { routes } from '../../../functions/routes.ts';
import type { Contract } from '../../../shared/contract/contract.ts';

const shapeOf = ({ response }: Contract): string =>
  JSON.stringify(z.toJSONSchema(response, { io: 'input', unrepresentable: 'any' }));
/** Steps are what content says; only they have blocks. */
const saysContent = routes.map(({ contract }) => contract).filter((one) => shapeOf(one).includes('"blocks"'));

describe('CARE-16 content is read, and neither printed nor copied in bulk', () => {
  it('by routes that are there', () => {
    const names = saysContent.map(({ operationId }) => operationId);
    expect(names).toEqual(expect.arrayContaining(['openModule', 'openMyModule', 'readOpenModule']));
  });

  it.each(saysContent)(
    '$operationId gives one module at a time, and in no form but the API’s own',
    (contract) => {
      expect(contract.path).toMatch(/\{moduleId\}/);
      expect(contract.csv).toBeUndefined();
    },
  );

  it('by no route that prints', () => {
    const printing = routes.filter(({ contract: { path } }) => /print|pdf|utskrift|copy-all/i.test(path));
    expect(printing).toEqual([]);
  });
});
