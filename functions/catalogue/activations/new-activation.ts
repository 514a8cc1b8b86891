import type { Activation } from '../../../shared/domain/moment/activation.ts';
import type { PublishedVersion } from '../../../shared/domain/moment/published-version.ts';
import { majorOf, minorOf } from '../../../shared/domain/moment/version.ts';
import type { Unit } from '../../../shared/domain/organisation.ts';

/** A version as it is active on a unit, with its table of contents. */
export const newActivation = (
  { hsaId, provider }: Pick<Unit, 'hsaId' | 'provider'>,
  version: PublishedVersion,
  state: Activation['state'] = 'active',
): Activation => {
  const { momentId, momentVersion, modules, forms, ...said } = version;
  const { title, kind, welcome, functions, maintenance, open, openedByPractitioner } = said;
  return {
    ...{ momentId, title, kind, welcome, functions, maintenance, open, openedByPractitioner, provider },
    unit: hsaId,
    major: majorOf(momentVersion),
    minor: minorOf(momentVersion),
    modules: modules.map(({ moduleId, title: name, places }) => ({ moduleId, title: name, places })),
    forms: forms.map(({ formId, title: name, kind: formKind }) => ({
      ...{ formId, title: name, kind: formKind },
    })),
    state,
  };
};
