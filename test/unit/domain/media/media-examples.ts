import { stageSettings } from '../../../../infra/stages/stage-settings.ts';
import type { Media } from '../../../../shared/domain/media/media.ts';

/** What the stages say. */
export const limits = stageSettings.dev.media.limits;

export const aMedia = (more: Partial<Media> = {}): Media => ({
  momentId: '00000000-0000-7000-8000-000000000001',
  mediaId: '00000000-0000-7000-8000-000000000002',
  ...{ kind: 'image', fileName: 'bild.png', contentType: 'image/png', bytes: 1000 },
  sha256: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  ...{ state: 'awaiting-upload', addedBy: 'TST5565594230-DES1', addedAt: '2026-01-01T00:00:00.000Z' },
  ...more,
});
