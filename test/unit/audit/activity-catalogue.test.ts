import { describe, expect, it } from 'vitest';
import { activityCatalogue, activityCodes } from '../../../shared/audit/activity-catalogue.ts';

/** Inera's list, row by row, written again. */
const fourteen = [
  [1, 'instance-opened', 'Läsa', 'Moment'],
  [2, 'message-read', 'Läsa', 'Meddelande'],
  [3, 'message-sent', 'Skriva', 'Meddelande'],
  [4, 'form-read', 'Läsa', 'Formulär'],
  [5, 'form-page-created', 'Skriva', 'Formulär'],
  [6, 'results-viewed', 'Läsa', 'Resultat'],
  [7, 'planning-viewed', 'Läsa', 'Planering'],
  [8, 'contacts-viewed', 'Läsa', 'Kontakter'],
  [9, 'timeline-read', 'Läsa', 'Tidslinje'],
  [10, 'handover-started', 'Skriva', 'Överlämning'],
  [11, 'handover-cancelled', 'Skriva', 'Överlämning'],
  [12, 'handover-approved', 'Skriva', 'Överlämning'],
  [13, 'instance-exported', 'Utskrift', 'Moment'],
  [14, 'instance-purged', 'Radera', 'Moment'],
] as const;

describe('LOG-1…14 the fourteen activities to log', () => {
  it.each(fourteen)('LOG-%i is %s: %s, %s', (row, code, activityType, resourceType) => {
    expect(activityCatalogue[code]).toEqual({ requirement: `LOG-${row}`, activityType, resourceType });
  });

  it('come first and in the order of Inera’s list', () => {
    expect(activityCodes.slice(0, 14)).toEqual(fourteen.map(([, code]) => code));
  });

  it('are each demanded by a row of their own', () => {
    const demanded = activityCodes
      .map((code) => activityCatalogue[code])
      .flatMap((row) => ('requirement' in row ? [row.requirement] : []));
    expect(new Set(demanded).size).toBe(demanded.length);
  });
});

describe('LOG-19 every activity', () => {
  it.each(activityCodes)('%s has a type StoreLog v2 knows and a resource type that fits', (code) => {
    const { activityType, resourceType } = activityCatalogue[code];
    const known = ['Läsa', 'Skriva', 'Signera', 'Utskrift', 'Vidimera', 'Radera', 'Nödöppning'];
    expect(known).toContain(activityType);
    expect(resourceType.length).toBeGreaterThan(0);
    expect(resourceType.length).toBeLessThanOrEqual(256);
  });
});
