import { assertOffers, type Instance } from '../../../shared/domain/care/instance.ts';
import { assertOpenTo } from '../../../shared/domain/care/instance-lifecycle.ts';

/** Ended, switched off by the designer, or closed in maintenance: to both sides alike. */
export const assertSendable = (instance: Instance): void => {
  assertOffers(instance, 'messages');
  assertOpenTo(instance, 'messages');
};
