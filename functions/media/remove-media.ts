import { found } from '../../shared/domain/found.ts';
import { usesOf } from '../../shared/domain/moment/media-in-use.ts';
import { assertEditable } from '../../shared/domain/moment/moment.ts';
import { Problem } from '../../shared/domain/problem.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { momentSubject } from '../../shared/http/moment-subject.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { demandUnread, remove } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { keys } from '../../shared/persistence/keys.ts';
import { removeMedia as contract } from './contracts.ts';

export const removeMedia = writeUseCase(contract, {
  async load({ moments }, { params: { momentId, mediaId } }) {
    const [draft, media, published] = await Promise.all([
      moments.draft(momentId),
      moments.media(momentId, mediaId),
      moments.publishedMedia(momentId),
    ]);
    return { draft: found(draft), media: found(media), published: published?.value };
  },
  subject: ({ draft, media }) => ({
    ...momentSubject(draft.head, { mediaId: media.value.mediaId }),
    version: media.version,
  }),
  decide({ draft: { head, modules }, media, published }) {
    const { momentId, mediaId } = media.value;
    assertEditable(head.value);
    const uses = usesOf(mediaId, { modules: modules.map(({ value }) => value.module), published });
    if (uses.length > 0) throw new Problem('media-in-use', uses);
    return {
      body: { state: 'removed' as const },
      changes: [
        // The activity tells removeMediaObjects which bytes to delete.
        remove(entities.media, media),
        // Whoever puts it into the draft meanwhile, or publishes, changes the head.
        demandUnread(entities.moment, keys.moment(momentId), {
          ...{ version: head.version, state: ['draft'], otherwise: 'illegal-state' },
        }),
      ],
    };
  },
});

export const handler = httpHandler(removeMedia);
