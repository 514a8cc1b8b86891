import { found } from '../../shared/domain/found.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { momentSubject } from '../../shared/http/moment-subject.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { openMediaStore } from '../../shared/storage/s3-media-store.ts';
import { getMedia as contract } from './contracts.ts';
import { shown } from './shapes.ts';

export const getMedia = readUseCase(contract, {
  async load({ moments }, { params: { momentId, mediaId } }) {
    const [head, media] = await Promise.all([moments.moment(momentId), moments.media(momentId, mediaId)]);
    return { head: found(head), media: found(media) };
  },
  subject: ({ head, media }) => momentSubject(head, { mediaId: media.value.mediaId }),
  fetch: async ({ media: store }, { media: { value } }) =>
    value.state === 'available' ? store.link(value) : undefined,
  answer: ({ media }, link, { language }) => ({
    body: { ...shown(media.value, language), ...link },
    version: media.version,
  }),
});

export const handler = httpHandler(getMedia, openMediaStore);
