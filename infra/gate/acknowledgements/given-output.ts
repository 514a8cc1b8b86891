/** How cdk-nag names a value that another stack gives. */
export const givenOutput = (stack: string, OutputName: string): string =>
  JSON.stringify({
    'Fn::GetStackOutput': {
      StackName: `stod-och-behandling-{stage}-${stack}`,
      Region: 'eu-north-1',
      OutputName,
    },
  });
