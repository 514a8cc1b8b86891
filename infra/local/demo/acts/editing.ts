import { type Answer, take, takeSilently } from '../client.ts';
import { tryDraft } from './testing.ts';

export type MomentPath = `/moments/${string}`;

const asDesigner = (request: string) =>
  ({ as: 'designer', request: request as `GET /${string}`, expect: 200 }) as const;

/** The draft with the ETag of the whole. */
export const draftOf = (path: MomentPath): Promise<Answer> =>
  takeSilently({ ...asDesigner(`GET ${path}/draft`), says: 'opens the draft' });

export const moduleOf = (path: MomentPath, moduleId: string): Promise<Answer> =>
  takeSilently({ ...asDesigner(`GET ${path}/draft/modules/${moduleId}`), says: 'opens the module' });

/** Tries the draft out and says that just this content is good. Gives the moment's ETag. */
export const approve = async (as: 'designer' | 'practitioner', path: MomentPath): Promise<string> => {
  const testId = await tryDraft(as, path);
  const { etag } = await take({
    says: `the ${as} approves exactly that content`,
    as,
    request: `POST ${path}/verdicts`,
    headers: { 'if-match': (await draftOf(path)).etag },
    body: { as, testId, approved: true },
    expect: 201,
  });
  return etag;
};

interface StepToSave {
  readonly says: string;
  readonly moduleId: string;
  readonly stepId: string;
  readonly body: object;
}

/** Saves one step, over the module as it is now. */
export const saveStep = async (
  path: MomentPath,
  { says, moduleId, stepId, body }: StepToSave,
): Promise<Answer> => {
  const { etag } = await moduleOf(path, moduleId);
  return take({
    says,
    as: 'designer',
    request: `PUT ${path}/draft/modules/${moduleId}/steps/${stepId}`,
    headers: { 'if-match': etag },
    body,
    expect: 200,
  });
};

/** Designer and practitioner each try the draft out with a test resident and approve; then it goes to the publisher. */
export const testAndExport = async (path: MomentPath): Promise<void> => {
  for (const as of ['designer', 'practitioner'] as const) await approve(as, path);
  await take({
    says: 'the designer exports it to the publisher',
    as: 'designer',
    request: `POST ${path}/exports`,
    headers: { 'if-match': (await draftOf(path)).etag },
    expect: 201,
  });
};

export const publish = async (
  path: MomentPath,
  body: {
    readonly expected?: 'minor' | 'major';
    readonly offeredTo?: readonly string[];
    readonly mends?: true;
  },
  { says, expect }: { readonly says: string; readonly expect: number | string },
): Promise<Answer> =>
  take({
    ...{ says, as: 'publisher', request: `POST ${path}/versions`, body, expect },
    headers: { 'if-match': (await draftOf(path)).etag },
  });
