import type { ServerResponse } from 'node:http';

/** S3's own codes, with the statuses they come with. */
const statuses = {
  AccessDenied: 403,
  BadDigest: 400,
  ConditionalRequestConflict: 409,
  EntityTooLarge: 400,
  EntityTooSmall: 400,
  InvalidArgument: 400,
  InvalidRange: 416,
  MalformedPOSTRequest: 400,
  NoSuchBucket: 404,
  NotImplemented: 501,
  PreconditionFailed: 412,
  RequestTimeTooSkewed: 403,
  SignatureDoesNotMatch: 403,
} as const;

export class S3Error extends Error {
  override readonly name = 'S3Error';
  readonly code: keyof typeof statuses;

  constructor(code: keyof typeof statuses, message: string) {
    super(message);
    this.code = code;
  }
}

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const xmlText = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => escaped[character] ?? character);

/** As S3 writes it; the answer to a HEAD has no body. */
export const sendError = (response: ServerResponse, { code, message }: S3Error): void => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${xmlText(message)}</Message></Error>`;
  response.writeHead(statuses[code], { 'content-type': 'application/xml' }).end(xml);
};
