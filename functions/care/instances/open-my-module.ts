import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { openMediaStore } from '../../../shared/storage/s3-media-store.ts';
import { openingChanges } from '../opening-changes.ts';
import { openMyModule as contract } from './contracts.ts';
import { moduleReading } from './module-reading.ts';

export const openMyModule = readUseCase(contract, {
  ...moduleReading,
  begins: (loaded, { now }) => openingChanges(loaded, now),
});

export const handler = httpHandler(openMyModule, openMediaStore);
