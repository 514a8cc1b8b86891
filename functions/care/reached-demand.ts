import type { Instance } from '../../shared/domain/care/instance.ts';
import { majorOf, minorOf } from '../../shared/domain/moment/version.ts';
import { type Change, demandUnread } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { keys } from '../../shared/persistence/keys.ts';

interface Given {
  readonly body: { readonly momentVersion: string };
}

/**
 * Answers are given in a minor that the unit has activated (PUB-5, PUB-7): `form-version-mismatch`. The unit has gone past the one the
 * instance was started in, and never goes back, so only a later one is asked for.
 */
export const reachedDemand = (
  { unit, momentId, momentVersion }: Instance,
  { body }: Given,
): readonly Change[] =>
  minorOf(body.momentVersion) <= minorOf(momentVersion)
    ? []
    : [
        demandUnread(entities.activation, keys.activation(unit, momentId, majorOf(momentVersion)), {
          minorAtLeast: minorOf(body.momentVersion),
          otherwise: 'form-version-mismatch',
        }),
      ];
