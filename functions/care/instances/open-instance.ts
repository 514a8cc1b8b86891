import { found } from '../../../shared/domain/found.ts';
import { activatedVersion } from '../../../shared/domain/moment/activation.ts';
import { residentOverview } from '../../../shared/domain/moment/resident-overview.ts';
import { withLabel } from '../../../shared/domain/registered-person.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { loadOpened, shownVersionFor } from '../instance-loading.ts';
import { instanceSubject } from '../instance-subject.ts';
import { openInstance as contract } from './contracts.ts';

export const openInstance = readUseCase(contract, {
  load: loadOpened,
  subject: ({ instance }) => instanceSubject(instance),
  async fetch({ moments, people, personRegister }, { instance }, { shownIdFor }) {
    const { resident, unit } = instance;
    const idOf = shownIdFor({ unit });
    const [version, shown, approval] = await Promise.all([
      shownVersionFor(moments, instance),
      personRegister.shown([resident], idOf),
      people.approval(unit, idOf(resident)),
    ]);
    return { ...version, resident: withLabel(found(shown.get(resident.key)), approval?.value) };
  },
  answer: ({ instance, answered }, { activation, recall, resident }) => ({
    body: {
      ...instance,
      ...residentOverview(activation, answered),
      momentVersion: activatedVersion(activation),
      ...{ resident, recall },
    },
  }),
});

export const handler = httpHandler(openInstance);
