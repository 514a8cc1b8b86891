import { assertSameMajor, type Instance } from '../../../shared/domain/care/instance.ts';
import { assertOpenTo } from '../../../shared/domain/care/instance-lifecycle.ts';
import { found } from '../../../shared/domain/found.ts';
import type { PublishedVersion } from '../../../shared/domain/moment/published-version.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';

interface OfForm {
  readonly params: { readonly instanceId: string; readonly formId: string };
}

interface InVersion extends OfForm {
  readonly body: { readonly momentId: string; readonly momentVersion: string };
}

/** What a page is begun in. */
export const loadPlace = async (
  { instances, moments }: Stores,
  { params: { instanceId }, body }: InVersion,
) => {
  const [instance, version] = await Promise.all([
    instances.instance(instanceId),
    moments.version(body.momentId, body.momentVersion),
  ]);
  return { instance: found(instance).value, version: version?.value };
};

interface Place {
  readonly instance: Instance;
  readonly version: PublishedVersion | undefined;
}

/** The kind of form, where the moment can be written in and has it. */
export const kindIn = ({ instance, version }: Place, { params: { formId }, body }: InVersion) => {
  assertOpenTo(instance, { formId });
  assertSameMajor(instance, body);
  if (!version) throw new Problem('form-version-mismatch');
  return found(version.forms.find((form) => form.formId === formId)).kind;
};

interface Listing extends OfForm {
  readonly query: { readonly limit: number; readonly cursor?: string | undefined };
}

export const loadPages = async ({ instances }: Stores, { params, query: { limit, cursor } }: Listing) => {
  const { instanceId, formId } = params;
  const [instance, page] = await Promise.all([
    instances.instance(instanceId),
    instances.pages(instanceId, formId, { limit, cursor }),
  ]);
  return { instance: found(instance).value, page };
};
