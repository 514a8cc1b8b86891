import { chapter, see, take } from '../client.ts';

/** Modules are closed and opened one by one for one resident (CARE-3), and back to what the designer says. */
export const planContent = async (momentId: string, instanceId: string): Promise<void> => {
  chapter('The practitioner opens modules one by one');
  const path = `/instances/${instanceId}` as const;
  const opened = await take({
    says: 'opens the moment',
    as: 'practitioner',
    request: `GET ${path}`,
    expect: 200,
  });
  const { etag } = opened.body['plan'] as { etag: string };
  const momentVersion = String(opened.body['momentVersion']);
  const plan = (says: string, modules: readonly object[], ifMatch: string) =>
    take({
      ...{ says, as: 'practitioner', request: `PUT ${path}/content-plan`, expect: 200 },
      body: { momentId, momentVersion, modules },
      headers: { 'if-match': ifMatch },
    });
  const looking = { as: 'resident', request: `GET /me${path}`, expect: 200 } as const;
  const shown = async (says: string) => {
    const { body } = await take({ ...looking, says });
    return (body['modules'] as { moduleId: string; opensOn?: string }[]).map(({ moduleId, opensOn }) =>
      [moduleId, opensOn ?? 'open'].join(': '),
    );
  };
  const start = { moduleId: 'start', shown: true, sections: [] };
  const closed = { moduleId: 'follow-up', shown: false, sections: [] };
  const first = await plan('closes the second module to the resident', [start, closed], etag);
  const query = `momentId=${momentId}&momentVersion=${momentVersion}`;
  const hidden = await shown('who sees the first alone');
  see('and nothing of the second', hidden.join() === 'start: open', hidden);
  await take({
    says: 'and does not find the second by guessing',
    as: 'resident',
    request: `GET /me${path}/modules/follow-up?${query}`,
    expect: 'not-found',
  });
  const day = '2099-01-04';
  const dated = await plan(
    'says from which day it opens',
    [start, { ...closed, shown: true, from: day }],
    first.etag,
  );
  const waiting = await shown('the resident sees its title and that day');
  see('in the order planned', waiting.join() === `start: open,follow-up: ${day}`, waiting);
  await plan('leaves it to the designer again: all is open', [], dated.etag);
};
