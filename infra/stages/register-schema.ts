import * as z from 'zod';
import { region } from './region.ts';

/** An address that `/lookup` can be put after, on the port that the endpoint's firewall lets through. */
const url = z
  .url({ abort: true })
  .regex(
    /^https:\/\/[a-z\d.-]+(\/[\w.~-]+)*$/,
    'https, host and path, without port or slash at the end, such as https://register.example/person',
  );

const register = z.strictObject({
  /** Its host is the private name that the endpoint service has, so that it leads to the endpoint and nowhere else. */
  url,
  /** The service of AWS PrivateLink that whoever runs the register's adapter gives us. */
  endpointService: z
    .string()
    .regex(
      new RegExp(`^com\\.amazonaws\\.vpce\\.${region}\\.vpce-svc-[0-9a-f]+$`),
      `An endpoint service in ${region}, such as com.amazonaws.vpce.${region}.vpce-svc-0123456789abcdef0 (SEC-1)`,
    ),
});

/** What a stage says of the registers (shared/registers/README.md): where they answer, and by which service they are reached. */
export const registers = z
  .strictObject({ person: register, staff: register })
  .refine(({ person, staff }) => new URL(person.url).host !== new URL(staff.url).host, {
    path: ['staff', 'url'],
    message: 'Each register has a host of its own: a name leads to one endpoint',
  });
