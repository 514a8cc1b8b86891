import { type LocalSettings, movedBy, origin } from './settings.ts';

/** Printed when all is up: what can be tried, and how it ends. */
export const whatNext = (settings: LocalSettings): string => {
  const { ports, directory } = settings;
  const moved = movedBy(settings);
  return `
Try next${moved ? `, in a terminal where the same was said first: export ${moved}` : ''}:
  Read and try the API      ${origin(ports.api)}/docs
  See the whole flow        npm run demo
  Log in as someone         npm run -s token -- practitioner
  Call the API              curl -H "Authorization: Bearer $(npm run -s token -- resident)" ${origin(ports.api)}/me/units
  Let the registers hang    curl -X PUT ${origin(ports.registers)}/behaviour -d '{"mode":"hang"}'   (and "well" again)
  Change what they know     curl -X PUT ${origin(ports.registers)}/person-register -d '{"personnummer":"199005082392","protected":true}'
  Try a refusal             npm run -s token -- practitioner --claims '{"commissionHsaId":"TST5565594230-PRA1C2"}'

Data is kept in ${directory}. To begin anew: stop, then rm -rf ${directory}
Stop with Ctrl-C.
`;
};
