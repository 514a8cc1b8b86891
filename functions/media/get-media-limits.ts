import { formatOf, mediaKind } from '../../shared/domain/media/format.ts';
import { largeFrom } from '../../shared/domain/media/large-file-advice.ts';
import { maximumBytes, mostMediaInMoment } from '../../shared/domain/media/limits.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { publicUseCase } from '../../shared/http/use-case.ts';
import { getMediaLimits as contract } from './contracts.ts';

export const getMediaLimits = publicUseCase(contract, {
  answer: async (_, { mediaLimits }) => ({
    body: {
      kinds: mediaKind.options.map((kind) => ({
        kind,
        maximumBytes: maximumBytes(mediaLimits, kind),
        warnedFromBytes: largeFrom[kind],
        types: mediaLimits[kind].types.map((contentType) => ({
          contentType,
          endings: [...formatOf(contentType).endings],
        })),
      })),
      maximumPerMoment: mostMediaInMoment,
    },
  }),
});

export const handler = httpHandler(getMediaLimits);
