import { type Route, routes } from '../../functions/routes.ts';
import type { UseCase } from '../../shared/http/use-case.ts';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

const load = async ({ context, contract: { operationId } }: Route): Promise<[string, UseCase]> => {
  const module = (await import(`../../functions/${context}/${kebab(operationId)}.ts`)) as Record<
    string,
    UseCase
  >;
  const useCase = module[operationId];
  if (!useCase) throw new Error(`${context}/${kebab(operationId)}.ts exports no ${operationId}`);
  return [operationId, useCase];
};

/** Every use case there is, by operationId. */
export const allUseCases = async (): Promise<ReadonlyMap<string, UseCase>> =>
  new Map(await Promise.all(routes.map(load)));
