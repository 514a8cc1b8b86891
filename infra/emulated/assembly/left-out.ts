import type { Template, TemplateChange } from './template.ts';

/** Kinds that the emulator does not make, each with what is therefore not shown. */
const unknown: Readonly<Record<string, string>> = {
  'AWS::EC2::FlowLog': 'the network’s flow log',
  'AWS::EC2::SecurityGroupIngress': 'who may reach the registers’ endpoints',
  'AWS::WAFv2::WebACLAssociation': 'that the firewall stands in front of the API',
  'AWS::WAFv2::LoggingConfiguration': 'the firewall’s log',
  'AWS::CloudWatch::CompositeAlarm': 'alarms made of alarms',
  'AWS::CloudTrail::Trail': 'the trail of what administrators do',
  'AWS::Backup::BackupSelection': 'what is copied at night',
  'AWS::Backup::RestoreTestingPlan': 'the monthly rehearsal of a restore',
  'AWS::Backup::RestoreTestingSelection': 'what is rehearsed',
};

const withoutDependenciesOn = ({ Resources }: Template, gone: ReadonlySet<string>): void => {
  for (const resource of Object.values(Resources)) {
    const left = [resource.DependsOn ?? []].flat().filter((one) => !gone.has(one));
    if (left.length > 0) resource.DependsOn = left;
    else delete resource.DependsOn;
  }
};

/** Takes out what the emulator does not know. */
export const leaveOut: TemplateChange = (template) => {
  const gone = Object.entries(template.Resources).filter(([, { Type }]) => Type in unknown);
  for (const [id] of gone) delete template.Resources[id];
  withoutDependenciesOn(template, new Set(gone.map(([id]) => id)));
  return gone.flatMap(([, { Type }]) => (unknown[Type] ? [`${unknown[Type]} (${Type})`] : []));
};
