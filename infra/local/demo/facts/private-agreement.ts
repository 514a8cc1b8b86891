import { privateProvider, region } from '../../data/demo-data.ts';
import type { Step } from '../client.ts';

const agreement = {
  as: 'regionAdmin',
  request: `PUT /providers/${region}/agreements/${privateProvider}`,
  expect: 200,
} as const;

const terms = { reference: 'Avtal 2026-17', validFrom: '2026-01-01T00:00:00.000Z' } as const;

/** In force with no end in sight, whatever it was before. */
export const agreementInForce: Step = {
  ...agreement,
  says: 'the region administrator makes an agreement with the private provider',
  body: terms,
};

export const agreementEnding = (validTo: string): Step => ({
  ...agreement,
  says: 'the region administrator ends the agreement a second ahead',
  body: { ...terms, validTo },
});
