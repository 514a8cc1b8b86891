import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly token: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The status it must have; any other ends the bench. */
  readonly status: 200 | 201 | 404;
}

export interface Answer {
  readonly etag: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

const headersOf = ({ token, headers }: Ask, body: string | undefined): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  ...headers,
  ...(body === undefined
    ? {}
    : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
});

/** A client that keeps its connections, as a gateway does. */
export const openHttp = (port: number, connections: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    async send(ask: Ask): Promise<Answer> {
      const { method, path, status } = ask;
      const body = ask.body === undefined ? undefined : JSON.stringify(ask.body);
      const sent = request({ agent, port, host: '127.0.0.1', method, path, headers: headersOf(ask, body) });
      sent.end(body);
      const [answer] = (await once(sent, 'response')) as [IncomingMessage];
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      const text = Buffer.concat(chunks).toString();
      if (answer.statusCode !== status)
        throw new Error(`${method} ${path} answered ${answer.statusCode}: ${text}`);
      return { etag: answer.headers.etag, body: JSON.parse(text) as Answer['body'] };
    },
    close: () => agent.destroy(),
  };
};
