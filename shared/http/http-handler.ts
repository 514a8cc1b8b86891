import type { APIGatewayProxyHandler } from 'aws-lambda';
import type { MediaStore } from '../storage/media-store.ts';
import { createPipeline } from './pipeline.ts';
import { runtimeFromEnvironment } from './runtime.ts';
import type { UseCase } from './use-case.ts';

/** The last line of every use case: its Lambda handler. Those whose row names `storage` say here how it is opened. */
export const httpHandler = (useCase: UseCase, openMedia?: () => MediaStore): APIGatewayProxyHandler =>
  createPipeline(useCase, runtimeFromEnvironment(openMedia));
