import { type Route, routes } from '../../functions/routes.ts';
import { entryOf } from '../../infra/functions/function-source.ts';
import type { UseCase } from '../../shared/http/use-case.ts';

export const loadUseCase = async ({ folder, contract: { operationId: name } }: Route): Promise<UseCase> => {
  const file = entryOf({ folder, name });
  const module = (await import(new URL(`../../${file}`, import.meta.url).href)) as Record<string, UseCase>;
  const useCase = module[name];
  if (!useCase) throw new Error(`${file} exports no ${name}`);
  return useCase;
};

/** Every use case there is, by operationId. */
export const allUseCases = async (): Promise<ReadonlyMap<string, UseCase>> =>
  new Map(
    await Promise.all(
      routes.map(async (route) => [route.contract.operationId, await loadUseCase(route)] as const),
    ),
  );
