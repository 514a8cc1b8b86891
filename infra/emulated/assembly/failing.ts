import type { TemplateChange } from './template.ts';

/** Makes the deployment of that stack fail once everything else of it is there. */
export const failing =
  (failingStack: string): TemplateChange =>
  (template, stack) => {
    if (stack !== failingStack) return [];
    template.Resources['Unmakeable'] = {
      // Of an alarm that calculates the emulator finds out when it comes to make it.
      Type: 'AWS::CloudWatch::Alarm',
      DependsOn: Object.keys(template.Resources),
      Properties: { Metrics: [{ Id: 'none', Expression: '0' }] },
    };
    return [];
  };
