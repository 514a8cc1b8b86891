import * as z from 'zod';
import { found } from '../../shared/domain/found.ts';
import { cleanFileName } from '../../shared/domain/media/file-name.ts';
import { mostMediaInMoment } from '../../shared/domain/media/limits.ts';
import type { Media } from '../../shared/domain/media/media.ts';
import { takenFormat, uploadFaults } from '../../shared/domain/media/upload-faults.ts';
import { assertEditable } from '../../shared/domain/moment/moment.ts';
import { Problem } from '../../shared/domain/problem.ts';
import type { Language } from '../../shared/domain/wording.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { momentSubject } from '../../shared/http/moment-subject.ts';
import { type Request, writeUseCase } from '../../shared/http/use-case.ts';
import { create, demand } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import type { Ticket } from '../../shared/storage/media-store.ts';
import { openMediaStore } from '../../shared/storage/s3-media-store.ts';
import { createMediaUpload as contract } from './contracts.ts';
import { warningsOf } from './shapes.ts';

/** What the file is to be here; or, where it is not taken, everything that is wrong with it. */
const announced = ({ params, body, mediaLimits, newId }: Request<typeof contract>) => {
  const fileName = cleanFileName(body.fileName);
  const faults = uploadFaults({ ...body, fileName }, mediaLimits);
  const format = takenFormat(body.contentType, mediaLimits);
  if (faults.length > 0 || !format) return { faults };
  const { bytes, sha256 } = body;
  const { type: contentType, kind } = format;
  return { upload: { ...params, mediaId: newId(), kind, fileName, contentType, bytes, sha256 } };
};

const ticketAnswer = (
  upload: Pick<Media, 'mediaId' | 'fileName' | 'kind' | 'bytes'>,
  { expiresAt, ...form }: Ticket,
  language: Language,
) => ({
  ...{ mediaId: upload.mediaId, fileName: upload.fileName, upload: form, expiresAt },
  warnings: warningsOf(upload, language),
});

const keptAnswer = z.object({ mediaId: z.string() });

export const createMediaUpload = writeUseCase(contract, {
  async load({ moments, media }, request) {
    const { momentId } = request.params;
    const { upload, faults } = announced(request);
    const [head, others, ticket] = await Promise.all([
      moments.moment(momentId),
      moments.mediaOf(momentId),
      // Nothing but a signature, and nobody is told of it before they are let in.
      upload && media.ticket(upload),
    ]);
    return { head: found(head), others, faults, upload, ticket, language: request.language };
  },
  subject: ({ head }) => momentSubject(head),
  decide({ head, others, faults, upload, ticket }, { caller, now, language }) {
    assertEditable(head.value);
    if (!upload || !ticket) throw new Problem('media-refused', faults);
    if (others.length >= mostMediaInMoment) throw new Problem('media-limit-reached');
    const { mediaId } = upload;
    const row = { ...upload, state: 'awaiting-upload' as const, addedBy: caller.hsaId, addedAt: now };
    return {
      body: ticketAnswer(upload, ticket, language),
      // A ticket opens storage: none lies about, a repeat is given a new one.
      kept: { mediaId },
      version: 1,
      resource: { mediaId },
      changes: [create(entities.media, row), demand(entities.moment, head.value, ['draft'])],
    };
  },
  async again({ media }, { head, others, language }, kept) {
    assertEditable(head.value);
    const { mediaId } = keptAnswer.parse(kept);
    const { value } = found(others.find((one) => one.value.mediaId === mediaId));
    // What has been uploaded is not uploaded anew under the same name.
    if (value.state !== 'awaiting-upload') throw new Problem('illegal-state');
    return ticketAnswer(value, await media.ticket(value), language);
  },
});

export const handler = httpHandler(createMediaUpload, openMediaStore);
