import { found } from '../../../shared/domain/found.ts';
import { activatedVersion, waitingVersion } from '../../../shared/domain/moment/activation.ts';
import { compareVersions } from '../../../shared/domain/moment/comparing/compare-versions.ts';
import { detailDifferences } from '../../../shared/domain/moment/comparing/detail-differences.ts';
import { insideDifferences } from '../../../shared/domain/moment/comparing/inside-differences.ts';
import { toldDifferences } from '../../../shared/domain/moment/comparing/told-differences.ts';
import { toldIn } from '../../../shared/domain/wording.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';
import { compareMinor as contract } from './contracts.ts';

const versionIn = async ({ moments }: Stores, momentId: string, momentVersion: string) => {
  const [version, fingerprint] = await Promise.all([
    moments.version(momentId, momentVersion),
    moments.versionFingerprint(momentId, momentVersion),
  ]);
  const { value } = found(version);
  return { ...value, outline: value, parts: fingerprint?.value.parts ?? [] };
};

export const compareMinor = readUseCase(contract, {
  async load({ organisation, moments }, { params: { unitId, momentId, major } }) {
    const [unit, stored, entry] = await Promise.all([
      organisation.unit(unitId),
      moments.activation(unitId, momentId, major),
      moments.catalogueEntry(momentId),
    ]);
    const { value: activation } = found(stored);
    return { unit: found(unit).value, activation, waits: waitingVersion(activation, entry?.value) };
  },
  subject: ({ unit: { hsaId, provider }, activation: { momentId } }) => ({
    ...{ provider, unit: hsaId },
    resource: { momentId },
  }),
  async fetch(stores, { activation, waits }) {
    if (waits === undefined) return [];
    const [before, after] = await Promise.all([
      versionIn(stores, activation.momentId, activatedVersion(activation)),
      versionIn(stores, activation.momentId, waits),
    ]);
    return detailDifferences(compareVersions(before, after), insideDifferences(before, after));
  },
  answer({ activation, waits }, differences, { language }) {
    const told = toldDifferences(differences);
    return {
      body: {
        ...{ momentVersion: activatedVersion(activation), waits },
        ...{ ...told, differences: toldIn(language, told.differences) },
      },
    };
  },
});

export const handler = httpHandler(compareMinor);
