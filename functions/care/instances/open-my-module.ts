import type { ContentPlan } from '../../../shared/domain/care/content-plan.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { openMediaStore } from '../../../shared/storage/s3-media-store.ts';
import { openingChanges } from '../opening-changes.ts';
import { assertModuleOpen, moduleForResident, withDays } from '../planned-contents.ts';
import { openMyModule as contract } from './contracts.ts';
import { type ModuleBasis, moduleReading, showPublished } from './module-reading.ts';

interface PlannedModule extends ModuleBasis {
  readonly plan: ContentPlan | undefined;
}

export const openMyModule = readUseCase(contract, {
  ...moduleReading,
  async load(stores, asked): Promise<PlannedModule> {
    const [basis, plan] = await Promise.all([
      moduleReading.load(stores, asked),
      stores.instances.contentPlan(asked.params.instanceId),
    ]);
    return { ...basis, plan: plan?.value };
  },
  async fetch(stores, loaded: PlannedModule, request) {
    const { plan } = loaded;
    const shown = await showPublished(stores, loaded, request, (published) => {
      assertModuleOpen(published, plan, request.now);
      return moduleForResident(published.module, plan, request.now);
    });
    return withDays(shown, plan, request.now);
  },
  begins: (loaded, { now }) => openingChanges(loaded, now),
});

export const handler = httpHandler(openMyModule, openMediaStore);
