import { assertSameMajor, type Instance } from '../../../shared/domain/care/instance.ts';
import type { ModuleOutline } from '../../../shared/domain/content/module-outline.ts';
import type { ShownModule } from '../../../shared/domain/content/shown-module.ts';
import { found } from '../../../shared/domain/found.ts';
import type { PublishedModule } from '../../../shared/domain/moment/published-version.ts';
import { showModule } from '../../../shared/persistence/moments/show-module.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';
import { assertReachedBy } from '../instance-loading.ts';
import { instanceSubject } from '../instance-subject.ts';

interface Asked {
  readonly params: { readonly instanceId: string; readonly moduleId: string };
  readonly query: { readonly momentId: string; readonly momentVersion: string };
}

export interface ModuleBasis {
  readonly instance: Instance;
  readonly published: PublishedModule | undefined;
}

/** The module, or as much of it as `see` lets through: only that is read and linked to. */
export const showPublished = async (
  stores: Stores,
  { instance, published }: ModuleBasis,
  { query }: Asked,
  see: (published: PublishedModule) => ModuleOutline,
): Promise<ShownModule> => {
  assertSameMajor(instance, query);
  const module = see(found(published));
  const [shown] = await Promise.all([
    showModule(stores, instance.momentId, module),
    assertReachedBy(stores.moments, instance, query.momentVersion),
  ]);
  return shown;
};

/** Whoever asks names the version; whether it is the instance’s own, and they may see it, is found out before any content is read. */
export const moduleReading = {
  async load({ instances, moments }: Stores, { params, query }: Asked): Promise<ModuleBasis> {
    const [instance, published] = await Promise.all([
      instances.instance(params.instanceId),
      moments.publishedModule(query.momentId, query.momentVersion, params.moduleId),
    ]);
    return { instance: found(instance).value, published: published?.value };
  },
  subject: ({ instance }: ModuleBasis, { params: { moduleId } }: Asked) =>
    instanceSubject(instance, { moduleId }),
  fetch: (stores: Stores, basis: ModuleBasis, asked: Asked) =>
    showPublished(stores, basis, asked, ({ module }) => module),
  answer: (_: ModuleBasis, body: ShownModule) => ({ body }),
};
