import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { listProviderRoles as contract } from './contracts.ts';
import { namesIn, roleList } from './role-lists.ts';
import { providerKind, subjectAt } from './role-place.ts';

export const listProviderRoles = readUseCase(contract, {
  async load(stores, request) {
    const {
      params,
      query: { limit, cursor },
    } = request;
    const [page] = await Promise.all([
      stores.organisation.rolesAt(params.providerId, { limit, cursor }),
      providerKind(stores, request),
    ]);
    return page;
  },
  subject: (_, { params }) => subjectAt({ provider: params.providerId }),
  fetch: (stores, page) => namesIn(stores, page),
  answer: (page, names) => ({ body: roleList(page, names) }),
});

export const handler = httpHandler(listProviderRoles);
