import { describe, expect, it } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { exampleScene } from '../../../functions/sample-scene.ts';
import { sampleOf, samples } from '../../../functions/samples.ts';
import { people, privateProvider, region, staff, units } from '../../../infra/local/data/demo-data.ts';
import { importGraph } from '../house/imports.ts';

const each = routes.map(({ contract }) => ({ operationId: contract.operationId, contract }));

describe('the sample request', () => {
  it.each(each)('of $operationId fits its contract', ({ contract }) => {
    const { params, query, body, ifMatch } = contract;
    const sample = sampleOf(contract);
    expect(params?.safeParse(sample.params).error).toBeUndefined();
    expect(query?.safeParse(sample.query ?? {}).error).toBeUndefined();
    expect(body?.safeParse(sample.body).error).toBeUndefined();
    const taken = { params, query: sample.query && query, body, headers: ifMatch };
    expect(Object.keys(sample).toSorted()).toEqual(
      Object.entries(taken)
        .flatMap(([name, there]) => (there ? [name] : []))
        .toSorted(),
    );
  });

  it('is there for no operation that is not', () => {
    const names = each.map(({ operationId }) => operationId);
    expect(Object.keys(samples).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('names in the document what `npm start` sets up', () => {
    expect(exampleScene).toMatchObject({
      providerId: region,
      privateProviderId: privateProvider,
      unitId: units.care,
      staff: staff.dataAdmin,
      practitioner: staff.practitioner,
      resident: people.resident,
      proxy: people.proxy,
    });
  });

  it('weighs on no function: only the document, made beforehand, knows it', () => {
    const graph = importGraph('functions', 'infra', 'shared');
    const knowing = [...graph].flatMap(([file, imported]) =>
      imported.some((other) => other.endsWith('/samples.ts')) ? [file] : [],
    );
    expect(knowing.toSorted()).toEqual([
      'functions/samples.ts',
      'functions/system/open-api.precomputed.ts',
      'infra/local/print-open-api.ts',
    ]);
  });
});
