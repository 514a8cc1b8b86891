import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { AuthorizerTrigger } from '../../functions/triggers.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import type { LogSettings } from '../data/keys.ts';
import type { Stage } from '../stages/stage.ts';
import { ApiDomain } from './api-domain.ts';
import { Firewall } from './firewall.ts';
import { Gateway } from './gateway.ts';

interface ApiStackProps extends StackProps {
  readonly stage: Stage;
  readonly contracts: readonly Contract[];
  readonly authorizer: AuthorizerTrigger;
  readonly logs: LogSettings;
}

/** The way in: an operation of the gateway for each contract, and the firewall in front. What it calls is in FunctionsStack. */
export class ApiStack extends Stack {
  readonly gateway: Gateway;
  readonly firewall: Firewall;

  constructor(scope: Construct, id: string, { stage, contracts, authorizer, logs, ...props }: ApiStackProps) {
    super(scope, id, props);
    this.gateway = new Gateway(this, 'Gateway', { stage, logs, contracts, authorizer });
    const { restApi } = this.gateway;
    const { deploymentStage } = restApi;
    const { domain } = stage;
    if (domain) new ApiDomain(this, 'Domain', { domain, restApi, stage: deploymentStage });
    this.firewall = new Firewall(this, 'Firewall', {
      stage,
      protects: deploymentStage.stageArn,
      logs,
    });
  }
}
