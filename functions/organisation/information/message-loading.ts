import { found } from '../../../shared/domain/found.ts';
import type { InformationMessage } from '../../../shared/domain/provider.ts';
import type { RequestSubject } from '../../../shared/http/use-case.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';

interface Asked {
  readonly params: { readonly providerId: string; readonly messageId: string };
}

export const loadMessage = async (
  { organisation }: Stores,
  { params: { providerId, messageId } }: Asked,
): Promise<Stored<InformationMessage>> => found(await organisation.informationMessage(providerId, messageId));

export const messageSubject = ({
  value: { provider, messageId },
  version,
}: Stored<InformationMessage>): RequestSubject => ({ provider, resource: { messageId }, version });
