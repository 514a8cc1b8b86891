import type { Activation } from '../../../shared/domain/moment/activation.ts';
import type { PublishedVersion } from '../../../shared/domain/moment/published-version.ts';
import { majorOf, minorOf } from '../../../shared/domain/moment/version.ts';
import type { Unit } from '../../../shared/domain/organisation.ts';

/** A version as it is active on a unit, with its table of contents. */
export const newActivation = (
  { hsaId, provider }: Pick<Unit, 'hsaId' | 'provider'>,
  { momentId, momentVersion, modules, forms, title, kind, welcome, functions, open }: PublishedVersion,
  state: Activation['state'] = 'active',
): Activation => ({
  ...{ momentId, title, kind, welcome, functions, open, provider },
  unit: hsaId,
  major: majorOf(momentVersion),
  minor: minorOf(momentVersion),
  modules: modules.map(({ moduleId, title: name }) => ({ moduleId, title: name })),
  forms: forms.map(({ formId, title: name, kind: formKind }) => ({ formId, title: name, kind: formKind })),
  state,
});
