import { problemTable } from '../../shared/contract/problem-table.ts';
import type { ProblemCode } from '../../shared/domain/problem.ts';

const instance = 'urn:uuid:$context.requestId';

interface GatewayResponse {
  readonly statusCode?: string;
  readonly responseParameters: Readonly<Record<string, string>>;
  readonly responseTemplates: { readonly 'application/json': string };
}

// These bodies hold no data, and no fixed list of origins can be matched in a gateway response: hence any origin.
const headers = {
  'Content-Type': "'application/problem+json'",
  'Cache-Control': "'no-store'",
  'Access-Control-Allow-Origin': "'*'",
};

const answer = (body: string, more: Readonly<Record<string, string>> = {}): GatewayResponse => ({
  responseParameters: Object.fromEntries(
    Object.entries({ ...headers, ...more }).map(([name, value]) => [`gatewayresponse.header.${name}`, value]),
  ),
  responseTemplates: { 'application/json': body },
});

// The gateway cannot read which language is asked for.
const problem = (code: ProblemCode, more?: Readonly<Record<string, string>>): GatewayResponse => {
  const { status, title, detail } = problemTable[code];
  const body = { type: `/problems/${code}`, code, title: title.sv, status, detail: detail.sv, instance };
  return { statusCode: String(status), ...answer(JSON.stringify(body), more) };
};

/**
 * The gateway's own refusals as problem+json that a browser may read, as the pipeline's are (RFC 9457).
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export const gatewayResponses: Readonly<Record<string, GatewayResponse>> = {
  MISSING_AUTHENTICATION_TOKEN: problem('not-found'),
  // No token or one the authorizer refused: the gateway does not say which.
  UNAUTHORIZED: problem('token-invalid', { 'WWW-Authenticate': "'Bearer'" }),
  REQUEST_TOO_LARGE: problem('payload-too-large'),
  UNSUPPORTED_MEDIA_TYPE: problem('unsupported-media-type'),
  DEFAULT_5XX: problem('unavailable', { 'Retry-After': "'1'" }),
  // Any other refusal keeps its own status, which the template has no variable for.
  DEFAULT_4XX: answer(`{"type":"about:blank","title":$context.error.messageString,"instance":"${instance}"}`),
};
