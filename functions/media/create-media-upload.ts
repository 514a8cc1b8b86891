import { found } from '../../shared/domain/found.ts';
import { cleanFileName } from '../../shared/domain/media/file-name.ts';
import { mostMediaInMoment } from '../../shared/domain/media/limits.ts';
import { takenFormat, uploadFaults } from '../../shared/domain/media/upload-faults.ts';
import { assertEditable } from '../../shared/domain/moment/moment.ts';
import { Problem } from '../../shared/domain/problem.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { momentSubject } from '../../shared/http/moment-subject.ts';
import { type Request, writeUseCase } from '../../shared/http/use-case.ts';
import { create, demand } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
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
    return { head: found(head), others, faults, upload, ticket };
  },
  subject: ({ head }) => momentSubject(head),
  decide({ head, others, faults, upload, ticket }, { caller, now }) {
    assertEditable(head.value);
    if (!upload || !ticket) throw new Problem('media-refused', faults);
    if (others.length >= mostMediaInMoment) throw new Problem('media-limit-reached');
    const { mediaId, fileName } = upload;
    const row = { ...upload, state: 'awaiting-upload' as const, addedBy: caller.hsaId, addedAt: now };
    const { expiresAt, ...form } = ticket;
    return {
      body: { mediaId, fileName, upload: form, expiresAt, warnings: warningsOf(upload) },
      version: 1,
      resource: { mediaId },
      changes: [create(entities.media, row), demand(entities.moment, head.value, ['draft'])],
    };
  },
});

export const handler = httpHandler(createMediaUpload, openMediaStore);
