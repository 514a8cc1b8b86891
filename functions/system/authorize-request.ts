import type { APIGatewayAuthorizerResult, APIGatewayTokenAuthorizerEvent } from 'aws-lambda';
import { createTokenVerifier, type VerifyToken } from '../../shared/auth/token-verifier.ts';
import { keySetEnvironment, readEnvironment } from '../../shared/config/environment.ts';
import { Problem } from '../../shared/domain/problem.ts';
import { createLog, describeError, type Log } from '../../shared/observability/log.ts';
import { openClient } from '../../shared/persistence/engine/database.ts';
import { keySetRepository } from '../../shared/persistence/organisation/key-set-repository.ts';

interface Ports {
  readonly verifyToken: VerifyToken;
  readonly log: Log;
}

type Authorize = (event: APIGatewayTokenAuthorizerEvent) => Promise<APIGatewayAuthorizerResult>;

/** `arn:…:<api>/<stage>/GET/instances/…` becomes the whole stage: the gateway keeps the answer for every method. */
const wholeStage = (methodArn: string): string => `${methodArn.split('/').slice(0, 2).join('/')}/*`;

/** API Gateway's own word for 401; any other error becomes its 500, which it answers as `unavailable`. */
const unauthorized = () => new Error('Unauthorized');

/**
 * The gateway's filter in front of the functions (SEC-3): a token that does not hold goes no further. It refuses nothing that
 * leaves a trace in the log when the function refuses it (LOG-21), such as a login that is too weak or of the wrong kind: the
 * functions check every token themselves. Nothing about the caller is in the answer.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
 */
export const createAuthorizeRequest =
  (portsOf: () => Ports): Authorize =>
  async ({ authorizationToken, methodArn }) => {
    const token = /^Bearer (\S+)$/i.exec(authorizationToken ?? '')?.[1];
    if (token === undefined) throw unauthorized();
    const { verifyToken, log } = portsOf();
    try {
      await verifyToken(token);
    } catch (error) {
      if (error instanceof Problem && error.code === 'token-invalid') throw unauthorized();
      log.error('request-failed', { operationId: 'authorizeRequest', ...describeError(error) });
      throw error;
    }
    const Resource = wholeStage(methodArn);
    return {
      principalId: 'bearer',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource }],
      },
    };
  };

let ports: Ports | undefined;

export const handler = createAuthorizeRequest(() => {
  if (!ports) {
    const { ISSUERS, TABLE_ORGANISATION } = readEnvironment(keySetEnvironment, process.env);
    const source = keySetRepository({ client: openClient(), tables: { organisation: TABLE_ORGANISATION } });
    ports = {
      verifyToken: createTokenVerifier({ issuers: ISSUERS, source, now: () => new Date() }),
      log: createLog('authorize-request'),
    };
  }
  return ports;
});
