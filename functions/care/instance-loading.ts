import type { Instance } from '../../shared/domain/care/instance.ts';
import { found } from '../../shared/domain/found.ts';
import { type Activation, activatedVersion, assertReached } from '../../shared/domain/moment/activation.ts';
import { type Recall, recallOf } from '../../shared/domain/moment/recall.ts';
import { majorOf } from '../../shared/domain/moment/version.ts';
import type { Stores } from '../../shared/persistence/stores.ts';

/** An instance, all that has been answered in it, and what is open to its resident. */
export const loadOpened = async (
  { instances }: Stores,
  { params: { instanceId } }: { readonly params: { readonly instanceId: string } },
) => {
  const [instance, forms, plan] = await Promise.all([
    instances.instance(instanceId),
    instances.forms(instanceId),
    instances.contentPlan(instanceId),
  ]);
  return {
    instance: found(instance).value,
    answered: forms.map(({ value, version }) => ({ ...value, version })),
    plan,
  };
};

/** What the instance’s unit shows of its major version now; one that has been inactivated still serves what runs (PUB-5, PUB-7). */
export const activationFor = async (
  moments: Stores['moments'],
  { unit, momentId, momentVersion }: Instance,
): Promise<Activation> => found(await moments.activation(unit, momentId, majorOf(momentVersion))).value;

/** As `activationFor`, and that the version asked for has come as far: `form-version-mismatch`. */
export const assertReachedBy = async (
  moments: Stores['moments'],
  instance: Instance,
  momentVersion: string,
): Promise<void> => assertReached(await activationFor(moments, instance), momentVersion);

/** As `activationFor`, with what the publisher has said of a version that is shown though it is recalled (PUB-9). */
export const shownVersionFor = async (
  moments: Stores['moments'],
  instance: Instance,
): Promise<{ readonly activation: Activation; readonly recall: Recall | undefined }> => {
  const [activation, recalls] = await Promise.all([
    activationFor(moments, instance),
    moments.recalls(instance.momentId, majorOf(instance.momentVersion)),
  ]);
  const values = recalls.map(({ value }) => value);
  return { activation, recall: recallOf(values, activatedVersion(activation)) };
};
