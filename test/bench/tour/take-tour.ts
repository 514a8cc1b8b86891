import { loginAs } from '../serving/logins.ts';
import type { Observation } from '../serving/observation.ts';
import type { RecordingApi } from '../serving/recording-api.ts';
import { tourAuthoring } from './authoring.ts';
import { tourCare } from './care.ts';
import { tourCatalogue } from './catalogue.ts';
import { tourDrafts } from './drafts.ts';
import { tourOrganisation, tourStatistics } from './organisation.ts';
import { tourPeople } from './people.ts';
import { tourStaffing } from './staffing.ts';
import { assertAllVisited } from './use-cases.ts';
import { stopAt, type Visit } from './visit.ts';

/**
 * Goes through every use case that touches data, from a new region to the auditor, and tells what each took. Throws where one
 * is left out.
 */
export const takeTour = async ({ observe }: RecordingApi): Promise<Record<string, Observation>> => {
  const seen: Record<string, Observation> = {};
  const visit: Visit = async (operationId, as, differing) => {
    const observed = await observe({ ...stopAt(operationId, differing), token: await loginAs(as) });
    seen[operationId] = observed;
    return observed.answer;
  };
  await tourOrganisation(visit);
  await tourStaffing(visit);
  await tourDrafts(visit);
  const momentId = await tourAuthoring(visit);
  await tourPeople(visit);
  await tourCare(visit, momentId);
  await tourCatalogue(visit, momentId);
  await tourStatistics(visit);
  assertAllVisited(Object.keys(seen));
  return seen;
};
