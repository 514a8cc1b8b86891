import { describe, expect, it } from 'vitest';
import { issuers } from '../../../shared/auth/issuer-settings.ts';
import { residentIssuer, staffIssuer } from '../../support/tokens.ts';

describe('ID-1 the identity providers', () => {
  it('are exactly two, one for staff and one for residents', () => {
    const sets = [[], [staffIssuer], [residentIssuer], [staffIssuer, staffIssuer]];
    const three = [staffIssuer, residentIssuer, staffIssuer];
    for (const wrong of [...sets, three]) expect(issuers.safeParse(wrong).success).toBe(false);
    expect(issuers.parse([residentIssuer, staffIssuer])).toEqual([residentIssuer, staffIssuer]);
  });

  it.each(['HS256', 'none', 'PS256', 'rs256'])('never sign with %s', (algorithm) => {
    const weak = { ...staffIssuer, algorithms: [algorithm] };
    expect(issuers.safeParse([weak, residentIssuer]).success).toBe(false);
  });

  it.each(['algorithms', 'types', 'assurance', 'audience'])('always say their %s', (member) => {
    const silent = { ...staffIssuer, [member]: member === 'audience' ? '' : [] };
    expect(issuers.safeParse([silent, residentIssuer]).success).toBe(false);
  });
});
