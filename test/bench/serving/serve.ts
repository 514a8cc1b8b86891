import { routes } from '../../../functions/routes.ts';
import { startApiServer } from '../../../infra/local/api/api-server.ts';
import { type LambdaHandler, loadHandler } from '../../../infra/local/api/load-handler.ts';

// The API in a process of its own, as `npm start` serves it: the functions read this process's environment.
const handlers = new Map<string, LambdaHandler>();
for (const { folder, contract } of routes)
  handlers.set(contract.operationId, await loadHandler(folder, contract.operationId));

const server = await startApiServer(0, {
  routes,
  allowedOrigins: [],
  load: async ({ contract }) => {
    const handler = handlers.get(contract.operationId);
    if (!handler) throw new Error(`No handler for ${contract.operationId}`);
    return handler;
  },
  page: async () => undefined,
  onError: (error) => console.error('The API server failed:', error),
});

process.on('disconnect', () => process.exit(0));
process.send?.({ port: server.address.port });
