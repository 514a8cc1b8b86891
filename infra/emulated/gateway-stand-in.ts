import { once } from 'node:events';
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gatewayResponses } from '../api/gateway-responses.ts';

interface StandIn {
  readonly port: number;
  /** Where the emulator answers for the deployed stage of the API. */
  readonly api: URL;
}

/** The emulator’s own words; a function’s 401 is a problem with a code. */
const unauthorised = JSON.stringify({ message: 'Unauthorized' }).length;

/** In the words of the deployed document, which the emulator leaves out. */
const refuse = (answer: ServerResponse): void => {
  const { statusCode, responseParameters, responseTemplates } = gatewayResponses['UNAUTHORIZED'] ?? {};
  for (const [name, value] of Object.entries(responseParameters ?? {}))
    answer.setHeader(name.replace('gatewayresponse.header.', ''), value.replaceAll("'", ''));
  answer.writeHead(Number(statusCode)).end(responseTemplates?.['application/json']);
};

const pass = (incoming: IncomingMessage, answer: ServerResponse, api: URL): void => {
  const { method, headers, url } = incoming;
  const passed = ask(
    api,
    { method, path: `${api.pathname}${url}`, headers: { ...headers, host: api.host } },
    (given) => {
      const { statusCode = 502, headers: said } = given;
      if (statusCode === 401 && Number(said['content-length']) <= unauthorised + 1) {
        given.resume();
        return refuse(answer);
      }
      answer.writeHead(statusCode, said);
      given.pipe(answer);
    },
  );
  passed.on('error', () => answer.destroy());
  incoming.pipe(passed);
};

/** The deployed API under an address as the local system has it, with the gateway’s own refusals. */
export const startGatewayStandIn = async ({ port, api }: StandIn): Promise<{ stop(): Promise<void> }> => {
  const server = createServer((incoming, answer) => pass(incoming, answer, api));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
