import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { listAuditEntries as contract } from './contracts.ts';
import { searchPeriod } from './search-period.ts';

export const listAuditEntries = readUseCase(contract, {
  async load({ auditLog, people }, { params, body, now, identify }) {
    const { patient, limit, cursor, from, to, ...filter } = body;
    const sought = patient === undefined ? undefined : identify(patient);
    const [page, earlier] = await Promise.all([
      auditLog.list(
        {
          ...filter,
          ...searchPeriod({ from, to }, now),
          provider: params.providerId,
          patientKey: sought?.key,
        },
        { limit, cursor },
      ),
      sought ? people.earlierNumbers(sought.key) : [],
    ]);
    return { sought, page, earlier };
  },
  subject: ({ sought }, { params }) => ({
    provider: params.providerId,
    ...(sought ? { patient: sought } : {}),
    resource: {},
  }),
  fetch: ({ auditLog }, { earlier }, { params: { providerId } }) =>
    Promise.all(
      earlier.map(async ({ key, personnummer }) =>
        (await auditLog.hasDealtWith(providerId, key)) ? [personnummer] : [],
      ),
    ),
  answer: ({ sought, page: { items, next } }, earlier, { params: { providerId }, shownIdFor }) => ({
    body: {
      target: sought && shownIdFor({ provider: providerId })(sought),
      entries: items.map(({ value }) => value),
      earlierNumbers: earlier.flat(),
      next,
    },
  }),
});

export const handler = httpHandler(listAuditEntries);
