import * as z from 'zod';

/** Which file of which moment. */
export interface MediaIds {
  readonly momentId: string;
  readonly mediaId: string;
}

/** Made by the server alone: no name that anybody chose stands in it (MED-2). */
export const objectKey = ({ momentId, mediaId }: MediaIds): string => `moments/${momentId}/${mediaId}`;

const ids = z.tuple([z.literal('moments'), z.uuid(), z.uuid()]);

/** What an object is of; undefined for a key that is none of ours. */
export const idsInKey = (key: string): MediaIds | undefined => {
  const parts = ids.safeParse(key.split('/'));
  return parts.success ? { momentId: parts.data[1], mediaId: parts.data[2] } : undefined;
};
