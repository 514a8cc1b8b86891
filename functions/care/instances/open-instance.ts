import { planModules } from '../../../shared/domain/care/content-plan.ts';
import { found } from '../../../shared/domain/found.ts';
import { activatedVersion } from '../../../shared/domain/moment/activation.ts';
import { residentOverview } from '../../../shared/domain/moment/resident-overview.ts';
import { withLabel } from '../../../shared/domain/registered-person.ts';
import { swedishDate } from '../../../shared/domain/swedish-date.ts';
import { etagOf } from '../../../shared/http/etag.ts';
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
  answer: ({ instance, answered, plan }, { activation, recall, resident }, { now }) => ({
    body: {
      ...instance,
      ...residentOverview(activation, answered),
      momentVersion: activatedVersion(activation),
      ...{ resident, recall },
      plan: {
        etag: etagOf(plan?.version ?? 0),
        modules: planModules(activation, plan?.value, swedishDate(now)).map((module) => ({
          ...module,
          sections: plan?.value.modules.find(({ moduleId }) => moduleId === module.moduleId)?.sections ?? [],
        })),
      },
    },
  }),
});

export const handler = httpHandler(openInstance);
