import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';

/**
 * One line a request, with nothing of who asked or what for: no address, no path but its template, no query, no header and
 * nothing of the token. `requestId` is the correlation id in the function's own lines.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
export const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    requestTime: AccessLogField.contextRequestTime(),
    httpMethod: AccessLogField.contextHttpMethod(),
    resourcePath: AccessLogField.contextResourcePath(),
    status: AccessLogField.contextStatus(),
    responseLatency: AccessLogField.contextResponseLatency(),
    integrationLatency: AccessLogField.contextIntegrationLatency(),
    integrationStatus: AccessLogField.contextIntegrationStatus(),
    authorizerStatus: '$context.authorizer.status',
    authorizerError: '$context.authorizer.error',
    wafStatus: AccessLogField.contextWafStatus(),
    wafResponse: AccessLogField.contextWafResponseCode(),
    refusal: AccessLogField.contextErrorResponseType(),
  }),
);
