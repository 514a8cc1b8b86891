import type { Instance } from '../../shared/domain/care/instance.ts';
import type { RequestSubject } from '../../shared/http/use-case.ts';

/** An instance lies on its unit and is about its resident: the ground for every permission in this context. */
export const instanceSubject = (
  { instanceId, momentId, provider, unit, resident }: Instance,
  resource: Readonly<Record<string, string>> = {},
): RequestSubject => ({ provider, unit, patient: resident, resource: { instanceId, momentId, ...resource } });

/** A form of it, at one page where it has pages. */
export const formSubject = (
  instance: Instance,
  { formId, page }: { readonly formId: string; readonly page?: string | undefined },
): RequestSubject => instanceSubject(instance, page === undefined ? { formId } : { formId, page });
