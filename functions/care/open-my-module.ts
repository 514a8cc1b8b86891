import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { openMediaStore } from '../../shared/storage/s3-media-store.ts';
import { openingModule } from './opening-module.ts';
import { openMyModule as contract } from './own-contracts.ts';

export const openMyModule = readUseCase(contract, openingModule);

export const handler = httpHandler(openMyModule, openMediaStore);
