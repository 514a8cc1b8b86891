import { Problem } from '../../shared/domain/problem.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { listAuditEntries as contract } from './contracts.ts';

/** Milliseconds looked back when no `from` is given. */
const usualPeriod = 30 * 24 * 3_600_000;

/** One spelling of an instant, as entries have it, so that comparing text compares time. */
const instant = (time: string | number): string => new Date(time).toISOString();

const periodOf = ({ from, to }: { from?: string | undefined; to?: string | undefined }, now: string) => {
  const end = instant(to ?? now);
  const begin = instant(from ?? Date.parse(end) - usualPeriod);
  if (begin <= end) return { from: begin, to: end };
  throw new Problem('validation-failed', [
    { pointer: '/body/from', detail: 'Must not be later than `to`, or than now' },
  ]);
};

export const listAuditEntries = readUseCase(contract, {
  async load({ auditLog, people }, { params, body, now, identify }) {
    const { patient, limit, cursor, from, to, ...filter } = body;
    const sought = patient === undefined ? undefined : identify(patient);
    const [page, earlier] = await Promise.all([
      auditLog.list(
        { ...filter, ...periodOf({ from, to }, now), provider: params.providerId, patientKey: sought?.key },
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
  answer: ({ page: { items, next }, earlier }) => ({
    body: {
      entries: items.map(({ value }) => value),
      earlierNumbers: earlier.map(({ personnummer }) => personnummer),
      next,
    },
  }),
});

export const handler = httpHandler(listAuditEntries);
