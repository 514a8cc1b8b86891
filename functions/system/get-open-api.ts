import { openApiDocument } from '../../shared/contract/open-api.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { publicUseCase } from '../../shared/http/use-case.ts';
import { routes } from '../routes.ts';
import { getOpenApi as contract } from './contracts.ts';

export const getOpenApi = publicUseCase(contract, {
  answer: async () => ({ body: { ...openApiDocument(routes) } }),
});

export const handler = httpHandler(getOpenApi);
