import type { APIGatewayProxyHandler } from 'aws-lambda';
import { createPipeline } from './pipeline.ts';
import { runtimeFromEnvironment } from './runtime.ts';
import type { UseCase } from './use-case.ts';

/** The last line of every use case: its Lambda handler. */
export const httpHandler = (useCase: UseCase): APIGatewayProxyHandler =>
  createPipeline(useCase, runtimeFromEnvironment);
