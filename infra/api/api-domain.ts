import { CfnOutput } from 'aws-cdk-lib';
import {
  type Stage as ApiStage,
  BasePathMapping,
  DomainName,
  EndpointAccessMode,
  EndpointType,
  SecurityPolicy,
  type SpecRestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Construct } from 'constructs';
import type { Stage } from '../stages/stage.ts';

interface ApiDomainProps {
  readonly domain: NonNullable<Stage['domain']>;
  readonly restApi: SpecRestApi;
  readonly stage: ApiStage;
}

/** The stage's own name for the API, regional and as strict as the API itself (SEC-1, SEC-4). */
export class ApiDomain extends Construct {
  constructor(scope: Construct, id: string, { domain, restApi, stage }: ApiDomainProps) {
    super(scope, id);
    const name = new DomainName(this, 'Name', {
      domainName: domain.name,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS13_1_2_PFS_PQ_2025_09,
      endpointAccessMode: EndpointAccessMode.STRICT,
    });
    new BasePathMapping(this, 'Mapping', { domainName: name, restApi, stage });
    new CfnOutput(this, 'Target', {
      value: name.domainNameAliasDomainName,
      description: `Where the DNS record of ${domain.name} points`,
    });
  }
}
