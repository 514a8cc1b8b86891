import { type LocalSettings, origin } from '../../local/process/settings.ts';
import { resourcesOf, type TemplateChange, variablesOf } from './template.ts';

/** The functions ask the identity providers, registers and object store of this machine instead of the stage’s. */
export const pointHere = ({ issuers, ports }: LocalSettings): TemplateChange => {
  const instead: Readonly<Record<string, string>> = {
    ISSUERS: JSON.stringify(Object.values(issuers)),
    PERSON_REGISTER_URL: `${origin(ports.registers)}/person-register`,
    STAFF_DIRECTORY_URL: `${origin(ports.registers)}/staff-directory`,
  };
  return (template) => {
    for (const variables of resourcesOf(template, 'AWS::Lambda::Function').map(variablesOf)) {
      for (const [name, value] of Object.entries(instead)) if (name in variables) variables[name] = value;
      if ('MEDIA_QUARANTINE_BUCKET' in variables) variables['AWS_ENDPOINT_URL_S3'] = origin(ports.media);
    }
    return [];
  };
};
