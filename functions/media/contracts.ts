import * as z from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../shared/contract/paging.ts';
import { momentPath } from '../../shared/contract/paths.ts';
import { utcInstant } from '../../shared/domain/instant.ts';
import { contentType, mediaKind } from '../../shared/domain/media/format.ts';
import { sha256 } from '../../shared/domain/media/media.ts';
import { plainLine } from '../../shared/domain/plain-text.ts';
import { told } from '../../shared/domain/sayings/said.ts';
import { textSayings } from '../../shared/domain/sayings/text-sayings.ts';
import { shownMedia, warnings } from './shapes.ts';

const mediaPath = momentPath.extend({ mediaId: z.uuid() });
const longestName = 1000;

/** Whatever a machine called the file: it is cleaned, not refused. */
const givenName = z
  .string()
  .refine((name) => [...name].length <= longestName, told(textSayings['text-length'](0, longestName)))
  .meta({ maxLength: longestName, examples: ['Årsmöte – bäst före 🎉.png'] });

/** Files belong to the draft: whoever designs it adds and removes them. */
const designing = {
  caller: 'staff',
  permission: 'moment:design',
  conceals: true,
} as const;
const reading = {
  caller: 'staff',
  permission: 'moment:read',
  conceals: true,
  method: 'GET',
  status: 200,
  problems: ['not-found'],
} as const;

export const getMediaLimits = contract({
  operationId: 'getMediaLimits',
  summary: 'How large files may be, and of which formats',
  description: 'Storage enforces the same. Neither SVG nor HTML is ever taken.',
  method: 'GET',
  path: '/media/limits',
  caller: 'anyone',
  permission: 'public',
  activity: { none: 'Touches nobody’s data.' },
  response: z.object({
    kinds: z.array(
      z.object({
        kind: mediaKind,
        maximumBytes: z.int(),
        warnedFromBytes: z.int().meta({ description: 'From here on a slow connection is warned of' }),
        types: z.array(z.object({ contentType, endings: z.array(z.string()) })),
      }),
    ),
    maximumPerMoment: z.int(),
  }),
  status: 200,
  problems: [],
  grants: [],
});

const longestContentType = 200;

export const createMediaUpload = contract({
  ...designing,
  operationId: 'createMediaUpload',
  summary: 'Announce a file and get a ticket to upload it with',
  description:
    'Post `upload.fields` to `upload.url` as multipart/form-data, every field as it stands and the file last, as `file`. Storage takes exactly the bytes announced (size and SHA-256), once they are there they are scanned and looked into: follow `state` with getMedia. The name is cleaned, never refused.',
  method: 'POST',
  path: '/moments/{momentId}/media',
  activity: 'media-upload-started',
  params: momentPath,
  body: z.strictObject({
    fileName: givenName,
    contentType: plainLine({ min: 0, max: longestContentType }).meta({
      description: 'As the browser says',
      examples: ['image/png'],
    }),
    bytes: z.int().min(0),
    sha256: sha256.meta({ description: 'Of the bytes, in base64' }),
  }),
  response: z.object({
    mediaId: z.uuid(),
    fileName: z.string(),
    upload: z.object({ url: z.url(), fields: z.record(z.string(), z.string()) }),
    expiresAt: utcInstant.meta({ description: 'Begin to send before this' }),
    warnings,
  }),
  status: 201,
  problems: ['not-found', 'moment-exported', 'media-refused', 'media-limit-reached', 'illegal-state'],
  grants: [{ table: 'moments', actions: ['GetItem', 'Query', 'PutItem', 'ConditionCheckItem'] }],
  storage: [{ bucket: 'quarantine', actions: ['PutObject'] }],
});

export const listMedia = contract({
  ...reading,
  operationId: 'listMedia',
  summary: 'The files of a moment, newest first',
  description: 'Those on their way and those rejected, too.',
  path: '/moments/{momentId}/media',
  activity: 'media-listed',
  params: momentPath,
  query: pageQuery({ most: 100 }),
  response: z.object({ media: z.array(shownMedia), next: nextPage }),
  grants: [{ table: 'moments', actions: ['GetItem', 'Query'] }],
});

export const getMedia = contract({
  ...reading,
  operationId: 'getMedia',
  summary: 'How far a file has come; a link to it once it is available',
  description:
    'The link works for some minutes, without a token: it is for the one who asked. The `ETag` goes into `If-Match` of removeMedia.',
  path: '/moments/{momentId}/media/{mediaId}',
  activity: 'media-viewed',
  params: mediaPath,
  response: shownMedia.extend({
    url: z.url().optional(),
    expiresAt: utcInstant.optional(),
  }),
  grants: [{ table: 'moments', actions: ['GetItem'] }],
  storage: [{ bucket: 'published', actions: ['GetObject'] }],
});

export const removeMedia = contract({
  ...designing,
  operationId: 'removeMedia',
  summary: 'Remove a file that nothing uses',
  description:
    'Refused while the draft shows it, and for ever once a version was published with it; `errors` lists every place. The bytes are deleted within minutes.',
  method: 'DELETE',
  path: '/moments/{momentId}/media/{mediaId}',
  activity: 'media-removed',
  params: mediaPath,
  response: z.object({ state: z.literal('removed') }),
  status: 200,
  ifMatch: true,
  problems: ['not-found', 'moment-exported', 'media-in-use', 'illegal-state'],
  grants: [{ table: 'moments', actions: ['GetItem', 'Query', 'DeleteItem', 'ConditionCheckItem'] }],
});
