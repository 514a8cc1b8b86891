import { createReadStream } from 'node:fs';
import { verdicts, verdictTag } from '../../../shared/storage/scan-verdict.ts';
import type { ObjectEvent } from './object-operations.ts';
import type { ObjectStore } from './object-store-server.ts';

/** The industry's test file, which does nothing (eicar.org); in two parts, so that no scanner takes this file for it. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const contains = async (file: string, wanted: string): Promise<boolean> => {
  let before = '';
  for await (const chunk of createReadStream(file, { encoding: 'latin1' }) as AsyncIterable<string>) {
    const text = before + chunk;
    if (text.includes(wanted)) return true;
    before = text.slice(1 - wanted.length);
  }
  return false;
};

/** In the place of GuardDuty Malware Protection for S3: looks through what was uploaded, and says by the tag what it found. */
export const scanUpload = async (
  store: ObjectStore,
  { bucket, key, versionId }: ObjectEvent,
): Promise<void> => {
  const object = await store.files.find({ bucket: store.buckets[bucket], key, versionId });
  if (!object) return;
  const verdict = (await contains(object.file, eicar)) ? verdicts.infected : verdicts.clean;
  await store.tag(bucket, { key, versionId }, { [verdictTag]: verdict });
};
