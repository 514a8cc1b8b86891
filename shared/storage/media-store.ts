import type { ContentType } from '../domain/media/format.ts';
import type { FoundUpload } from '../domain/media/judge-upload.ts';
import type { Media } from '../domain/media/media.ts';
import type { MediaIds } from '../domain/media/object-key.ts';

/** A form to post: every field as it stands, and last of all the file in a field called `file`. */
export interface Ticket {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly expiresAt: string;
}

export interface Link {
  readonly url: string;
  readonly expiresAt: string;
}

/** Signs for browsers; asks storage nothing. */
export interface MediaStore {
  /** Storage takes with it exactly these bytes of this type under this key, and nothing else (MED-1). */
  ticket(upload: MediaIds & Pick<Media, 'contentType' | 'bytes' | 'sha256'>): Promise<Ticket>;
  /** For minutes, under the name the designer gave it (MED-2, MED-4). Only of what is `available`. */
  link(media: MediaIds & Pick<Media, 'fileName' | 'contentType' | 'kind'>): Promise<Link>;
}

/** One upload in quarantine; a file can be uploaded twice before it is judged. */
export interface Uploaded extends MediaIds {
  readonly version: string | undefined;
}

/** Takes files away; for functions that look into none. */
export interface MediaRemover {
  /** Nothing of the file can be reached any longer. */
  remove(ids: MediaIds): Promise<void>;
}

/** Handles what was uploaded. Each act can be repeated. */
export interface UploadStore extends MediaRemover {
  /** As what it was announced. Throws where it is there no longer: S3 tells who may not list a bucket no more of it than that. */
  inspect(uploaded: Uploaded, announced: ContentType): Promise<FoundUpload>;
  /** Puts a copy, with the scanner's verdict, where links lead; once, however many are told to. */
  accept(uploaded: Uploaded): Promise<void>;
  /** This upload's bytes are gone for good. */
  discard(uploaded: Uploaded): Promise<void>;
}

/** What functions have that were given no storage. */
export const noMediaStore: MediaStore = {
  ticket: () => Promise.reject(new Error('No storage given to this function')),
  link: () => Promise.reject(new Error('No storage given to this function')),
};
