import type { IncomingMessage } from 'node:http';

/** API Gateway's own limit, in bytes. */
const gatewayBodyLimit = 10 * 1024 * 1024;

/** The body; undefined as soon as it is known to be over the limit, with the rest of it still unread. */
export const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  if (Number(request.headers['content-length'] ?? 0) > gatewayBodyLimit) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop must not destroy the request: a destroyed one is no longer read, and its sender would hang.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > gatewayBodyLimit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};
