import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { listProviderRoleChanges as contract } from './contracts.ts';
import { changeList } from './role-lists.ts';
import { providerKind, subjectAt } from './role-place.ts';

export const listProviderRoleChanges = readUseCase(contract, {
  async load(stores, request) {
    const {
      params,
      query: { limit, cursor },
    } = request;
    const [page] = await Promise.all([
      stores.organisation.roleChanges(params.providerId, { limit, cursor }),
      providerKind(stores, request),
    ]);
    return page;
  },
  subject: (_, { params }) => subjectAt({ provider: params.providerId }),
  answer: (page) => ({ body: changeList(page) }),
});

export const handler = httpHandler(listProviderRoleChanges);
