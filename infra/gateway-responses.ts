import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { problemTable } from '../shared/contract/problem-table.ts';
import type { ProblemCode } from '../shared/domain/problem.ts';

const instance = 'urn:uuid:$context.requestId';

const problem = (code: ProblemCode): { statusCode: string; body: string } => {
  const { status, title, detail } = problemTable[code];
  const body = { type: `/problems/${code}`, code, title: title.en, status, detail: detail.en, instance };
  return { statusCode: String(status), body: JSON.stringify(body) };
};

/** What the gateway answers where no function of ours is reached, and the problem it is. */
const known = new Map<ResponseType, ProblemCode>([
  [ResponseType.MISSING_AUTHENTICATION_TOKEN, 'not-found'],
  [ResponseType.REQUEST_TOO_LARGE, 'payload-too-large'],
  [ResponseType.UNSUPPORTED_MEDIA_TYPE, 'unsupported-media-type'],
  [ResponseType.DEFAULT_5XX, 'unavailable'],
]);

// These bodies hold no data, and no fixed list of origins can be matched in a gateway response: hence any origin.
const responseHeaders = {
  'Content-Type': "'application/problem+json'",
  'Cache-Control': "'no-store'",
  'Access-Control-Allow-Origin': "'*'",
};

/** Makes the gateway's own refusals problem+json that a browser may read, as the pipeline's are (RFC 9457). */
export const addGatewayResponses = (api: RestApi): void => {
  for (const [type, code] of known) {
    const { statusCode, body } = problem(code);
    const templates = { 'application/json': body };
    api.addGatewayResponse(type.responseType, { type, statusCode, templates, responseHeaders });
  }
  // Any other refusal keeps its own status, which the template has no variable for.
  api.addGatewayResponse(ResponseType.DEFAULT_4XX.responseType, {
    type: ResponseType.DEFAULT_4XX,
    templates: {
      'application/json': `{"type":"about:blank","title":$context.error.messageString,"instance":"${instance}"}`,
    },
    responseHeaders,
  });
};
