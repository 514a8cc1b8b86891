import { httpHandler } from '../../shared/http/http-handler.ts';
import { publicUseCase } from '../../shared/http/use-case.ts';
import { getOpenApi as contract } from './contracts.ts';
import { document } from './open-api.precomputed.ts';

export const getOpenApi = publicUseCase(contract, {
  answer: async () => ({ body: { ...document } }),
});

export const handler = httpHandler(getOpenApi);
