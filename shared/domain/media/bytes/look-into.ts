import type { ContentType } from '../format.ts';
import type { Look } from './file-bytes.ts';
import { lookAtGif } from './gif.ts';
import { lookAtJpeg } from './jpeg.ts';
import { lookAtMp3 } from './mp3.ts';
import { lookAtFilmInMp4, lookAtSoundInMp4 } from './mp4.ts';
import { lookAtPdf } from './pdf.ts';
import { lookAtPng } from './png.ts';
import { lookAtWebp } from './webp.ts';

const looks: Readonly<Record<ContentType, Look>> = {
  'image/jpeg': lookAtJpeg,
  'image/png': lookAtPng,
  'image/gif': lookAtGif,
  'image/webp': lookAtWebp,
  'audio/mpeg': lookAtMp3,
  'audio/mp4': lookAtSoundInMp4,
  'video/mp4': lookAtFilmInMp4,
  'application/pdf': lookAtPdf,
};

/**
 * How far bytes are what they were announced as (MED-3): whether they are built as that format and go on to its end. Not whether
 * they please: a picture of noise is a picture. A GIF or WebP may carry a script in a comment, a JPEG behind its end, a film in any
 * box: what is served with the type of an image, sound or film is never run as script by a browser, whatever else it could be read
 * as (Fetch standard, “should response to request be blocked due to its MIME type?”), so what counts is that every link names the
 * type and that it is none other than the one judged.
 */
export const lookInto = (type: ContentType): Look => looks[type];
